"""The program, top to bottom: check, which reads and plans; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from generator.clock import Clock
from generator.diagnostics import in_order
from generator.engine.kept import Foresight, KeptSites, Shared
from generator.engine.last import LastBuild, theme_digest
from generator.engine.live import Glance, LiveSites, no_glance
from generator.engine.outpost import build_all, outpost
from generator.engine.ready import get_ready
from generator.engine.tasks import Order
from generator.intake.quiet import set_aside, without_collector
from generator.load.loader import Reading
from generator.outcome import (
    SILENT,
    BuildOptions,
    BuildReport,
    Progress,
    chosen_plans,
    concerned,
    refuse_lost_languages,
    refuse_output,
    stop_at_errors,
)
from generator.paths import PortalPaths
from generator.publish.staging import Published, Workspace
from generator.spans import Stages
from generator.store.places import facts_store, sites_store
from generator.store.store import NOTHING_KEPT
from generator.verdict.portal import check_portal


def build_portal(
    paths: PortalPaths,
    clock: Clock,
    options: BuildOptions,
    progress: Progress = SILENT,
    glance: Callable[[], Glance] = no_glance,
) -> BuildReport:
    """Check, build, verify and switch. Whoever has looked at what is live has a `glance`.

    Raises `ContentError` with the findings that stop it, `UsageError`, `RenderError` or `PublishError`.
    """
    spent = Stages()
    facts = facts_store(paths) if options.cache else NOTHING_KEPT
    theme = theme_digest(paths)  # before anybody reads a template
    store = sites_store(paths) if options.cache and theme else NOTHING_KEPT
    live = LiveSites(store, Workspace.folder_of(options.output), glance if store.root else no_glance)
    ready, foresight = outpost(paths, options.jobs), Foresight(clock, options.sites)
    reading = Reading(
        store=facts, jobs=options.jobs, meanwhile=partial(get_ready, paths.theme), soon=ready.start
    )
    with ExitStack() as stack:
        stack.callback(ready.close)
        with without_collector():
            checked = check_portal(paths, clock, options.languages, reading, foresight.look)
            stack.enter_context(set_aside(checked))
        stop_at_errors(checked.findings)
        spent.lap("check")
        refuse_output(paths, options.output)
        last = LastBuild.of(store, options.choice, (checked.state, theme), clock)
        again = last.outcome() if checked.remembered else None
        files = last.files(again, checked.languages, live, options.jobs) if again else None
        if again and files is not None:
            spent.lap("live")
            progress.started(0)
            return BuildReport.of(again, Published((), files, ()), spent)
        from generator.engine.gallery import make_gallery  # most builds have nothing to do
        from generator.plan.informed import with_outdated
        from generator.select.private import private_texts

        plans = with_outdated(paths, chosen_plans(checked, options), checked.catalog)
        pictures = make_gallery(
            plans.values(), paths, options.jobs, cache=options.cache, prune=options.is_whole
        )
        spent.lap("pictures")
        with Workspace.open(options.output, live.sure) as workspace:
            shared = Shared(
                workspace.output, theme, private_texts(checked.catalog, clock.today), pictures, clock
            )
            kept = KeptSites(live, plans, shared, foresight)
            same = kept.unchanged(options.jobs)
            spent.lap("live")
            changed_plans = {id: plan for id, plan in plans.items() if id not in same}
            stages = {id: workspace.stage(id) for id in changed_plans}
            order = Order(changed_plans, stages, workspace.scratch, paths, shared, store)
            progress.started(len(order.tasks))
            made, built = build_all(order, options.jobs, ready, progress.advanced)
            spent.tasks.extend([unit.span for unit in made] + [site.span for site in built])
            spent.lap("pages")
            refuse_lost_languages(plans, [site.change for site in built])
            stop_at_errors(in_order(finding for site in built for finding in site.findings))
            leaving = workspace.leaving([plan.id for plan in checked.plans])
            published = workspace.publish([*(site.change for site in built), *leaving])
            kept.remember(site.change for site in built)
            outcome = last.keep(concerned(checked, plans), kept)
            spent.lap("publish")
        return BuildReport.of(outcome, published.beside(sum(same.values())), spent)
