"""Put one new site together beside the live one.

Takes output paths with their sources, in parts and in several processes if need be, and fills a folder. A file whose
bytes are live already gets the live file's inode, so its time stays and a host's sync has nothing to do. What somebody
has closed to readers meanwhile is told, and opened by whoever publishes. It does not switch.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.errors import PublishError
from generator.paths import is_regular
from generator.publish.causes import as_publish_error
from generator.publish.manifest import NAME, Entry, Manifest
from generator.publish.names import check_paths
from generator.publish.tree import ENTERING, NOTHING_SEEN, READING, Seen, link_file, list_files, look

NOTHING_SAME: Mapping[str, Entry] = MappingProxyType({})
Source = Path | bytes
"""Where a file comes from: a path, which is copied, or its content."""


@dataclass(frozen=True, slots=True)
class Part:
    """Files of a site that are in place: each with its hash and size, and which of them are not live already."""

    entries: Mapping[str, Entry]
    written: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A site that is complete beside the live one, and what making it live would change. Paths are sorted.

    `manifest` is the SHA-256 of its manifest, `seen` what its folder looks like. `closed` are live files and folders
    that fewer people may read than new ones, each with the mode that it should have.
    """

    site: str
    manifest: str
    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    seen: Seen = NOTHING_SEEN
    closed: tuple[tuple[str, int], ...] = ()

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.written) + self.unchanged

    @property
    def differs(self) -> bool:
        """Whether the live site is any different."""
        return bool(self.written or self.removed)


@dataclass(frozen=True, slots=True)
class SiteStage:
    """The place where one site is put together: `target`, an empty folder; `live`, the folder to compare with.

    `shown` is what people call the output folder. May be used in several processes at a time, for different paths.
    """

    site: str
    target: Path
    live: Path
    shown: str = "public"

    def place(self, files: Mapping[str, Source], same: Mapping[str, Entry] = NOTHING_SAME) -> Part:
        """Put files where they belong. Of those in `same` it is known that the bytes are live; they are not read again.

        Raises `PublishError` for a path that cannot be published, a source that is no plain file, or a disk that
        refuses.
        """
        if NAME in files:
            raise PublishError(f"{self.site} cannot have an output file {NAME}: portal writes it itself")
        check_paths(self.site, files)
        with as_publish_error(f"cannot write {self.shown}"):
            return self._place(files, same)

    def live_bytes(self, path: str) -> bytes | None:
        """Return the bytes of a plain file of the live site, `None` when there is none."""
        _, live = _Folders(self.target, self.live, make=False).of(path)
        try:
            return live.read_bytes() if live is not None and is_regular(live) else None
        except OSError:
            return None

    def finish(self, parts: Iterable[Part]) -> Change:
        """Write the manifest of all parts; say what is new, the same and gone. Raises `PublishError`."""
        entries: dict[str, Entry] = {}
        written: set[str] = set()
        for part in parts:
            entries |= part.entries
            written |= part.written
        check_paths(self.site, [NAME, *entries])
        manifest = Manifest(self.site, entries)
        with as_publish_error(f"cannot write {self.shown}"):
            written |= self._place({NAME: manifest.to_bytes()}).written
            before = list_files(self.live)
            seen = look(self.target)
            closed = tuple(_closed_files(seen, _mode_of_new_files(self.target.parent)))
        removed = tuple(path for path in before if path not in entries and path != NAME)
        unchanged = len(entries) + 1 - len(written)
        if not (written or removed):  # else the folders are new ones
            closed += tuple(_closed_folders(seen, self.live))
        return Change(self.site, manifest.digest, tuple(sorted(written)), unchanged, removed, seen, closed)

    def _place(self, files: Mapping[str, Source], same: Mapping[str, Entry] = NOTHING_SAME) -> Part:
        entries, written = {}, set()
        folders = _Folders(self.target, self.live)
        for path, source in sorted(files.items()):
            target, live = folders.of(path)
            there = _plain(live) if live is not None else None
            data = source if isinstance(source, bytes) else _read(source)
            is_known = there is not None and path in same
            entries[path] = same[path] if is_known else Entry.of(data)
            if live is not None and there is not None and (is_known or _holds(live, there, data)):
                link_file(live, target)
            else:
                target.write_bytes(data)
                written.add(path)
        return Part(entries, frozenset(written))


class _Folders:
    """Makes each folder below `target` once, and knows which of them are real folders below `live`."""

    def __init__(self, target: Path, live: Path, *, make: bool = True) -> None:
        self._make = make
        self._known = {"": (target, live if _is_folder(live) else None)}

    def of(self, path: str) -> tuple[Path, Path | None]:
        """Return where the file goes, and where a live one may be; no link is followed to find it."""
        folder, _, name = path.rpartition("/")
        target, live = self._folder(folder)
        return target / name, live / name if live else None

    def _folder(self, folder: str) -> tuple[Path, Path | None]:
        if folder not in self._known:
            parent, _, name = folder.rpartition("/")
            above, live_above = self._folder(parent)
            target = above / name
            if self._make:
                target.mkdir(exist_ok=True)
            live = live_above / name if live_above else None
            self._known[folder] = target, live if live and _is_folder(live) else None
        return self._known[folder]


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _closed_files(seen: Seen, usual: int) -> Iterator[tuple[str, int]]:
    """Yield the files that fewer people may read than a `usual` one; those from the live site have kept their modes."""
    for path, (mode, _, _) in seen.files:
        if usual & READING & ~mode:
            yield path, stat.S_IMODE(mode | usual)


def _closed_folders(seen: Seen, live: Path) -> Iterator[tuple[str, int]]:
    """Yield the live folders that fewer people may look into than into the new ones in their place."""
    for path, (usual, _) in seen.folders:
        with suppress(OSError):
            mode = os.lstat(live / path).st_mode
            if stat.S_ISDIR(mode) and usual & ENTERING & ~mode:
                yield path, stat.S_IMODE(mode | usual)


def _mode_of_new_files(folder: Path) -> int:
    """The permissions that a new file gets there: umask, access lists and the disk have a say, so one is made."""
    file = folder / f".new-{os.getpid()}"
    file.touch(exist_ok=False)
    mode = stat.S_IMODE(file.lstat().st_mode)
    file.unlink()
    return mode


def _plain(path: Path) -> os.stat_result | None:
    """What a plain file is; `None` when there is none."""
    try:
        there = os.lstat(path)
    except OSError:
        return None
    return there if stat.S_ISREG(there.st_mode) else None


def _holds(path: Path, there: os.stat_result, data: bytes) -> bool:
    """Whether a plain file has exactly these bytes; of one that may not be read that is not known."""
    try:
        return there.st_size == len(data) and path.read_bytes() == data
    except PermissionError:
        return False


def _read(source: Path) -> bytes:
    if not is_regular(source):
        raise PublishError(f"{source} cannot be published: it is not a plain file")
    return source.read_bytes()
