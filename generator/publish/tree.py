"""Work on folders of files: list, place, carry over, discard.

Takes absolute paths inside the output or the work folder and follows no symbolic link. A file that has not
changed keeps its inode and its modification time. Errors stay `OSError`; the callers give them words.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
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
    found: dict[str, int] = {}
    if folder.is_symlink() or not folder.is_dir():
        return found
    waiting = [(str(folder), "")]
    while waiting:
        current, prefix = waiting.pop()
        with os.scandir(current) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/"))
                elif entry.is_file(follow_symlinks=False):
                    found[path] = entry.stat(follow_symlinks=False).st_size
                else:
                    found[path] = NOT_A_FILE
    return dict(sorted(found.items()))


def same_bytes(path: Path, size: int | None, data: bytes) -> bool:
    """Whether the file at `path`, of `size` bytes as listed (`None`: not there), holds exactly `data`."""
    return size == len(data) and path.read_bytes() == data


def link_file(source: Path, target: Path) -> None:
    """Give `source` a second name; copy it, with its time, where the disk has no hard links."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)


def carry(source: Path, target: Path) -> None:
    """Repeat `source`, a file or a whole folder, at `target` by hard links; links stay links.

    Raises `OSError` for a device, pipe or socket.
    """
    mode = source.lstat().st_mode
    if stat.S_ISLNK(mode):
        target.symlink_to(source.readlink())
    elif stat.S_ISREG(mode):
        link_file(source, target)
    elif stat.S_ISDIR(mode):
        target.mkdir()
        for entry in sorted(source.iterdir()):
            carry(entry, target / entry.name)
        target.chmod(stat.S_IMODE(mode))
    else:
        raise OSError(errno.EINVAL, "neither a file nor a folder", str(source))


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
