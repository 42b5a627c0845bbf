"""Builds sites in several processes: first every language of every site, then each site as a whole.

Takes plans and places to put sites together; returns for each site what it would change and what is wrong with it.
A worker renders, writes and examines; only small values travel, and what a site's pages say waits on the disk, so that
no process holds more than one site.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.clock import Clock
from generator.diagnostics import Finding
from generator.engine.builder import BaseConfig, build_unit, read_base, warm_up
from generator.engine.pool import Job, run_units
from generator.engine.units import make_unit
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.publish.assembly import Change, Part, SiteStage
from generator.publish.plan import expected_of
from generator.publish.private import PrivateTexts
from generator.publish.verify import Examined, examine, verify_site
from generator.render.extras import common_files, feed_files
from generator.render.pictures.gallery import Gallery
from generator.text.messages import load_messages


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One language of one site, and how many pages it has."""

    site: str
    language: str
    pages: int


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that is complete beside the live one; it may go live when nothing is found."""

    change: Change
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was placed of a site, and what it says."""

    part: Part
    examined: Mapping[str, Examined]


@dataclass(frozen=True)
class Workshop:
    """What every worker needs to build any site. `scratch` is a folder of this build alone."""

    plans: Mapping[str, SitePlan]
    stages: Mapping[str, SiteStage]
    scratch: Path
    paths: PortalPaths
    clock: Clock
    pictures: Gallery
    private: frozenset[str]

    def tasks(self) -> list[UnitTask]:
        """Return one task per language of each site."""
        return [
            UnitTask(plan.id, language, len(plan.pages_in(language)))
            for plan in self.plans.values()
            for language in plan.languages
        ]

    def build_all(self, jobs: int, advanced: Callable[[UnitTask], None]) -> tuple[BuiltSite, ...]:
        """Build every site in up to `jobs` processes. Raises `RenderError` or `PublishError`."""
        run_units(Job(self.tasks(), self.build, _name, _weight, self.prepare), jobs, advanced)
        return run_units(Job(tuple(self.plans), self.finish, weight=self._size, prepare=self.prepare), jobs)

    def prepare(self) -> None:
        """Fill the caches that all units share."""
        warm_up(self._base)

    def build(self, task: UnitTask) -> UnitTask:
        """Render, write and examine one language of a site."""
        plan = self.plans[task.site]
        unit = make_unit(plan, task.language, self.paths, self.pictures)
        folder = plan.addresses.folder(task.language)
        files = {f"{folder}{path}": data for path, data in build_unit(unit, self._base).files.items()}
        files |= feed_files(plan, task.language, load_messages(self.paths.theme, task.language))
        self._piece(task.site, task.language).write_bytes(pickle.dumps(self._place(task.site, files)))
        return task

    def finish(self, site: str) -> BuiltSite:
        """Write what a site has besides its languages, and look at the whole."""
        plan, stage = self.plans[site], self.stages[site]
        pieces = [self._place(site, common_files(plan, self.pictures, self.paths.theme, self.clock))]
        for language in plan.languages:
            # Written by a worker of this build into a folder that nobody else may enter.
            pieces.append(pickle.loads(self._piece(site, language).read_bytes()))  # noqa: S301
        change = stage.finish(piece.part for piece in pieces)
        examined = {path: said for piece in pieces for path, said in piece.examined.items()}
        findings = verify_site(stage.target, expected_of(plan), examined, f"{stage.shown}/{site}")
        return BuiltSite(change, findings)

    def _place(self, site: str, files: Mapping[str, bytes]) -> _Piece:
        part = self.stages[site].place(files)
        return _Piece(part, {path: examine(path, data, self._texts) for path, data in files.items()})

    def _piece(self, site: str, language: str) -> Path:
        return self.scratch / f"{site}.{language}"

    def _size(self, site: str) -> int:
        return len(self.plans[site].pages)

    @cached_property
    def _texts(self) -> PrivateTexts:
        return PrivateTexts(self.private)

    @cached_property
    def _base(self) -> BaseConfig:
        return read_base(self.paths.mkdocs, self.paths.theme)


def _name(task: UnitTask) -> str:
    """How messages call a unit: `kvinfo/ar`."""
    return f"{task.site}/{task.language}"


def _weight(task: UnitTask) -> int:
    """How much work a unit is: the largest begin first."""
    return task.pages
