"""The manifest of a published site: each file with its hash and size.

Takes entries and gives the same bytes for the same entries, and reads them back. A folder is ours exactly
when it holds a readable manifest. The manifest does not list itself; nothing here looks at the listed files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.paths import is_regular

NAME = "manifest.json"
FORMAT = 1
GENERATOR = f"programme-portal {__version__}"


class Entry(NamedTuple):
    """One file: SHA-256 in hexadecimal digits, size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> Entry:
        """Describe `data`."""
        return cls(hashlib.sha256(data).hexdigest(), len(data))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one site consists of, by output path below the site's folder."""

    site: str
    files: Mapping[str, Entry]
    generator: str = GENERATOR

    def to_bytes(self) -> bytes:
        """Write the manifest as JSON in UTF-8, sorted, one file a line: equal manifests, equal bytes."""
        files = ",\n".join(
            f'  {_json(path)}: {{"sha256": "{entry.sha256}", "size": {entry.size}}}'
            for path, entry in sorted(self.files.items())
        )
        head = f'"format": {FORMAT},\n "generator": {_json(self.generator)},\n "site": {_json(self.site)}'
        listed = f"{{\n{files}\n }}" if files else "{}"
        return f'{{\n {head},\n "files": {listed}\n}}\n'.encode()

    @property
    def digest(self) -> str:
        """SHA-256 of the manifest in hexadecimal digits: one name for the whole content of a site."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest in `folder`; `None` when there is none, or when the file is not one of ours."""
    path = folder / NAME
    if folder.is_symlink() or not is_regular(path):
        return None
    try:
        return _parse(json.loads(path.read_bytes()))
    except (ValueError, RecursionError):
        return None


def _parse(data: object) -> Manifest | None:
    match data:
        case {"format": 1, "generator": str(generator), "site": str(site), "files": dict(files)}:
            entries = {path: _entry(value) for path, value in files.items()}
            return Manifest(site, entries, generator)
    return None


def _entry(value: object) -> Entry:
    # No pattern: this runs for every file of every live site, and a pattern takes five times as long.
    if isinstance(value, dict):
        sha256, size = value.get("sha256"), value.get("size")
        if isinstance(sha256, str) and sha256.isalnum() and isinstance(size, int):
            return Entry(sha256, size)
    raise ValueError("a file of the manifest has no hash or no size")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
