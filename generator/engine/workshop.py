"""Builds sites in several processes: every language of every site, and each site as a whole once its languages are.

Takes plans and places to put sites together; returns for each site what it would change and what is wrong with it.
A worker renders, writes and examines; only small values travel, and what a site's pages say waits on the disk, so that
no process holds more than one site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.diagnostics import Phrase
from generator.engine.assets import asset_files
from generator.engine.builder import build_unit, warm_up
from generator.engine.configuration import BaseConfig, read_base
from generator.engine.foreign import advice_on_others
from generator.engine.pieces import Piece, Pieces
from generator.engine.plugin import NOT_FOUND
from generator.engine.recall import NOTHING_KNOWN, KnownPage, Recall, keep_pages, still_live
from generator.engine.tasks import (
    Built,
    BuiltSite,
    BuiltUnit,
    Order,
    UnitTask,
    name_of,
    share_of,
    tasks_of,
    weight_of,
)
from generator.engine.units import prepare_unit
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import SitePlan
from generator.publish.plan import expected_of
from generator.publish.private import PrivateTexts
from generator.publish.verify import examine, verify_site
from generator.render.extras import common_files, feed_files
from generator.render.search_index import search_index
from generator.spans import Task
from generator.workers.pool import Job, run_units


@dataclass(frozen=True)
class Workshop:
    """What every worker needs to build any site of an order."""

    order: Order

    def build_all(self, jobs: int, advanced: Callable[[BuiltUnit], None]) -> Built:
        """Build every site in up to `jobs` processes. Raises `RenderError` or `PublishError`."""
        brings_in = not self.order.shared.theme  # then hooks may run, and end the process in which they do
        job = Job(self.order.tasks, self.build, name_of, weight_of, self.prepare, brings_in, self.advise)
        units = run_units(job, jobs, advanced)
        sites = {unit.site.change.site: unit.site for unit in units if unit.site}
        return units, tuple(sites[site] for site in self.order.plans)

    def prepare(self) -> None:
        """Fill the caches that all units share."""
        warm_up(self._base)

    def advise(self) -> Phrase:
        """What helps when the process of a worker has ended."""
        return advice_on_others(self._base.settings)

    def build(self, task: UnitTask) -> BuiltUnit:
        """Render, write and examine the pages of a task that are not live already; then the site, if it is whole.

        What belongs to no language goes with the first task.
        """
        begun = Task(task.name)
        plan, stage = self.order.plans[task.site], self.order.stages[task.site]
        siblings = tasks_of(plan)
        folder = plan.addresses.folder(task.language)
        pages = share_of(plan.pages_in(task.language), task)
        prepared = prepare_unit(plan, task.language, self.order.paths, self.order.shared.pictures, pages)
        unit = replace(prepared, part=task.part)
        same = still_live(unit, self._recall, stage)
        known = {path: page.line for path, (page, _) in same.items()}
        fresh, lines = unit.besides(known)
        made = {path: data for path, (_, data) in same.items()}
        if len(same) < len(unit.own):
            made |= build_unit(fresh, self._base, self.order.scratch).files
        files = {f"{folder}{path}": data for path, data in made.items()}
        if task == siblings[0]:
            files |= self._common(plan)
        if task.part == 0:
            files |= feed_files(plan, task.language, unit.messages)
        else:
            files.pop(f"{folder}{NOT_FOUND}", None)
        placed = self._place(task.site, files, {f"{folder}{path}": page for path, (page, _) in same.items()})
        piece = replace(placed, lines=tuple(lines.values()))
        keep_pages(unit, self._recall, lines, piece.part.entries, piece.examined)
        self._pieces.keep(task.site, siblings.index(task), piece)
        span = begun.done()
        whole = self._pieces.completes(task.site, range(len(siblings)))
        return BuiltUnit(task, span, self._finish(task.site) if whole else None)

    def _finish(self, site: str) -> BuiltSite:
        """Write what a site has besides its pages, and look at the whole."""
        begun = Task(site)
        plan, stage = self.order.plans[site], self.order.stages[site]
        taken = {task: self._pieces.take(site, number) for number, task in enumerate(tasks_of(plan))}
        files = {}
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

    def _common(self, plan: SitePlan) -> dict[str, bytes]:
        """The files that belong to no language; they are made with the first pages, when all workers have work."""
        theme, shared = self.order.paths.theme, self.order.shared
        return asset_files(theme / "assets") | common_files(plan, shared.pictures, theme, shared.clock)

    def _place(
        self, site: str, files: Mapping[str, bytes], known: Mapping[str, KnownPage] = NOTHING_KNOWN
    ) -> Piece:
        part = self.order.stages[site].place(files, {path: page.entry for path, page in known.items()})
        seen = {
            path: known[path].examined if path in known else examine(path, data, self._texts)
            for path, data in files.items()
        }
        return Piece(part, seen)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self.order.scratch)

    @cached_property
    def _recall(self) -> Recall:
        return Recall(self.order.store, self.order.shared.state)

    @cached_property
    def _texts(self) -> PrivateTexts:
        return PrivateTexts(self.order.shared.private)

    @cached_property
    def _base(self) -> BaseConfig:
        return read_base(self.order.paths.mkdocs, self.order.paths.theme)
