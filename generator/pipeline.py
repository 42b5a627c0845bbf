"""The program, top to bottom: check, which reads and plans; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

import time
from dataclasses import replace

from generator.check.translatable import page_languages, translatable_texts
from generator.clock import Clock
from generator.engine.gallery import make_gallery
from generator.engine.units import UnitWorkshop, unit_tasks
from generator.history.states import read_history
from generator.intake.portal import facts_store
from generator.load.loader import Reading
from generator.model.catalog import Catalog
from generator.outcome import (
    BuildOptions,
    BuildReport,
    Progress,
    Silent,
    chosen_plans,
    concerned,
    refuse_lost_languages,
    refuse_output,
    stop_at_errors,
)
from generator.paths import PortalPaths
from generator.plan.outdated import outdated_for
from generator.plan.site_plan import SitePlan
from generator.publish.plan import expected_of
from generator.publish.staging import Workspace
from generator.publish.verify import verify
from generator.select.private import private_texts
from generator.store.store import NOTHING_KEPT
from generator.verdict.portal import check_portal


def build_portal(
    paths: PortalPaths, clock: Clock, options: BuildOptions, progress: Progress | None = None
) -> BuildReport:
    """Check, build, verify and switch.

    Raises `ContentError` with the findings that stop it, `UsageError`, `RenderError` or `PublishError`.
    """
    begun = time.monotonic()
    store = facts_store(paths) if options.cache else NOTHING_KEPT
    checked = check_portal(paths, clock, options.languages, Reading(store=store, jobs=options.jobs))
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
