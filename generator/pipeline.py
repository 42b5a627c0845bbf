"""The program, top to bottom: load, model, check, select, plan; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from generator.check.ignores import apply_ignores
from generator.check.rule import Context
from generator.check.runner import run_rules
from generator.check.telling import to_tell
from generator.check.translatable import page_languages, translatable_texts
from generator.clock import Clock
from generator.diagnostics import in_order
from generator.engine.gallery import make_gallery
from generator.engine.units import UnitWorkshop, unit_tasks
from generator.history.states import read_history
from generator.load.loader import AS_ON_DISK, Reading, load
from generator.model.build import build_catalog
from generator.model.catalog import Catalog
from generator.model.site import Site
from generator.outcome import (
    BuildOptions,
    BuildReport,
    Checked,
    Progress,
    Silent,
    chosen_plans,
    concerned,
    refuse_lost_languages,
    refuse_output,
    stop_at_errors,
)
from generator.paths import PortalPaths
from generator.plan.build import plan_site
from generator.plan.outdated import outdated_for
from generator.plan.site_plan import SitePlan
from generator.publish.plan import expected_of
from generator.publish.staging import Workspace
from generator.publish.verify import verify
from generator.select.private import private_texts
from generator.select.view import select
from generator.text.theme import theme_findings, theme_languages


def check_portal(
    paths: PortalPaths, clock: Clock, languages: Sequence[str] = (), reading: Reading = AS_ON_DISK
) -> Checked:
    """Read everything, run every rule, plan every site; return it with all findings, in order of place.

    With `languages`, the plans have only these; the findings are those of the whole portal.
    """
    loaded = load(paths, reading)
    catalog, shape = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    context = Context(catalog, clock.today, theme_languages(paths.theme), paths.media)
    views = [select(catalog, site, clock.today, clock.now) for site in catalog.of(Site)]
    planned = [plan_site(view, tuple(languages)) for view in views]
    findings = [*loaded.findings, *shape, *run_rules(context), *theme_findings(paths.theme, paths.shown)]
    findings += [finding for _, found in planned for finding in found]
    kept = apply_ignores(to_tell(in_order(findings), catalog), loaded.remarks, clock.today)
    plans = tuple(plan for plan, _ in planned)
    return Checked(catalog, plans, in_order(kept.findings), loaded.files, kept.ignored)


def build_portal(
    paths: PortalPaths, clock: Clock, options: BuildOptions, progress: Progress | None = None
) -> BuildReport:
    """Check, build, verify and switch.

    Raises `ContentError` with the findings that stop it, `UsageError`, `RenderError` or `PublishError`.
    """
    begun = time.monotonic()
    checked = check_portal(paths, clock, options.languages)
    stop_at_errors(checked.findings)
    plans = with_outdated(paths, chosen_plans(checked, options), checked.catalog)
    refuse_output(paths, options.output)
    with Workspace.open(options.output) as workspace:
        tasks = unit_tasks(plans, workspace.unit_folder)
        (progress or Silent()).started(len(tasks))
        whole = not options.sites and not options.languages
        pictures = make_gallery(plans.values(), paths, options.jobs, cache=options.cache, prune=whole)
        workshop = UnitWorkshop(plans, paths, clock, pictures)
        trees = workshop.build_all(tasks, options.jobs, (progress or Silent()).advanced)
        staged = workspace.assemble(trees, keep=[plan.id for plan in checked.plans])
        refuse_lost_languages(plans, staged.changes.removed)
        expected = [expected_of(plan) for plan in plans.values()]
        private = private_texts(checked.catalog, clock.today)
        stop_at_errors(verify(staged.folder, expected, private, options.output.name))
        published = workspace.publish(staged)
    changed = (len(published.written), len(published.unchanged), len(published.removed))
    pages = sum(task.pages for task in tasks)
    seconds = time.monotonic() - begun
    return BuildReport(len(plans), len(tasks), pages, *changed, seconds, concerned(checked, plans))


def with_outdated(paths: PortalPaths, plans: dict[str, SitePlan], catalog: Catalog) -> dict[str, SitePlan]:
    """Return plans that know which translations are out of date; the history is read only if a site asks."""
    wishes = {id: plan.view.site.outdated_translations for id, plan in plans.items()}
    if set(wishes.values()) <= {"show"}:
        return plans
    history = read_history(paths, translatable_texts(catalog), page_languages(catalog))
    states = history.states.values()
    return {id: replace(plan, outdated=outdated_for(wishes[id], states)) for id, plan in plans.items()}
