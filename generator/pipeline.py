"""The program, top to bottom: load, model, check, select, plan; then render, build, verify, publish.

Takes a portal and a clock; returns what was found or built, prints nothing. A fault at any stage raises, and
what was live stays as it was.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from generator.check.echoes import without_echoes
from generator.check.ignores import apply_ignores
from generator.check.rule import Context
from generator.check.runner import run_rules
from generator.clock import Clock
from generator.diagnostics import in_order
from generator.engine.gallery import make_gallery
from generator.engine.kept import KeptSites, Shared, theme_digest
from generator.engine.recall import Recall
from generator.engine.workshop import Workshop
from generator.load.loader import AS_ON_DISK, Reading, load
from generator.model.build import build_catalog
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
from generator.plan.informed import with_outdated
from generator.publish.staging import Workspace
from generator.select.private import private_texts
from generator.select.view import select
from generator.store.store import Store
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
    kept = apply_ignores(without_echoes(in_order(findings), catalog), loaded.remarks, clock.today)
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
    whole = not options.sites and not options.languages
    pictures = make_gallery(plans.values(), paths, options.jobs, cache=options.cache, prune=whole)
    private = private_texts(checked.catalog, clock.today)
    store = Store(paths.root, paths.cache / "sites") if options.cache else Store()
    with Workspace.open(options.output) as workspace:
        shared = Shared(workspace.output, theme_digest(paths), private, pictures, clock)
        kept = KeptSites(store, plans, shared)
        same = kept.unchanged(options.jobs)
        changed_plans = {id: plan for id, plan in plans.items() if id not in same}
        stages = {id: workspace.stage(id) for id in changed_plans}
        workshop = Workshop(
            changed_plans, stages, workspace.scratch, paths, shared, Recall(store, shared.state)
        )
        (progress or Silent()).started(len(workshop.tasks()))
        built = workshop.build_all(options.jobs, (progress or Silent()).advanced)
        refuse_lost_languages(plans, [site.change for site in built])
        stop_at_errors(in_order(finding for site in built for finding in site.findings))
        leaving = workspace.leaving([plan.id for plan in checked.plans])
        published = workspace.publish([*(site.change for site in built), *leaving])
        kept.remember(site.change for site in built)
    unchanged = published.unchanged + sum(same.values())
    changed = (len(published.written), unchanged, len(published.removed))
    pages = sum(len(plan.pages) for plan in plans.values())
    languages = sum(len(plan.languages) for plan in plans.values())
    seconds = time.monotonic() - begun
    return BuildReport(len(plans), languages, pages, *changed, seconds, concerned(checked, plans))
