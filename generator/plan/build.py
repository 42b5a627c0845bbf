"""A site view becomes a site plan, and two pages on one address become a finding.

The entry of the `plan` layer: takes a view, returns the plan and the findings PP601, PP602, PP609 and PP620 to PP622.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Finding, Phrase, Severity
from generator.model.media import Media
from generator.model.programme import Programme
from generator.plan.links import broken_links
from generator.plan.navigation import navigation
from generator.plan.pages import Draft, drafts, in_languages, without_empty_lists
from generator.plan.redirects import redirects_of
from generator.plan.routes import Addresses, base_url
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.select.view import SiteView


def plan_site(view: SiteView, only: tuple[str, ...] = ()) -> tuple[SitePlan, tuple[Finding, ...]]:
    """Return the plan of a site and what is wrong with its addresses.

    With `only`, the plan has these languages of the site. Without its default language, the first of them takes
    the place at the root, so that what is built works by itself.
    """
    languages = tuple(language for language in view.site.languages if not only or language in only)
    default = view.site.default_language
    whole = Addresses(base_url(view.site.url), default)
    addresses = replace(
        whole, default_language=default if default in (languages or (default,)) else languages[0]
    )
    found = tuple(drafts(view))
    pages = _pages(view, found, languages)
    routes = frozenset(draft.route for draft in found)
    redirects, misled = redirects_of(view, pages, addresses, languages)
    plan = SitePlan(view, addresses, pages, navigation(view, routes), view.of(Media), languages, redirects)
    all_pages = pages
    if languages != view.site.languages:
        all_pages = _pages(view, found, view.site.languages)
        _, misled = redirects_of(view, all_pages, whole, view.site.languages)
    findings = (
        *_nothing_selected(view),
        *_collisions(view, found, whole),
        *broken_links(all_pages, whole),
        *misled,
    )
    return plan, findings


def _pages(view: SiteView, found: tuple[Draft, ...], languages: tuple[str, ...]) -> tuple[PlannedPage, ...]:
    return without_empty_lists(page for draft in found for page in in_languages(view, draft, languages))


def _nothing_selected(view: SiteView) -> tuple[Finding, ...]:
    if view.of(Programme) or any(kind == Programme.kind for kind, _ in view.catalog.broken):
        return ()  # a programme that cannot be read has its own finding
    place = view.catalog.documents[view.site.key].locate(("select",), key=True)
    message = "the site {site} selects no programme"
    help = "portal list programmes shows what there is, and --site ID --why what a site takes"
    return (Finding("PP602", Severity.ERROR, place, message, {"site": view.site.id}, help, ("select",)),)


def _collisions(view: SiteView, found: tuple[Draft, ...], addresses: Addresses) -> tuple[Finding, ...]:
    owners: dict[str, Draft] = {}
    findings = []
    folders = {addresses.folder(language).casefold(): language for language in view.site.languages[1:]}
    site_file = view.catalog.documents[view.site.key].locate(())
    for draft in found:
        other = owners.setdefault(draft.route.casefold(), draft)
        taken = _owner(other) if other is not draft else None
        if draft.route.casefold() in folders:
            taken = Phrase("the home page in {language}", {"language": folders[draft.route.casefold()]})
        if taken:
            values = {"address": draft.route, "first": taken, "second": _owner(draft)}
            message = "two pages on one address, {address}: {first} and {second}"
            findings.append(
                Finding("PP601", Severity.ERROR, site_file, message, values, "rename one of them")
            )
    return tuple(findings)


def _owner(draft: Draft) -> Phrase | str:
    if draft.kind == "page":
        return Phrase("the site's own page {name}", {"name": draft.route.rstrip("/")})
    record = draft.record
    return f"{draft.kind} {getattr(record, 'id', '')}".strip()
