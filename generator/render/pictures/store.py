"""Results that were made before, kept in a folder under the hash of what they were made from.

Takes keys and bytes. An entry carries the hash of its key and content, so what is damaged, cut off or put under
another name is not an entry. A folder that cannot be read or written is as good as none: nothing here raises.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.paths import has_symlink, read_limited

_HASH = hashlib.sha256().digest_size
_LARGEST = 16 * 1024 * 1024


def key_of(*parts: bytes) -> str:
    """Return the key of a result that depends on these parts and on nothing else."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """Entries in `folder`, below `root`; without a folder nothing is kept. Safe for builds at the same time."""

    root: Path | None = None
    folder: Path | None = None

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        path = self._path(key)
        if path is None:
            return None
        try:
            data = read_limited(path, _LARGEST)
        except OSError:
            return None
        content = data[_HASH:] if data else b""
        return content if data and data[:_HASH] == _seal(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content`. It is complete under its name or not there."""
        path = self._path(key)
        if path is None:
            return
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(_seal(key, content) + content)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def _path(self, key: str) -> Path | None:
        if self.root is None or self.folder is None:
            return None
        path = self.folder / key[:2] / key[2:]
        return None if has_symlink(self.root, path.parent) else path


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()
