"""One build at a time on one output folder.

Takes the path of a lock file and holds an exclusive lock on it, which the kernel gives back when the process
ends, however it ends. The file itself stays: removing it would let two processes lock two files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.errors import PublishError

_held: set[int] = set()


class Lock:
    """An exclusive lock; taken when made, given back by `release`."""

    def __init__(self, path: Path, shown: str) -> None:
        """Take the lock on `path` at once.

        Raises `PublishError` when another process, or this one, holds it; `OSError` when it cannot be opened.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(path, flags, 0o666)
        try:
            _lock(descriptor)
        except BlockingIOError:
            os.close(descriptor)
            raise PublishError(
                f"another build is writing to {shown}", "wait until it has ended, then build again"
            ) from None
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        _held.add(descriptor)

    @property
    def held(self) -> bool:
        """Whether this process holds the lock; never true in a forked child."""
        return self._descriptor in _held

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self.held:
            _held.remove(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _close_in_child() -> None:
    # A forked worker shares the lock: left open there, it would outlive a build that was killed.
    for descriptor in sorted(_held):
        os.close(descriptor)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_close_in_child)
