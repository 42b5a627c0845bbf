"""The switch of finished sites: each in one step, all of them right after one another.

Takes folders of complete new sites and the live output, and exchanges each with the live one: `renameat2` on
Linux, `renamex_np` on macOS; elsewhere two renames follow each other. A list of what is to be switched lies on the
disk meanwhile, so `recover` completes what a kill has cut off: every site is whole at every moment, and the next run
finds all of them old or makes all of them new. It does not look into the sites, and removes nothing.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.publish.manifest import NAME

_LINUX_HERE = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True)
class Move:
    """One site to switch: the SHA-256 of its new manifest, empty when the site goes."""

    site: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Switchboard:
    """The folders of a switch, all on one file system.

    `new` has the new sites, `live` the live ones, `aside` takes those that go; `journal` is the list on the disk,
    above `new`.
    """

    new: Path
    live: Path
    aside: Path
    journal: Path

    def switch(self, moves: Sequence[Move]) -> None:
        """Put the new sites in the place of the live ones; what was live is at `new` or `aside` afterwards.

        The bytes are on the disk before, the names after. Raises `OSError`; then all live sites are what they were.
        """
        for folder in (self.live, self.aside):
            folder.mkdir(exist_ok=True)
        _flush(self.new)
        done: list[Move] = []
        try:
            _write(self.journal, self._listed(moves))
            for move in moves:
                self._put(move)
                done.append(move)
            _sync_folders(self.live, self.new, self.aside)
        except OSError:
            kept = [move for move in reversed(done) if not self._take_back(move)]
            if not kept:  # else the next run makes all of them new
                self.journal.unlink(missing_ok=True)
            raise
        self._forget()

    def recover(self) -> None:
        """Complete a switch that a kill has cut off, of this board or of an earlier one; otherwise do nothing."""
        try:
            said = json.loads(self.journal.read_bytes())
            moves = [Move(**move) for move in said["moves"]]
            earlier = replace(self, new=self.journal.parent.joinpath(*said["new"]))
        except (OSError, ValueError, TypeError, KeyError):
            return
        earlier.resume(moves)

    def resume(self, moves: Sequence[Move]) -> None:
        """Make those moves that have not been made."""
        self.live.mkdir(exist_ok=True)
        self.aside.mkdir(exist_ok=True)
        for move in moves:
            there, ready = _manifest(self.live / move.site), _manifest(self.new / move.site)
            if there != move.manifest and ready == move.manifest:
                self._put(move)
        _sync_folders(self.live, self.aside)
        self._forget()

    def _listed(self, moves: Sequence[Move]) -> bytes:
        new = self.new.relative_to(self.journal.parent).parts
        return json.dumps({"new": new, "moves": [asdict(move) for move in moves]}).encode()

    def _put(self, move: Move) -> None:
        """Make a move. Raises `OSError`; then it is not made."""
        new, live, aside = (folder / move.site for folder in (self.new, self.live, self.aside))
        if not move.manifest:
            if os.path.lexists(live):
                live.rename(aside)
        elif not os.path.lexists(live):
            new.rename(live)
        elif not _exchange(new, live):
            live.rename(aside)
            try:
                new.rename(live)
            except OSError:
                aside.rename(live)
                raise

    def _take_back(self, move: Move) -> bool:
        """Undo a move that was made; return whether that went well."""
        new, live, aside = (folder / move.site for folder in (self.new, self.live, self.aside))
        try:
            if os.path.lexists(aside):
                if os.path.lexists(live):
                    live.rename(new)
                aside.rename(live)
            elif move.manifest and os.path.lexists(new):
                _exchange(new, live)
            elif move.manifest:
                live.rename(new)
        except OSError:
            return False
        return True

    def _forget(self) -> None:
        # The new sites are live: a failure to tidy must not be told as a failure to publish.
        with suppress(OSError):
            self.journal.unlink()


def _manifest(site: Path) -> str:
    """Return the SHA-256 of a site's manifest, empty when there is none."""
    try:
        return hashlib.sha256((site / NAME).read_bytes()).hexdigest()
    except OSError:
        return ""


def _write(path: Path, data: bytes) -> None:
    """Write a file that is whole under its name, and on the disk."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)
    _sync_folders(path.parent)


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
