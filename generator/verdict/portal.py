"""The first half of the program, top to bottom: read, model, check, select, plan.

Takes a portal and a clock; returns everything that is wrong with it, its records and its plans. Prints nothing,
changes nothing but the cache.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from generator.check.ignores import Looked, apply_ignores
from generator.check.rule import Context
from generator.check.runner import run_common_rules
from generator.check.telling import to_tell
from generator.clock import Clock
from generator.diagnostics import Finding, in_order
from generator.intake.codec import dumps, loads
from generator.intake.portal import Sight, look, take_in
from generator.intake.quiet import without_collector
from generator.load.loader import AS_ON_DISK, Reading
from generator.model.catalog import Catalog
from generator.model.site import Site
from generator.paths import PortalPaths
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.select.view import select
from generator.store.digest import digest, program_digest
from generator.store.store import Store, key_of
from generator.text.messages import catalogue_path
from generator.text.theme import theme_findings, theme_languages
from generator.verdict.checked import Checked, Made
from generator.verdict.memory import Memory, Verdict
from generator.workers.aside import Aside

_FEW = 3000
"""Files: what is made of more is built by this process, which then gets ready while others read."""
_MANY = 1000
"""Records; of fewer, another process takes longer to begin than the rules take."""


def check_portal(
    paths: PortalPaths,
    clock: Clock,
    languages: Sequence[str] = (),
    reading: Reading = AS_ON_DISK,
    planned: Callable[[Iterable[SitePlan]], object] = tuple,
) -> Checked:
    """Read everything, run every rule, plan every site; return it with all findings, in order of place.

    With `languages`, the plans have only these; the findings are those of the whole portal. With a store in
    `reading`, what an earlier check found is used as far as nothing has changed; the answer is the same.
    `planned` is called with the plans while the rules may still be at work, unless all is remembered.
    """
    with without_collector():
        sight = look(paths, reading)
        memory = Memory.of(sight, clock, languages)
        known = memory.recall()
        if known:
            again = partial(_read_again, sight, clock, languages)
            return replace(_checked(known, sight, again, memory.state), remembered=True)
        intake = take_in(_getting_ready(sight))
        catalog = intake.catalog
        context = Context(catalog, clock.today, theme_languages(paths.theme), paths.media)
        common = partial(_common, context, paths, reading.store)
        with Aside(common, reading.jobs if len(catalog) >= _MANY else 1) as aside:
            made = _planned(catalog, clock, languages)
            plans = tuple(plan for plan, _ in made)
            planned(plans)
            told = pickle.loads(aside.answer())  # noqa: S301 - a process of this very run wrote it
        findings = [*intake.findings, *told]
        findings += [finding for _, found in made for finding in found]
        ordered = in_order(findings)
        looked = Looked(ordered, intake.unread, gaps=bool(catalog.broken))
        kept = apply_ignores(to_tell(ordered, catalog), intake.remarks, clock.today, looked)
        spoken = {plan.id: plan.languages for plan in plans}
        verdict = Verdict(in_order(kept.findings), kept.ignored, spoken)
        state = memory.keep(verdict, intake.digests)
        return _checked(verdict, sight, lambda: (catalog, plans), state)


def _getting_ready(sight: Sight) -> Sight:
    """Have another process get ready where little may be to do; then this one has nothing to do meanwhile."""
    reading = sight.reading
    if reading.soon is None or reading.jobs == 1 or not (sight.is_known or len(sight.files) <= _FEW):
        return sight
    return replace(sight, reading=replace(reading, meanwhile=None)) if reading.soon() else sight


def _common(context: Context, paths: PortalPaths, store: Store) -> bytes:
    """What the rules that look at everything find, and what is wrong with the theme, as bytes."""
    return dumps((*run_common_rules(context), *_of_theme(paths, store)))


def _of_theme(paths: PortalPaths, store: Store) -> tuple[Finding, ...]:
    """What is wrong with the theme's words, which are judged again only when they are others than at the last time."""
    state = _words_of(paths) if store.folder else ""
    key = key_of(b"words of the theme", program_digest().encode())
    data = store.get(key) if state else None
    match loads(data) if data else None:
        case (str() as kept, tuple() as found) if kept == state:
            return found
    made = theme_findings(paths.theme, paths.shown)
    if state:
        store.put(key, dumps((state, made)))
    return made


def _words_of(paths: PortalPaths) -> str:
    """Name the catalogues of the theme by their paths and bytes; empty when one cannot be read."""
    files = [catalogue_path(paths.theme, language) for language in sorted(theme_languages(paths.theme))]
    try:
        return digest([(paths.shown(file), hashlib.sha256(file.read_bytes()).digest()) for file in files])
    except OSError:
        return ""


def _checked(verdict: Verdict, sight: Sight, make: Callable[[], Made], state: str) -> Checked:
    files = len(sight.found.sources) + len(sight.found.pages)
    return Checked(make, verdict.findings, files, verdict.ignored, verdict.languages, state)


def _read_again(sight: Sight, clock: Clock, languages: Sequence[str]) -> Made:
    with without_collector():
        catalog = take_in(sight).catalog
        return catalog, tuple(plan for plan, _ in _planned(catalog, clock, languages))


def _planned(
    catalog: Catalog, clock: Clock, languages: Sequence[str]
) -> list[tuple[SitePlan, tuple[Finding, ...]]]:
    views = (select(catalog, site, clock.today, clock.now) for site in catalog.of(Site))
    return [plan_site(view, tuple(languages)) for view in views]
