"""Results that were made before, kept in a folder under the hash of what they were made from.

Takes keys and bytes. An entry carries the hash of its key and content, so what is damaged, cut off or put under
another name is not an entry. A folder that cannot be read or written is as good as none: nothing here raises.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.clock import machine_seconds
from generator.paths import has_symlink, read_limited

_HASH = hashlib.sha256().digest_size
_LARGEST = 16 * 1024 * 1024
_DAY = 24 * 60 * 60
_FOLDER = re.compile(r"[0-9a-f]{2}")
_ENTRY = re.compile(r"[0-9a-f]{62}|\.new-\w+")
KEPT_DAYS = 30
"""How long an entry that no build uses is kept: a branch with other pictures may be built in between."""


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
        if not data or data[:_HASH] != _seal(key, content):
            return None
        _mark_as_used(path)
        return content

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

    def prune(self, used: Collection[str]) -> None:
        """Delete entries, and what broken-off builds left, that are not `used` and were not for `KEPT_DAYS` days.

        A build at the same time loses nothing by it: it marks what it reads, and makes anew what it misses.
        """
        oldest = machine_seconds() - KEPT_DAYS * _DAY
        for key, path, last_used in self._entries():
            if key not in used and last_used < oldest:
                with suppress(OSError):
                    path.unlink()

    def _entries(self) -> Iterator[tuple[str, Path, float]]:
        """Every plain file that looks like an entry: its key, its path and when it was last used."""
        if self.root is None or self.folder is None or has_symlink(self.root, self.folder):
            return
        for folder in _listed(self.folder, _FOLDER):
            for path in () if folder.is_symlink() else _listed(folder, _ENTRY):
                with suppress(OSError):
                    found = path.lstat()
                    if stat.S_ISREG(found.st_mode):
                        yield folder.name + path.name, path, found.st_mtime

    def _path(self, key: str) -> Path | None:
        if self.root is None or self.folder is None:
            return None
        path = self.folder / key[:2] / key[2:]
        return None if has_symlink(self.root, path.parent) else path


NOTHING_KEPT = Store()
"""Where nothing is kept and nothing is found."""


def _listed(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if pattern.fullmatch(path.name)]
    except OSError:
        return []


def _mark_as_used(path: Path) -> None:
    """Set the time of an entry to now, at most once a day: most builds then write nothing."""
    with suppress(OSError):
        if path.lstat().st_mtime < machine_seconds() - _DAY:
            os.utime(path)


def _seal(key: str, content: bytes) -> bytes:
    found = hashlib.sha256(key.encode())
    found.update(content)
    return found.digest()
