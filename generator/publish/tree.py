"""Work on folders of files: list, link, discard.

Takes absolute paths inside the output or the work folder and follows no symbolic link. A file that has not
changed keeps its inode and its modification time. Errors stay `OSError`; the callers give them words.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.EXDEV,
    errno.EMLINK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
}
NOT_A_FILE = -1
READING = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
"""Who may read a file."""
ENTERING = READING | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
"""Who may look into a folder and open what is there."""

_Paths = tuple[str, ...]
_File = tuple[int, int, int]
_Folder = tuple[int, int]
_Marks = tuple[_Paths, tuple[_File, ...], _Paths, tuple[_Folder, ...]]


def list_files(folder: Path) -> dict[str, int]:
    """Map each path below `folder`, with `/`, to its size in bytes, sorted.

    Folders themselves are not listed. Links, devices and pipes are listed with the size `NOT_A_FILE`. A
    folder that does not exist is empty.
    """
    if folder.is_symlink() or not folder.is_dir():
        return {}
    found = {
        path: entry.stat(follow_symlinks=False).st_size
        if entry.is_file(follow_symlinks=False)
        else NOT_A_FILE
        for path, entry in _entries(folder)
    }
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Seen:
    """What was below a folder, without reading a file.

    `signature` names it by paths, kinds, sizes and times of files, and by who may read them and the folders that hold
    them. `marks` are for `is_still`: the files, what each was (mode,
    bytes, nanoseconds), the folders, and what each of these was (mode, nanoseconds); plain values.
    """

    signature: str
    marks: _Marks

    @property
    def files(self) -> Iterator[tuple[str, _File]]:
        """Each file by its path, with its mode, its size in bytes and its time."""
        return zip(self.marks[0], self.marks[1], strict=True)

    @property
    def folders(self) -> Iterator[tuple[str, _Folder]]:
        """Each folder by its path, with its mode and its time."""
        return zip(self.marks[2], self.marks[3], strict=True)

    @property
    def newest(self) -> float:
        """When a folder changed last, in seconds; 0 when there is none."""
        return max((time for _, time in self.marks[3]), default=0) / 1e9


NO_MARKS: _Marks = ((), (), (), ())
"""Marks that nothing is still like."""
NOTHING_SEEN = Seen("", NO_MARKS)
"""Nobody has looked."""


def look(folder: Path) -> Seen:
    """Look at everything below `folder`; links are not followed. A folder that cannot be read is a signature too."""
    lines: list[str] = []
    files: dict[str, _File] = {}
    folders: dict[str, _Folder] = {}
    try:
        there = os.lstat(folder)
        folders[""] = there.st_mode, there.st_mtime_ns
        for path, entry in _entries(folder, folders):
            there = entry.stat(follow_symlinks=False)
            files[path] = there.st_mode, there.st_size, there.st_mtime_ns
            kind = stat.S_IFMT(there.st_mode) | there.st_mode & READING
            lines.append(f"{path}\0{kind}\0{there.st_size}\0{there.st_mtime_ns}")
        lines += [f"{path}/\0{folders[path][0] & ENTERING}" for path in _holding(files)]
    except OSError as error:
        lines.append(f"\0{error.errno}")
    named = hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()
    return Seen(named, (tuple(files), tuple(files.values()), tuple(folders), tuple(folders.values())))


def _holding(files: Iterable[str]) -> set[str]:
    """Return the folders that files are in, by path, at any depth; the uppermost is always among them."""
    found = {""}
    for file in files:
        folder = file.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def is_still(folder: Path, marks: object) -> bool:
    """Whether all below `folder` is as `marks` of an earlier look say: twice as fast as another look.

    A file that came, went or was renamed since is told by the time of its folder, any other change by the file's own
    size and time. `False` means no more than that one has to look again.
    """
    match marks:
        case (tuple() as files, tuple() as were, tuple() as folders, tuple() as held):
            pass
        case _:
            return False
    below = f"{folder}{os.sep}"
    try:
        for path, mark in zip(files, were, strict=True):
            there = os.lstat(below + path)
            if (there.st_mode, there.st_size, there.st_mtime_ns) != mark:
                return False
        for path, time in zip(folders, held, strict=True):
            there = os.lstat(below + path if path else folder)
            if (there.st_mode, there.st_mtime_ns) != time:
                return False
    except (OSError, TypeError, ValueError):
        return False
    return bool(folders)


def _entries(
    folder: Path, folders: dict[str, _Folder] | None = None
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below `folder` that is no folder itself, by path, in no order; no link is followed below it.

    `folders` gets the mode and the time of each folder below, by path.
    """
    waiting = [(str(folder), "")]
    while waiting:
        current, prefix = waiting.pop()
        with os.scandir(current) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield prefix + entry.name, entry
                    continue
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
                if folders is not None:
                    there = entry.stat(follow_symlinks=False)
                    folders[prefix + entry.name] = there.st_mode, there.st_mtime_ns


def link_file(source: Path, target: Path) -> None:
    """Give `source` a second name; copy it, with its time, where the disk has no hard links."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)


def discard(path: Path) -> None:
    """Remove whatever is at `path`, links not followed, folders that are closed too; nothing there is fine."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        path.unlink()
        return
    try:
        shutil.rmtree(path)
    except PermissionError:
        _open_folders(path)
        shutil.rmtree(path)


def _open_folders(folder: Path) -> None:
    """Let this process change all folders below one of its own."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        current.chmod(stat.S_IRWXU)
        with os.scandir(current) as entries:
            waiting += [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
