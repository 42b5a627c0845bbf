"""What every version of a file said, read once: digests by blob, kept in `.portal/cache` between runs.

A line is a checksum and a JSON value; a line that is damaged, cut off or of another program is as if it were not
there. Lines are only added, so that two programs at a time do each other no harm.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path

from generator import __version__
from generator.history.leaves import Leaves, digested, read_leaves

_FORM = 2
_MOST_BYTES = 256 * 1024 * 1024
"""A cache over this size is begun anew."""


class BlobCache:
    """Digests of the texts of blobs. `content` gives the bytes of a blob that was never read."""

    def __init__(self, folder: Path, content: Callable[[str], bytes | None]) -> None:
        self._path = folder / "translations" / f"{__version__}-{_FORM}.jsonl"
        self._content = content
        self._known: dict[str, Leaves | None] = self._load()
        self._new: list[str] = []

    def leaves(self, blob: str, *, is_page: bool) -> Leaves | None:
        """Return the digests of a blob's texts; `None` when it cannot be read as a file of this kind."""
        name = f"{'page' if is_page else 'yaml'}:{blob}"
        if name in self._known:
            return self._known[name]
        data = self._content(blob)
        found = None if data is None else read_leaves(data, is_page=is_page)
        self._known[name] = leaves = digested(found) if found else None
        if data is not None:
            self._new.append(_line(name, leaves))
        return leaves

    def save(self) -> None:
        """Keep what is new; a folder that cannot be written only costs time."""
        if not self._new:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size > _MOST_BYTES:
                self._path.unlink()
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            with os.fdopen(handle, "wb") as stream:
                stream.write(b"\n" + b"".join(line.encode("utf-8") for line in self._new))
        except OSError:
            return
        self._new.clear()

    def _load(self) -> dict[str, Leaves | None]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        return dict(found for line in data.split(b"\n") if (found := _read(line)))


def _line(name: str, leaves: Leaves | None) -> str:
    value = [name, leaves and [leaves.language, leaves.at]]
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return f"{zlib.crc32(text.encode()):08x} {text}\n"


def _read(line: bytes) -> tuple[str, Leaves | None] | None:
    checksum, _, text = line.partition(b" ")
    if not text or checksum != b"%08x" % zlib.crc32(text):
        return None
    name, value = json.loads(text)
    return name, None if value is None else Leaves(value[0], value[1])
