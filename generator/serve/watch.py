"""Says which files of a portal have changed.

Takes the portal's folders, compares what is there with what was there: names, times, sizes. Notices of the system
(watchdog) only say when to look; where there are none, it looks more often. Folders may go and come back.
"""

from __future__ import annotations

import logging
import os
import stat
import threading
import time
import warnings
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from generator.load.names import is_leftover
from generator.paths import PortalPaths

State = dict[str, tuple[int, int, int]]
"""Each file, as people write its path, with the time of its content and of its entry in nanoseconds and its size.

The second time changes when a file comes back as it was; a number on the disk may be given out again.
"""

_SETTLES = 0.04  # seconds in which nothing more changes: an editor may empty a file before it writes it
_AT_MOST = 1.0  # seconds of waiting for that
_WITH_NOTICES, _WITHOUT = 2.0, 0.4  # seconds between looks
_TELLING = frozenset(
    {"created", "modified", "moved", "deleted", "closed"}
)  # not "opened": we read files, too
_SWAP = (".swp", ".swx", ".swpx", ".part", ".tmp")


def look(paths: PortalPaths) -> State:
    """Return the state of all sources: `content/`, `sites/`, the theme and `mkdocs.yml`.

    Hidden files and what editors keep beside an open file do not count.
    """
    found: State = {}
    for folder in (paths.content, paths.sites, paths.theme):
        _add(folder, paths, found)
    _note(paths.mkdocs, paths, found)
    return found


def is_theme(name: str) -> bool:
    """Whether a file of a state is the theme's or a setting: what is kept in memory of these must be forgotten."""
    return not name.startswith(("content/", "sites/"))


class Watch:
    """Waits for changes. `wake` may be set by anybody to end the waiting."""

    def __init__(self, paths: PortalPaths, *, notices: bool = True) -> None:
        self.wake = threading.Event()
        self.state = look(paths)
        self._paths = paths
        self._observer = _observer() if notices else None
        self._watched: dict[tuple[str, int], ObservedWatch] = {}
        self._follow()

    @property
    def interval(self) -> float:
        """Seconds between two looks that nobody asked for."""
        return _WITH_NOTICES if self._observer is not None else _WITHOUT

    def changes(self, seconds: float) -> frozenset[str]:
        """Wait for a notice, at most `seconds`; return the files that are new, gone or different."""
        self.wake.wait(seconds)
        self.wake.clear()
        old, new = self.state, look(self._paths)
        if new == old:
            return frozenset()
        end = time.monotonic() + _AT_MOST
        while time.monotonic() < end:
            time.sleep(_SETTLES)
            before, new = new, look(self._paths)
            if new == before:
                break
        self._follow()
        self.state = new
        return frozenset(name for name in {*old, *new} if old.get(name) != new.get(name))

    def close(self) -> None:
        """Stop the notices; there may be none any more."""
        if self._observer is not None:
            with suppress(KeyError):  # watchdog loses count of folders that moved and whose name another took
                self._observer.stop()
            self._observer.join(2)

    def _follow(self) -> None:
        """Ask for notices of the folders that are there now; one that came back is another folder."""
        if self._observer is None:
            return
        paths = self._paths
        wanted = [
            (paths.root, False),
            *((folder, True) for folder in (paths.content, paths.sites, paths.theme)),
        ]
        there = {(str(f), number): deep for f, deep in wanted if (number := _number_of(f)) is not None}
        try:
            for place in set(self._watched) - set(there):
                self._observer.unschedule(self._watched.pop(place))
            for place in set(there) - set(self._watched):
                handler = _Notice(self.wake)
                self._watched[place] = self._observer.schedule(handler, place[0], recursive=there[place])
        except (
            OSError,
            KeyError,
            RuntimeError,
        ):  # the system has no notices left, or a folder went meanwhile
            self.close()
            self._observer = None


class _Notice(FileSystemEventHandler):
    """Wakes whoever waits."""

    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _TELLING:
            self._wake.set()


def _number_of(folder: Path) -> int | None:
    """By what a folder is told from another of its name; `None` when there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_ino if stat.S_ISDIR(found.st_mode) else None


def _observer() -> BaseObserver | None:
    logging.getLogger("watchdog").addHandler(logging.NullHandler())  # what it says at its end is for nobody
    # Nor that it came to know a folder twice, which was filled while it was first seen.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    try:
        observer = Observer()
        observer.daemon = True
        observer.start()
    except (OSError, RuntimeError):
        return None
    return observer


def _add(folder: Path, paths: PortalPaths, found: State) -> None:
    """Add the files below a folder, links not followed. A folder that is not there has none."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if is_leftover(entry.name) or entry.name.endswith(_SWAP):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    else:
                        _note(Path(entry.path), paths, found)
        except OSError:
            continue


def _note(path: Path, paths: PortalPaths, found: State) -> None:
    try:
        there = path.lstat()
    except OSError:
        return
    found[paths.shown(path)] = (there.st_mtime_ns, there.st_ctime_ns, there.st_size)
