"""Says which files of a portal have changed.

Takes the portal's folders, compares what is there with what was there: names, times, sizes. Notices of the system
only say when to look; where there are none, it looks more often. Folders may go and come back.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from generator.load.names import is_leftover
from generator.paths import PortalPaths
from generator.serve.notices import Notices

State = dict[str, tuple[int, int, int]]
"""Each file, as people write its path, with the time of its content and of its entry in nanoseconds and its size.

The second time changes when a file comes back as it was; a number on the disk may be given out again.
"""

_SETTLES = 0.04  # seconds in which nothing more changes: an editor may empty a file before it writes it
_AT_MOST = 1.0  # seconds of waiting for that
_WITH_NOTICES, _WITHOUT = 2.0, 0.4  # seconds between looks
_SWAP = (".swp", ".swx", ".swpx", ".part", ".tmp")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a portal is made of, as one look found it.

    `folders` are those that hold sources, the portal's own among them, each with its number on the disk: one that
    came back is another folder.
    """

    files: State
    folders: frozenset[tuple[str, int]]


def look(paths: PortalPaths) -> Sources:
    """Return the state of all sources: `content/`, `sites/`, the theme and `mkdocs.yml`.

    Hidden files and what editors keep beside an open file do not count.
    """
    files: State = {}
    folders = {found for folder in (paths.root, paths.mkdocs.parent) if (found := _numbered(folder))}
    for folder in (paths.content, paths.sites, paths.theme):
        _add(folder, paths, files, folders)
    _note(paths.mkdocs, paths, files)
    return Sources(files, frozenset(folders))


def is_theme(name: str) -> bool:
    """Whether a file of a state is the theme's or a setting: what is kept in memory of these must be forgotten."""
    return not name.startswith(("content/", "sites/"))


class Watch:
    """Waits for changes. `wake` may be set by anybody to end the waiting."""

    def __init__(self, paths: PortalPaths, *, notices: bool = True) -> None:
        self.wake = threading.Event()
        self._paths = paths
        self._seen = look(paths)
        self._notices = self._told(self._seen) if notices else None

    @property
    def state(self) -> State:
        """The files as they were last seen."""
        return self._seen.files

    @property
    def interval(self) -> float:
        """Seconds between two looks that nobody asked for."""
        return _WITH_NOTICES if self._notices is not None and self._notices.work else _WITHOUT

    def changes(self, seconds: float) -> frozenset[str]:
        """Wait for a notice, at most `seconds`; return the files that are new, gone or different."""
        self.wake.wait(seconds)
        self.wake.clear()
        old, new = self._seen, look(self._paths)
        if new == old:
            return frozenset()
        end = time.monotonic() + _AT_MOST
        while time.monotonic() < end:
            time.sleep(_SETTLES)
            before, new = new, look(self._paths)
            if new == before:
                break
        self._seen = new
        if self._notices is not None and new.folders != old.folders:
            old_ones, self._notices = self._notices, self._told(new)
            old_ones.close()
        names = {*old.files, *new.files}
        return frozenset(name for name in names if old.files.get(name) != new.files.get(name))

    def close(self) -> None:
        """Stop the notices."""
        if self._notices is not None:
            self._notices.close()

    def _told(self, seen: Sources) -> Notices:
        return Notices(sorted({folder for folder, _ in seen.folders}), self.wake)


def _numbered(folder: Path) -> tuple[str, int] | None:
    """A folder and by what it is told from another of its name; `None` when there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (str(folder), found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _add(folder: Path, paths: PortalPaths, files: State, folders: set[tuple[str, int]]) -> None:
    """Add the files and folders below a folder, links not followed. A folder that is not there has none."""
    top = _numbered(folder)
    waiting = [top] if top else []
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place[0]) as entries:
                folders.add(place)
                for entry in entries:
                    if is_leftover(entry.name) or entry.name.endswith(_SWAP):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, entry.inode()))
                    else:
                        _note(Path(entry.path), paths, files)
        except OSError:
            continue


def _note(path: Path, paths: PortalPaths, files: State) -> None:
    try:
        there = path.lstat()
    except OSError:
        return
    files[paths.shown(path)] = (there.st_mtime_ns, there.st_ctime_ns, there.st_size)
