"""Which sites and pages show a record, and which addresses a change makes or takes away.

Takes plans, returns paths with a slash in front. A record without a page of its own is shown where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compare.difference import Addresses, Shown
from generator.compare.portal import PAGES, State
from generator.model.catalog import Catalog, Key
from generator.model.site import SitePage
from generator.plan.routes import CREDITS, HOME, TESTIMONIALS, record_route, section_route
from generator.plan.site_plan import PlannedPage, SitePlan

_LISTED = {"coordinators": section_route("coordinators"), "testimonials": TESTIMONIALS, "media": CREDITS}
"""Lists that show all records of a kind that has no pages."""


def shown_on(state: State, key: Key) -> tuple[Shown, ...]:
    """Return the sites that show a record and its pages there, in order of language and route."""
    found = []
    for site, plan in sorted(state.plans.items()):
        pages = _pages(state.catalog, plan, key)
        if pages:
            found.append(Shown(site, tuple(f"/{address(plan, page)}" for page in pages)))
    return tuple(found)


def address(plan: SitePlan, page: PlannedPage) -> str:
    """Return the path of a page below its site."""
    return f"{plan.addresses.folder(page.language)}{page.route}"


def _pages(catalog: Catalog, plan: SitePlan, key: Key) -> list[PlannedPage]:
    if key[0] == PAGES:
        site, _, name = key[1].partition("/")
        own = [page for page in plan.pages if isinstance(page.record, SitePage) and page.record.name == name]
        return own if plan.id == site else []
    if key[0] == "sites":
        routes = {HOME} if plan.id == key[1] else set()
    else:
        routes = set(_routes(catalog, key)) if key in plan.view.records or key[0] == "vocabulary" else set()
    return [page for page in plan.pages if page.route in routes]


def _routes(catalog: Catalog, key: Key) -> Iterator[str]:
    """Yield where a record may be seen: its own page, else those of the records around it."""
    kind, id = key
    if kind in ("programmes", "calls", "guides", "stories"):
        yield record_route(kind, id)
        return
    if kind in _LISTED:
        yield _LISTED[kind]
    if kind == "places":
        yield record_route(kind, id)
    if kind == "vocabulary":
        yield section_route("programmes")
    if kind == "coordinators":
        around = [(found.target.kind, found.id) for found in catalog.references.get(key, ())]
        yield from (record_route(*found) for found in around if found[0] in ("programmes", "places"))
    for user in catalog.used_by.get(key, ()):
        yield HOME if user[0] == "sites" else record_route(*user)


def addresses(before: State, after: State) -> tuple[Addresses, ...]:
    """Return the addresses that each site gains and loses; sites that are not in both are told as a whole."""
    return tuple(
        found
        for site, plan in sorted(after.plans.items())
        if site in before.plans and (found := _of_site(before.plans[site], plan))
    )


def _of_site(before: SitePlan, after: SitePlan) -> Addresses:
    both = set(before.view.site.languages) & set(after.view.site.languages)
    old, new = _by_path(before, both), _by_path(after, both)
    moved = {
        f"/{after.addresses.folder(found.language)}{found.route}": f"/{address(after, found.target)}"
        for found in after.redirects
    }
    gone = [path for path in old if path not in new]
    return Addresses(
        after.id,
        tuple(path for path in gone if path not in moved),
        tuple((path, moved[path]) for path in gone if path in moved),
        tuple(path for path in new if path not in old),
    )


def _by_path(plan: SitePlan, languages: set[str]) -> Mapping[str, PlannedPage]:
    return {f"/{address(plan, page)}": page for page in plan.pages if page.language in languages}
