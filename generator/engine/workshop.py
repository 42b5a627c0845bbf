"""Builds sites in several processes: first every language of every site, then each site as a whole.

Takes plans and places to put sites together; returns for each site what it would change and what is wrong with it.
A worker renders, writes and examines; only small values travel, and what a site's pages say waits on the disk, so that
no process holds more than one site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Finding
from generator.engine.assets import site_assets
from generator.engine.builder import BaseConfig, build_unit, read_base, warm_up
from generator.engine.kept import Shared
from generator.engine.recall import CLASSES, NOTHING_KNOWN, KnownPage, Recall, keep_pages, still_live
from generator.engine.units import prepare_unit
from generator.paths import PortalPaths
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import SitePlan
from generator.publish.assembly import Change, Part, SiteStage
from generator.publish.plan import expected_of
from generator.publish.private import PrivateTexts
from generator.publish.verify import Examined, examine, verify_site
from generator.render.extras import common_files, feed_files
from generator.render.search_index import search_index
from generator.spans import Span, Task
from generator.store.pickled import dumps, known, loads
from generator.workers.pool import Job, run_units


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One language of one site, and how many pages it has."""

    site: str
    language: str
    pages: int


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """A language of a site that is in place, and how long that took."""

    task: UnitTask
    span: Span


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that is complete beside the live one; it may go live when nothing is found."""

    change: Change
    findings: tuple[Finding, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was placed of a site, and what it says."""

    part: Part
    examined: Mapping[str, Examined]


_PIECES = known(_Piece, Part, *CLASSES)


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
        """Return one task per language of each site."""
        return [
            UnitTask(plan.id, language, len(plan.pages_in(language)))
            for plan in self.plans.values()
            for language in plan.languages
        ]

    def build_all(
        self, jobs: int, advanced: Callable[[BuiltUnit], None]
    ) -> tuple[tuple[BuiltUnit, ...], tuple[BuiltSite, ...]]:
        """Build every site in up to `jobs` processes. Raises `RenderError` or `PublishError`."""
        units = run_units(Job(self.tasks(), self.build, _name, _weight, self.prepare), jobs, advanced)
        return units, run_units(Job(tuple(self.plans), self.finish, weight=self._size), jobs)

    def prepare(self) -> None:
        """Fill the caches that all units share."""
        warm_up(self._base)

    def build(self, task: UnitTask) -> BuiltUnit:
        """Render, write and examine one language of a site: those of its pages that are not live already."""
        begun = Task(_name(task))
        plan, stage = self.plans[task.site], self.stages[task.site]
        folder = plan.addresses.folder(task.language)
        unit = prepare_unit(plan, task.language, self.paths, self.shared.pictures)
        same = still_live(unit, self.recall, stage)
        known = {path: page.line for path, (page, _) in same.items()}
        fresh, lines = unit.besides(known)
        made = {path: data for path, (_, data) in same.items()}
        if len(same) <= len(unit.pages):  # else all of them are, and the 404 page too
            made |= build_unit(fresh, self._base).files
        made[SEARCH_INDEX] = search_index(lines.values())
        files = {f"{folder}{path}": data for path, data in made.items()}
        files |= feed_files(plan, task.language, unit.messages)
        piece = self._place(task.site, files, {f"{folder}{path}": page for path, (page, _) in same.items()})
        self._piece(task.site, task.language).write_bytes(dumps(piece))
        keep_pages(unit, self.recall, lines, piece.part.entries, piece.examined)
        return BuiltUnit(task, begun.done())

    def finish(self, site: str) -> BuiltSite:
        """Write what a site has besides its languages, and look at the whole."""
        begun = Task(site)
        plan, stage = self.plans[site], self.stages[site]
        assets = {path: file.read_bytes() for path, file in site_assets(self.paths.theme / "assets").items()}
        pieces = [
            self._place(
                site, assets | common_files(plan, self.shared.pictures, self.paths.theme, self.shared.clock)
            )
        ]
        for language in plan.languages:
            pieces.append(loads(self._piece(site, language).read_bytes(), _PIECES))
        change = stage.finish(piece.part for piece in pieces)
        examined = {path: said for piece in pieces for path, said in piece.examined.items()}
        findings = verify_site(stage.target, expected_of(plan), examined, f"{stage.shown}/{site}")
        return BuiltSite(change, findings, begun.done())

    def _place(
        self, site: str, files: Mapping[str, bytes], known: Mapping[str, KnownPage] = NOTHING_KNOWN
    ) -> _Piece:
        part = self.stages[site].place(files)
        seen = {
            path: known[path].examined if path in known else examine(path, data, self._texts)
            for path, data in files.items()
        }
        return _Piece(part, seen)

    def _piece(self, site: str, language: str) -> Path:
        return self.scratch / f"{site}.{language}"

    def _size(self, site: str) -> int:
        return len(self.plans[site].pages)

    @cached_property
    def _texts(self) -> PrivateTexts:
        return PrivateTexts(self.shared.private)

    @cached_property
    def _base(self) -> BaseConfig:
        return read_base(self.paths.mkdocs, self.paths.theme)


def _name(task: UnitTask) -> str:
    """How messages call a unit: `kvinfo/ar`."""
    return f"{task.site}/{task.language}"


def _weight(task: UnitTask) -> int:
    """How much work a unit is: the largest begin first."""
    return task.pages
