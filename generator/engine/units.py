"""A site plan becomes units: each language of a site with its rendered pages.

Takes plans, returns what `builder` writes. Runs inside the worker, so that only the names of site and
language travel between processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.clock import Clock
from generator.engine.builder import BaseConfig, build_unit, read_base, warm_up
from generator.engine.unit import Heading, Unit, UnitPage, UnitResult
from generator.model.call import Call
from generator.model.state import is_over
from generator.paths import PortalPaths
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.extras import site_files
from generator.render.html import RenderedPage, not_found_page, render_page
from generator.render.pictures.gallery import Gallery
from generator.render.search_index import IndexedPage, search_index
from generator.render.shell import shell_labels
from generator.render.voice import Voice
from generator.text.locales import direction
from generator.text.messages import load_messages
from generator.workers.pool import Job, run_units


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One language of one site, and the empty folder to write it into."""

    site: str
    language: str
    folder: Path
    pages: int


def task_name(task: UnitTask) -> str:
    """How messages call a unit: `kvinfo/ar`."""
    return f"{task.site}/{task.language}"


def task_weight(task: UnitTask) -> int:
    """How much work a unit is, in pages: the largest begin first."""
    return task.pages


def unit_tasks(plans: Mapping[str, SitePlan], folder: Callable[[str, str], Path]) -> list[UnitTask]:
    """Return one task per language of each site; `folder` gives an empty scratch folder for it."""
    return [
        UnitTask(plan.id, language, folder(plan.id, language), len(plan.pages_in(language)))
        for plan in plans.values()
        for language in plan.languages
    ]


@dataclass(frozen=True)
class UnitWorkshop:
    """What every worker needs to build any unit."""

    plans: Mapping[str, SitePlan]
    paths: PortalPaths
    clock: Clock
    pictures: Gallery

    def build_all(
        self, tasks: Sequence[UnitTask], jobs: int, advanced: Callable[[UnitResult], None]
    ) -> dict[str, dict[str, Path | bytes]]:
        """Build every unit in up to `jobs` processes; return each site's output paths with their sources."""
        results = run_units(Job(tasks, self.build, task_name, task_weight, self.prepare), jobs, advanced)
        trees: dict[str, dict[str, Path | bytes]] = {
            id: dict(site_files(plan, self.pictures, self.paths.theme, self.clock))
            for id, plan in self.plans.items()
        }
        for task, result in zip(tasks, results, strict=True):
            folder = self.plans[task.site].addresses.folder(task.language)
            trees[task.site] |= {f"{folder}{file}": task.folder / file for file in result.files}
        return trees

    def prepare(self) -> None:
        """Fill the caches that all units share."""
        warm_up(self._base())

    def build(self, task: UnitTask) -> UnitResult:
        """Render and write one unit. Raises `RenderError`."""
        unit = make_unit(self.plans[task.site], task.language, self.paths, self.pictures)
        return build_unit(unit, task.folder, self._base())

    def _base(self) -> BaseConfig:
        return read_base(self.paths.mkdocs, self.paths.theme)


def make_unit(
    plan: SitePlan,
    language: str,
    paths: PortalPaths,
    pictures: Gallery,
    only: Sequence[PlannedPage] | None = None,
) -> Unit:
    """Return one language of a site with all pages rendered, or `only` these. Raises `RenderError`.

    With `only`, the unit has nothing but these pages and its 404 page: no assets, no search index.
    """
    messages = load_messages(paths.theme, language)
    rendered = [
        (page, render_page(plan, page, messages, paths.theme, pictures))
        for page in (plan.pages_in(language) if only is None else only)
    ]
    found = [
        IndexedPage(
            page, done.title, done.html, isinstance(page.record, Call) and is_over(page.record, plan.view.now)
        )
        for page, done in rendered
        if done.searchable
    ]
    not_found = not_found_page(language)
    voice = Voice(plan, not_found, messages)
    addresses = plan.addresses
    folder = addresses.folder(language)
    return Unit(
        site=plan.id,
        language=language,
        direction=direction(language),
        folder=folder.rstrip("/"),
        url=addresses.absolute(language, ""),
        site_name=str(voice.text(plan.view.site.name)),
        pages=tuple(_page(done) for _, done in rendered),
        not_found=_page(render_page(plan, not_found, messages, paths.theme, pictures)),
        strings=shell_labels(voice),
        assets="../" if folder else "",
        carries_assets=not folder and only is None,
        files={SEARCH_INDEX: search_index(found)} if only is None else {},
    )


def _page(rendered: RenderedPage) -> UnitPage:
    headings = tuple(Heading(found.level, found.id, found.text) for found in rendered.headings)
    return UnitPage(
        rendered.path,
        rendered.title,
        rendered.description,
        rendered.html,
        headings,
        rendered.view,
    )
