"""The program, top to bottom: load, model, check, select, plan; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.rule import Context
from generator.check.runner import run_rules
from generator.clock import Clock
from generator.diagnostics import Finding, Severity, count, in_order
from generator.engine.pool import Job, run_units
from generator.engine.unit import UnitResult
from generator.engine.units import UnitTask, UnitWorkshop
from generator.errors import ContentError, UsageError
from generator.load.loader import load
from generator.model.build import build_catalog
from generator.model.catalog import Catalog
from generator.model.site import Site
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


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal that was read and checked: its records, one plan per site, everything to mend."""

    catalog: Catalog
    plans: tuple[SitePlan, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `languages` counts languages over all sites; `seconds` is wall time."""

    sites: int
    languages: int
    pages: int
    written: int
    unchanged: int
    removed: int
    seconds: float
    findings: tuple[Finding, ...]


def check_portal(paths: PortalPaths, clock: Clock, languages: Sequence[str] = ()) -> Checked:
    """Read everything, run every rule, plan every site; return it with all findings, in order of place."""
    loaded = load(paths)
    catalog, shape = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    context = Context(catalog, clock.today, theme_languages(paths.theme), paths.media)
    planned = [plan_site(select(catalog, site, clock.today), tuple(languages)) for site in catalog.of(Site)]
    findings = [*loaded.findings, *shape, *run_rules(context), *theme_findings(paths.theme, paths.shown)]
    findings += [finding for _, found in planned for finding in found]
    return Checked(catalog, tuple(plan for plan, _ in planned), in_order(findings))


def build_portal(  # noqa: PLR0913 - these are the options of the command
    paths: PortalPaths,
    clock: Clock,
    output: Path,
    *,
    sites: Sequence[str] = (),
    languages: Sequence[str] = (),
    jobs: int = 1,
    started: Callable[[int], None] = lambda units: None,
    advanced: Callable[[UnitResult], None] = lambda result: None,
) -> BuildReport:
    """Check, then build `sites` (all of them when empty), verify and switch.

    Raises `ContentError` with the findings that stop the build, `RenderError` or `PublishError`.
    """
    begun = time.monotonic()
    checked = check_portal(paths, clock, languages)
    stop_at_errors(checked.findings)
    plans = {plan.id: plan for plan in checked.plans if not sites or plan.id in sites}
    refuse_unknown(checked, sites, languages)
    with Workspace.open(output) as workspace:
        tasks = [
            UnitTask(plan.id, language, workspace.unit_folder(plan.id, language), len(plan.pages_in(language)))
            for plan in plans.values()
            for language in plan.languages
        ]
        started(len(tasks))
        workshop = UnitWorkshop(plans, paths)
        job = Job(tasks, workshop.build, lambda task: task.name, lambda task: task.pages, workshop.prepare)
        results = run_units(job, jobs, advanced)
        trees: dict[str, dict[str, Path | bytes]] = {id: dict(site_files(plan, paths.media)) for id, plan in plans.items()}
        for task, result in zip(tasks, results, strict=True):
            folder = plans[task.site].addresses.folder(task.language)
            trees[task.site] |= {f"{folder}{file}": task.folder / file for file in result.files}
        staged = workspace.assemble(trees, keep=[plan.id for plan in checked.plans])
        expected = [expected_of(plan) for plan in plans.values()]
        stop_at_errors(verify(staged.folder, expected, private_texts(checked.catalog, clock.today), output.name))
        published = workspace.publish(staged)
    return BuildReport(
        sites=len(plans),
        languages=len(tasks),
        pages=sum(task.pages for task in tasks),
        written=len(published.written),
        unchanged=len(published.unchanged),
        removed=len(published.removed),
        seconds=time.monotonic() - begun,
        findings=checked.findings,
    )


def stop_at_errors(findings: Sequence[Finding]) -> None:
    """Raise `ContentError` when any of these findings is an error."""
    if count(findings, Severity.ERROR):
        raise ContentError(findings)


def refuse_unknown(checked: Checked, sites: Sequence[str], languages: Sequence[str]) -> None:
    """Raise `UsageError` for a site or language that no site has."""
    known = {plan.id for plan in checked.plans}
    spoken = {language for plan in checked.plans for language in plan.view.site.languages}
    for what, asked, there in (("site", sites, known), ("language", languages, spoken)):
        for name in asked:
            if name not in there:
                raise UsageError(f"there is no {what} {name!r}", f"there are: {', '.join(sorted(there)) or 'none'}")
    if not checked.plans:
        raise UsageError("this portal has no site", "make sites/<id>/site.yml")
