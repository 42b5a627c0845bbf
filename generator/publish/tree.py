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
from collections.abc import Iterator
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


def signature(folder: Path) -> str:
    """Name what is below `folder` by paths, sizes and times, without reading a file; links are not followed."""
    lines: list[str] = []
    try:
        for path, entry in _entries(folder):
            there = entry.stat(follow_symlinks=False)
            lines.append(f"{path}\0{stat.S_IFMT(there.st_mode)}\0{there.st_size}\0{there.st_mtime_ns}")
    except OSError as error:
        lines.append(f"\0{error.errno}")
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below `folder` that is no folder itself, by path, in no order; no link is followed below it."""
    waiting = [(str(folder), "")]
    while waiting:
        current, prefix = waiting.pop()
        with os.scandir(current) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield prefix + entry.name, entry


def link_file(source: Path, target: Path) -> None:
    """Give `source` a second name; copy it, with its time, where the disk has no hard links."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)


def discard(path: Path) -> None:
    """Remove whatever is at `path`, links not followed; nothing there is fine."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        shutil.rmtree(path)
    else:
        path.unlink()
