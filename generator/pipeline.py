"""The program, top to bottom: load, model, check, select, plan; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from generator.check.rule import Context
from generator.check.runner import run_rules
from generator.clock import Clock
from generator.diagnostics import in_order
from generator.engine.pool import Job, run_units
from generator.engine.units import UnitTask, UnitWorkshop, task_name, task_weight
from generator.load.loader import load
from generator.model.build import build_catalog
from generator.model.site import Site
from generator.outcome import (
    BuildOptions,
    BuildReport,
    Checked,
    Progress,
    Silent,
    chosen_plans,
    stop_at_errors,
)
from generator.paths import PortalPaths
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.publish.plan import expected_of
from generator.publish.staging import Workspace
from generator.publish.verify import verify
from generator.render.extras import site_files
from generator.select.private import private_texts
from generator.select.view import select
from generator.text.theme import theme_findings, theme_languages


def check_portal(paths: PortalPaths, clock: Clock, languages: Sequence[str] = ()) -> Checked:
    """Read everything, run every rule, plan every site; return it with all findings, in order of place.

    With `languages`, the plans have only these; the findings are those of the whole portal.
    """
    loaded = load(paths)
    catalog, shape = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    context = Context(catalog, clock.today, theme_languages(paths.theme), paths.media)
    planned = [plan_site(select(catalog, site, clock.today), tuple(languages)) for site in catalog.of(Site)]
    findings = [*loaded.findings, *shape, *run_rules(context), *theme_findings(paths.theme, paths.shown)]
    findings += [finding for _, found in planned for finding in found]
    return Checked(catalog, tuple(plan for plan, _ in planned), in_order(findings))


def build_portal(
    paths: PortalPaths, clock: Clock, options: BuildOptions, progress: Progress | None = None
) -> BuildReport:
    """Check, build, verify and switch.

    Raises `ContentError` with the findings that stop it, `UsageError`, `RenderError` or `PublishError`.
    """
    begun = time.monotonic()
    checked = check_portal(paths, clock, options.languages)
    stop_at_errors(checked.findings)
    plans = chosen_plans(checked, options)
    with Workspace.open(options.output) as workspace:
        tasks = _tasks(plans, workspace)
        trees = _build_units(plans, tasks, paths, options.jobs, progress or Silent())
        staged = workspace.assemble(trees, keep=[plan.id for plan in checked.plans])
        expected = [expected_of(plan) for plan in plans.values()]
        private = private_texts(checked.catalog, clock.today)
        stop_at_errors(verify(staged.folder, expected, private, options.output.name))
        published = workspace.publish(staged)
    changed = (len(published.written), len(published.unchanged), len(published.removed))
    pages = sum(task.pages for task in tasks)
    return BuildReport(len(plans), len(tasks), pages, *changed, time.monotonic() - begun, checked.findings)


def _tasks(plans: dict[str, SitePlan], workspace: Workspace) -> list[UnitTask]:
    return [
        UnitTask(plan.id, language, workspace.unit_folder(plan.id, language), len(plan.pages_in(language)))
        for plan in plans.values()
        for language in plan.languages
    ]


def _build_units(
    plans: dict[str, SitePlan], tasks: list[UnitTask], paths: PortalPaths, jobs: int, progress: Progress
) -> dict[str, dict[str, Path | bytes]]:
    """Build every unit; return each site's output paths with their sources."""
    progress.started(len(tasks))
    workshop = UnitWorkshop(plans, paths)
    job = Job(tasks, workshop.build, task_name, task_weight, workshop.prepare)
    results = run_units(job, jobs, progress.advanced)
    trees: dict[str, dict[str, Path | bytes]] = {
        id: dict(site_files(plan, paths.media)) for id, plan in plans.items()
    }
    for task, result in zip(tasks, results, strict=True):
        folder = plans[task.site].addresses.folder(task.language)
        trees[task.site] |= {f"{folder}{file}": task.folder / file for file in result.files}
    return trees
