"""One switch of the whole output folder.

Takes a complete new folder and the live one beside it, and exchanges them in one step: `renameat2` on
Linux, `renamex_np` on macOS. Elsewhere two renames follow each other, which is not atomic, and `recover`
mends what a kill between them leaves. It does not look into the folders, and removes nothing.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_LINUX_HERE = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def switch(new: Path, live: Path, aside: Path) -> None:
    """Put the folder `new` in the place of `live`; what was live, if anything, is at `new` afterwards.

    All three are on one file system; `aside` is a free name for the way without an exchange. The bytes are
    on the disk before, the names after. A program that holds `live` open by handle (a server that changed
    into it, a container's bind mount) goes on seeing the old folder: let it open the parent.
    Raises `OSError`; then `live` is what it was.
    """
    _flush(new)
    was_live = os.path.lexists(live)
    _put(new, live, aside, was_live)
    try:
        _sync_folders(live.parent, new.parent)
    except OSError:
        _take_back(new, live, aside, was_live)
        raise


def recover(live: Path, aside: Path) -> None:
    """Bring the live folder back after a kill between two renames; otherwise do nothing."""
    if os.path.lexists(aside) and not os.path.lexists(live):
        aside.rename(live)
        _sync_folders(live.parent, aside.parent)


def _put(new: Path, live: Path, aside: Path, was_live: bool) -> None:
    if not was_live:
        new.rename(live)
    elif not _exchange(new, live):
        _two_renames(new, live, aside)


def _take_back(new: Path, live: Path, aside: Path, was_live: bool) -> None:
    if was_live:
        _put(new, live, aside, was_live)
    else:
        live.rename(new)


def _two_renames(new: Path, live: Path, aside: Path) -> None:
    live.rename(aside)
    try:
        new.rename(live)
    except OSError:
        aside.rename(live)
        raise
    # The new folder is live: a failure to tidy must not be told as a failure to publish.
    with suppress(OSError):
        aside.rename(new)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; false where the system or its disk cannot.

    Raises `OSError` for any other reason.
    """
    paths = os.fsencode(first), os.fsencode(second)
    if sys.platform.startswith("linux") and (renameat2 := _c_function("renameat2")):
        result = renameat2(_LINUX_HERE, paths[0], _LINUX_HERE, paths[1], _LINUX_EXCHANGE)
    elif sys.platform == "darwin" and (renamex_np := _c_function("renamex_np")):
        result = renamex_np(paths[0], paths[1], _MACOS_SWAP)
    else:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(second))


def _flush(folder: Path) -> None:
    """Have everything that was written to the disk of `folder` on it."""
    syncfs = _c_function("syncfs")
    if syncfs is None:
        if hasattr(os, "sync"):
            os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def _sync_folders(*folders: Path) -> None:
    """Have the names in `folders` on the disk; Windows keeps no handle on a folder and does this itself."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        finally:
            os.close(descriptor)


def _c_function(name: str) -> Callable[..., int] | None:
    """A function of the C library of this process; `None` where there is no such function, as on Windows."""
    if sys.platform == "win32":
        return None
    function: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function
