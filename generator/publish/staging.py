"""The way from finished files to live sites, for one output folder.

Holds the lock, mends what a killed build left, gives each site a place to be put together, and makes complete new
sites live. It does not look into the files; `verify` does, between `stage` and `publish`.
In `<parent>/.<name>.portal/`: `lock`; `units/` scratch with the new sites; `old/`, `switching.json` for the switch.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import PublishError
from generator.publish.assembly import Change, SiteStage
from generator.publish.causes import as_publish_error
from generator.publish.live import refuse_others, survey
from generator.publish.lock import Lock
from generator.publish.names import check_sites
from generator.publish.switch import Move, Switchboard
from generator.publish.tree import discard, list_files


@dataclass(frozen=True, slots=True)
class Published:
    """What was changed, as `<site>/<path>`, sorted; `unchanged` counts the files of the other sites, too."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]

    @property
    def switched(self) -> bool:
        """Whether anything live is any different."""
        return bool(self.written or self.removed)

    def beside(self, others: int) -> Self:
        """Return the same with so many files of sites that were not touched."""
        return replace(self, unchanged=self.unchanged + others)


class Workspace:
    """Exclusive access to one output folder; a context manager that leaves no scratch behind."""

    def __init__(self, output: Path, sure: Callable[[], Collection[str]]) -> None:
        """Lock, mend and clean; `open` is the public way in."""
        self.output = output
        self._work = output.parent / f".{output.name}.portal"
        with self._telling():
            refuse_others(output)
            self._lock = self._take_lock()
        try:
            with self._telling():
                self._board(self._work / "units").recover()
                self._clean()
                self.live = survey(output, sure())
                self.scratch = self._new_scratch()
                self._next = self.scratch / "next"
                self._next.mkdir()
        except BaseException:
            self._lock.release()
            raise

    @classmethod
    def open(cls, output: Path, sure: Callable[[], Collection[str]] = tuple) -> Self:
        """Return the workspace of the folder `output`, which need not exist.

        `sure` tells, once nobody else can publish, which sites there are known to be ours and whole.

        Raises `PublishError` when another build holds it, when it holds files of somebody else, or when it or
        the folder above cannot be written.
        """
        if output.name in {"", ".."}:
            raise PublishError(f"{output} cannot be the output folder", "name a folder with --output")
        return cls(cls.folder_of(output), sure)

    @staticmethod
    def folder_of(output: Path) -> Path:
        """Return the full path of an output folder, which is `output` of its workspace."""
        return output.parent.resolve() / output.name

    def stage(self, site: str) -> SiteStage:
        """Return the place where a new version of a site is put together, empty.

        Raises `PublishError` for a name that cannot be published, or one that is taken by somebody else.
        """
        check_sites({*self.live.sites, site})
        self.live.refuse_clash([site])
        target = self._next / site
        with self._telling():
            discard(target)
            target.mkdir()
        return SiteStage(site, target, self.output / site, self.output.name)

    def leaving(self, keep: Collection[str]) -> tuple[Change, ...]:
        """Return the live sites that are not in `keep`, as changes that remove them.

        Raises `PublishError` when it cannot be known whether something there is such a site.
        """
        self.live.refuse_hidden(keep)
        gone = sorted(self.live.sites.difference(keep))
        with self._telling():
            return tuple(Change(site, "", (), 0, tuple(list_files(self.output / site))) for site in gone)

    def publish(self, changes: Collection[Change]) -> Published:
        """Make every site that differs live, each in one step; return what changed. Other live sites stay.

        Sites that are new come first and those that leave go last, so no site refers to one that is not there.
        Raises `PublishError`; then the live sites are what they were.
        """
        ordered = sorted(changes, key=lambda change: change.site)
        differing = [change for change in ordered if change.differs]
        differing.sort(key=lambda change: (not change.manifest, change.site in self.live.sites))
        moves = [Move(change.site, change.manifest) for change in differing]
        if moves:
            with self._telling():
                self._board(self._next).switch(moves)
        for change in ordered:
            for path, mode in change.closed:
                with suppress(OSError):  # somebody else's
                    (self.output / change.site / path).chmod(mode)
        # Rubbish from here on: what cannot be removed now, the next build removes.
        with suppress(OSError):
            discard(self._next)
            self._next.mkdir()
            gone = {move.site for move in moves if not move.manifest}
            there = self.live.sites.union(move.site for move in moves) - gone
            self.live = replace(self.live, exists=self.live.exists or bool(moves), sites=there)
        return Published(
            tuple(f"{change.site}/{path}" for change in ordered for path in change.written),
            sum(change.unchanged for change in ordered),
            tuple(f"{change.site}/{path}" for change in ordered for path in change.removed),
        )

    def close(self) -> None:
        """Remove the scratch and give the lock back; does nothing a second time, or in a forked child."""
        if self._lock.held:
            with suppress(OSError):
                self._board(self._next).recover()
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

    def _board(self, new: Path) -> Switchboard:
        return Switchboard(new, self.output, self._work / "old", self._work / "switching.json")

    def _take_lock(self) -> Lock:
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if self._work.is_symlink():
            raise PublishError(f"{self._work} is a symbolic link", "remove it, then build again")
        self._work.mkdir(exist_ok=True)
        return Lock(self._work / "lock", self.output.name)

    def _clean(self) -> None:
        """Remove what this or a killed build left; `recover` has taken back what was worth it."""
        discard(self._work / "old")
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
