"""What the files of a portal are at this moment: names, times, sizes.

Takes the portal's folders, gives a state that can be compared with another one. Opens no file and waits for nothing.
Follows no link, but that which the theme's folder itself may be.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.load.names import is_leftover
from generator.paths import PortalPaths
from generator.serve.notices import BY_FOLDER

State = dict[str, tuple[int, int, int]]
"""Each file, as people write its path, with the time of its content and of its entry in nanoseconds and its size.

The second time changes when a file comes back as it was; a number on the disk may be given out again.
"""

_SWAP = (".swp", ".swx", ".swpx", ".part", ".tmp")
_COMPILED = "__pycache__"  # Python writes it beside a hook that it runs


@dataclass(frozen=True, slots=True)
class Sources:
    """What a portal is made of, as one look found it.

    `folders` are those that hold sources, the portal's own among them, each with its number on the disk: one that
    came back is another folder.
    """

    files: State
    folders: frozenset[tuple[str, int]]
    tops: frozenset[str]
    """Those of the folders that have all others below them, the portal's own apart."""

    @property
    def watched(self) -> tuple[frozenset[str], frozenset[str]]:
        """The folders to watch by themselves, and those to watch with all that is below them."""
        all_folders = frozenset(folder for folder, _ in self.folders)
        if BY_FOLDER:
            return all_folders, frozenset()
        below = tuple(f"{top}{os.sep}" for top in self.tops)
        return frozenset(name for name in all_folders - self.tops if not name.startswith(below)), self.tops


def look(paths: PortalPaths) -> Sources:
    """Return the state of all sources: `content/`, `sites/`, the theme and `mkdocs.yml`.

    Hidden files and what editors keep beside an open file do not count.
    """
    files: State = {}
    folders = {found for folder in (paths.root, paths.mkdocs.parent) if (found := _numbered(folder))}
    tops = frozenset(
        top for top in (paths.content, paths.sites, paths.theme) if _add(top, paths, files, folders)
    )
    _note(paths.mkdocs, paths, files)
    return Sources(files, frozenset(folders), frozenset(map(str, tops)))


def theme_state(paths: PortalPaths) -> str:
    """Return what the theme and the settings are at this moment, as a digest."""
    files: State = {}
    _add(paths.theme, paths, files, set())
    _note(paths.mkdocs, paths, files)
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()


def _numbered(folder: Path) -> tuple[str, int] | None:
    """A folder and by what it is told from another of its name; `None` when there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (str(folder), found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _add(folder: Path, paths: PortalPaths, files: State, folders: set[tuple[str, int]]) -> bool:
    """Add the files and folders below a folder; return whether there is one. A link is a file, but for the theme's."""
    if folder != paths.theme and folder.is_symlink():
        _note(folder, paths, files)
        return False
    top = _numbered(folder)
    waiting = [top] if top else []
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place[0]) as entries:
                folders.add(place)
                for entry in entries:
                    if is_leftover(entry.name) or entry.name.endswith(_SWAP) or entry.name == _COMPILED:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, entry.inode()))
                    else:
                        _note(Path(entry.path), paths, files)
        except OSError:
            continue
    return top is not None


def _note(path: Path, paths: PortalPaths, files: State) -> None:
    try:
        there = path.lstat()
    except OSError:
        return
    files[paths.shown(path)] = (there.st_mtime_ns, there.st_ctime_ns, there.st_size)
