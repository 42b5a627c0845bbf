"""The way from finished files to live sites, for one output folder.

Holds the lock, mends what a killed build left, gives the engine scratch folders, and makes a complete new
tree live. It does not look into the files; `verify` does, between `assemble` and `publish`.
In `<parent>/.<name>.portal/`: `lock`; `units/` scratch; `next/` the new tree; `old/` for `switch`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import PublishError
from generator.publish.assembly import Changes, Sites, check_names, fill
from generator.publish.causes import as_publish_error
from generator.publish.live import survey
from generator.publish.lock import Lock
from generator.publish.switch import recover, switch
from generator.publish.tree import discard


@dataclass(frozen=True, slots=True)
class Staged:
    """A complete new tree at `folder`, not yet live, and what making it live would change."""

    folder: Path
    changes: Changes
    first: bool

    @property
    def differs(self) -> bool:
        """Whether the live tree is any different."""
        return self.first or bool(self.changes.written or self.changes.removed)


@dataclass(frozen=True, slots=True)
class Published:
    """What was changed, as `<site>/<path>`, sorted; `switched` is false when nothing had to be."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    switched: bool


class Workspace:
    """Exclusive access to one output folder; a context manager that leaves no scratch behind."""

    def __init__(self, output: Path) -> None:
        """Lock, mend and clean; `open` is the public way in."""
        self.output = output
        self._work = output.parent / f".{output.name}.portal"
        self._next = self._work / "next"
        self._aside = self._work / "old"
        with self._telling():
            survey(output)
            self._lock = self._take_lock()
        try:
            with self._telling():
                recover(self.output, self._aside)
                self._clean()
                self._scratch = self._new_scratch()
        except BaseException:
            self._lock.release()
            raise

    @classmethod
    def open(cls, output: Path) -> Self:
        """Return the workspace of the folder `output`, which need not exist.

        Raises `PublishError` when another build holds it, when it holds files of somebody else, or when it or
        the folder above cannot be written.
        """
        if output.name in {"", ".."}:
            raise PublishError(f"{output} cannot be the output folder", "name a folder with --output")
        return cls(output.parent.resolve() / output.name)

    def unit_folder(self, site: str, language: str) -> Path:
        """Return an empty scratch folder for one language of one site."""
        folder = self._scratch / site / language
        with self._telling():
            discard(folder)
            folder.mkdir(parents=True)
        return folder

    def assemble(self, sites: Sites, keep: Collection[str] = ()) -> Staged:
        """Put the complete new tree together, beside the live one.

        Live sites in `keep` that are not in `sites` are carried over whole; other live sites will disappear.
        What others put beside our sites stays. Raises `PublishError` for a bad path, a source that is no
        plain file, or a disk that refuses.
        """
        check_names(sites, keep)
        with self._telling():
            live = survey(self.output)
            live.refuse_clash({*sites, *keep})
            discard(self._next)
            self._next.mkdir()
            changes = fill(self._next, live, self._scratch, sites, keep)
            if live.exists:
                self._next.chmod(self.output.stat().st_mode & 0o7777)
        return Staged(self._next, changes, first=not live.exists)

    def publish(self, staged: Staged) -> Published:
        """Make the staged tree live in one step, unless it equals the live one; return what changed.

        Raises `PublishError`; then the live sites are what they were.
        """
        if staged.differs:
            with self._telling():
                switch(staged.folder, self.output, self._aside)
        # Rubbish from here on: what cannot be removed now, the next build removes.
        with suppress(OSError):
            discard(staged.folder)
        changes = staged.changes
        return Published(changes.written, changes.unchanged, changes.removed, staged.differs)

    def close(self) -> None:
        """Remove the scratch and give the lock back; does nothing a second time, or in a forked child."""
        if self._lock.held:
            with suppress(OSError):
                # First of all: a switch that failed half-way may have left the live tree aside.
                recover(self.output, self._aside)
                self._clean()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take_lock(self) -> Lock:
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if self._work.is_symlink():
            raise PublishError(f"{self._work} is a symbolic link", "remove it, then build again")
        self._work.mkdir(exist_ok=True)
        return Lock(self._work / "lock", self.output.name)

    def _clean(self) -> None:
        """Remove what this or a killed build left; `recover` has taken back what was worth it."""
        for name in ("next", "old"):
            discard(self._work / name)
        # A worker that outlived its build may still write there; the next build tries again.
        with suppress(OSError):
            discard(self._work / "units")

    def _new_scratch(self) -> Path:
        units = self._work / "units"
        if units.is_symlink():
            raise PublishError(f"{units} is a symbolic link", "remove it, then build again")
        units.mkdir(exist_ok=True)
        # A name of its own, so that a worker of a killed build cannot write into the units of this one.
        return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=units))

    def _telling(self) -> AbstractContextManager[None]:
        return as_publish_error(f"cannot write {self.output.name}")
