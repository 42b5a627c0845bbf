"""Builds sites in several processes: every language of every site, and each site as a whole once its languages are.

Takes plans and places to put sites together; returns for each site what it would change and what is wrong with it.
A worker renders, writes and examines; only small values travel, and what a site's pages say waits on the disk, so that
no process holds more than one site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from pathlib import Path

from generator.diagnostics import Finding
from generator.engine.assets import site_assets
from generator.engine.builder import build_unit, warm_up
from generator.engine.configuration import BaseConfig, read_base
from generator.engine.kept import Shared
from generator.engine.pieces import Piece, Pieces
from generator.engine.plugin import NOT_FOUND
from generator.engine.recall import NOTHING_KNOWN, KnownPage, Recall, keep_pages, still_live
from generator.engine.units import prepare_unit
from generator.paths import PortalPaths
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.publish.assembly import Change, SiteStage
from generator.publish.plan import expected_of
from generator.publish.private import PrivateTexts
from generator.publish.verify import examine, verify_site
from generator.render.extras import common_files, feed_files
from generator.render.search_index import search_index
from generator.spans import Span, Task
from generator.workers.pool import Job, run_units

_MOST = 100
"""As many pages are built at once: what is larger is built in parts, so that several workers have something to do."""


@dataclass(frozen=True, slots=True)
class UnitTask:
    """Some pages of one language of one site: number `part` of `parts`, from 0."""

    site: str
    language: str
    pages: int
    part: int = 0
    parts: int = 1

    @property
    def name(self) -> str:
        """How messages call it: `kvinfo/ar`."""
        which = f" ({self.part + 1} of {self.parts})" if self.parts > 1 else ""
        return f"{self.site}/{self.language}{which}"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that is complete beside the live one; it may go live when nothing is found."""

    change: Change
    findings: tuple[Finding, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """Pages that are in place, how long that took, and the whole site where these were the last of it."""

    task: UnitTask
    span: Span
    site: BuiltSite | None = None


@dataclass(frozen=True)
class Workshop:
    """What every worker needs to build any site. `scratch` is a folder of this build alone."""

    plans: Mapping[str, SitePlan]
    stages: Mapping[str, SiteStage]
    scratch: Path
    paths: PortalPaths
    shared: Shared
    recall: Recall

    def tasks(self) -> list[UnitTask]:
        """Return the tasks of all sites."""
        return [task for site in self.plans for task in self._tasks(site)]

    def build_all(
        self, jobs: int, advanced: Callable[[BuiltUnit], None]
    ) -> tuple[tuple[BuiltUnit, ...], tuple[BuiltSite, ...]]:
        """Build every site in up to `jobs` processes. Raises `RenderError` or `PublishError`."""
        units = run_units(Job(self.tasks(), self.build, _name, _weight, self.prepare), jobs, advanced)
        sites = {unit.site.change.site: unit.site for unit in units if unit.site}
        return units, tuple(sites[site] for site in self.plans)

    def prepare(self) -> None:
        """Fill the caches that all units share."""
        warm_up(self._base)

    def build(self, task: UnitTask) -> BuiltUnit:
        """Render, write and examine the pages of a task that are not live already; then the site, if it is whole."""
        begun = Task(task.name)
        plan, stage, siblings = self.plans[task.site], self.stages[task.site], self._tasks(task.site)
        folder = plan.addresses.folder(task.language)
        pages = _part_of(plan.pages_in(task.language), task)
        prepared = prepare_unit(plan, task.language, self.paths, self.shared.pictures, pages)
        unit = replace(prepared, part=task.part)
        same = still_live(unit, self.recall, stage)
        known = {path: page.line for path, (page, _) in same.items()}
        fresh, lines = unit.besides(known)
        made = {path: data for path, (_, data) in same.items()}
        if len(same) < len(unit.own):
            made |= build_unit(fresh, self._base, self.scratch).files
        files = {f"{folder}{path}": data for path, data in made.items()}
        if task.part == 0:
            files |= feed_files(plan, task.language, unit.messages)
        else:
            files.pop(f"{folder}{NOT_FOUND}", None)
        placed = self._place(task.site, files, {f"{folder}{path}": page for path, (page, _) in same.items()})
        piece = replace(placed, lines=tuple(lines.values()))
        keep_pages(unit, self.recall, lines, piece.part.entries, piece.examined)
        self._pieces.keep(task.site, siblings.index(task), piece)
        span = begun.done()
        whole = self._pieces.completes(task.site, range(len(siblings)))
        return BuiltUnit(task, span, self._finish(task.site) if whole else None)

    def _finish(self, site: str) -> BuiltSite:
        """Write what a site has besides its pages, and look at the whole."""
        begun = Task(site)
        plan, stage = self.plans[site], self.stages[site]
        taken = {task: self._pieces.take(site, number) for number, task in enumerate(self._tasks(site))}
        files = {path: file.read_bytes() for path, file in site_assets(self.paths.theme / "assets").items()}
        files |= common_files(plan, self.shared.pictures, self.paths.theme, self.shared.clock)
        for language in plan.languages:
            lines = [
                line for task, piece in taken.items() if task.language == language for line in piece.lines
            ]
            files[plan.addresses.path(language, SEARCH_INDEX)] = search_index(lines)
        pieces = (self._place(site, files), *taken.values())
        change = stage.finish(piece.part for piece in pieces)
        examined = {path: said for piece in pieces for path, said in piece.examined.items()}
        findings = verify_site(stage.target, expected_of(plan), examined, f"{stage.shown}/{site}")
        return BuiltSite(change, findings, begun.done())

    def _tasks(self, site: str) -> list[UnitTask]:
        """The tasks of a site, in the order of its pages."""
        plan = self.plans[site]
        return [task for language in plan.languages for task in _split(plan, language)]

    def _place(
        self, site: str, files: Mapping[str, bytes], known: Mapping[str, KnownPage] = NOTHING_KNOWN
    ) -> Piece:
        part = self.stages[site].place(files)
        seen = {
            path: known[path].examined if path in known else examine(path, data, self._texts)
            for path, data in files.items()
        }
        return Piece(part, seen)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self.scratch)

    @cached_property
    def _texts(self) -> PrivateTexts:
        return PrivateTexts(self.shared.private)

    @cached_property
    def _base(self) -> BaseConfig:
        return read_base(self.paths.mkdocs, self.paths.theme)


def _split(plan: SitePlan, language: str) -> list[UnitTask]:
    pages = plan.pages_in(language)
    parts = max(1, ceil(len(pages) / _MOST))
    shares = [UnitTask(plan.id, language, 0, part, parts) for part in range(parts)]
    return [replace(share, pages=len(_part_of(pages, share))) for share in shares]


def _part_of(pages: Sequence[PlannedPage], task: UnitTask) -> Sequence[PlannedPage]:
    size = ceil(len(pages) / task.parts)
    return pages[task.part * size : (task.part + 1) * size]


def _name(task: UnitTask) -> str:
    return task.name


def _weight(task: UnitTask) -> int:
    """How much work a task is: the largest begin first."""
    return task.pages
