"""What there is to build of a site, and what was built, as values that travel between processes.

Takes plans, returns tasks. Imports nothing that renders: whoever hands out tasks may leave rendering to others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TypeAlias

from generator.diagnostics import Finding
from generator.engine.kept import Shared
from generator.paths import PortalPaths
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.publish.assembly import Change, SiteStage
from generator.spans import Span
from generator.store.store import Store

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


Built: TypeAlias = tuple[tuple[BuiltUnit, ...], tuple[BuiltSite, ...]]
"""All units in the order of their tasks, and all sites in the order of their plans."""


@dataclass(frozen=True, slots=True)
class Order:
    """Sites to build, each at its stage. `scratch` is a folder of this build alone, `store` keeps pages."""

    plans: Mapping[str, SitePlan]
    stages: Mapping[str, SiteStage]
    scratch: Path
    paths: PortalPaths
    shared: Shared
    store: Store

    @property
    def pages(self) -> int:
        """How many pages these sites have."""
        return sum(len(plan.pages) for plan in self.plans.values())

    @property
    def tasks(self) -> list[UnitTask]:
        """The tasks of all sites."""
        return [task for plan in self.plans.values() for task in tasks_of(plan)]


def tasks_of(plan: SitePlan) -> list[UnitTask]:
    """Return the tasks of a site, in the order of its pages."""
    return [task for language in plan.languages for task in _split(plan, language)]


def share_of(pages: Sequence[PlannedPage], task: UnitTask) -> Sequence[PlannedPage]:
    """Return those of a language's pages that belong to a task."""
    size = ceil(len(pages) / task.parts)
    return pages[task.part * size : (task.part + 1) * size]


def name_of(task: UnitTask) -> str:
    """Return how messages call a task."""
    return task.name


def weight_of(task: UnitTask) -> int:
    """Return how much work a task is: the largest begin first."""
    return task.pages


def _split(plan: SitePlan, language: str) -> list[UnitTask]:
    pages = plan.pages_in(language)
    parts = max(1, ceil(len(pages) / _MOST))
    shares = [UnitTask(plan.id, language, 0, part, parts) for part in range(parts)]
    return [replace(share, pages=len(share_of(pages, share))) for share in shares]
