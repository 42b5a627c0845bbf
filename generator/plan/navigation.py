"""The main navigation of a site: from its record, else from what it has.

Takes a view and the routes that exist, returns items in order. Titles are chosen later, in the reader's
language.
"""

from __future__ import annotations

from generator.model.site import NavigationEntry, SitePage
from generator.plan.routes import SECTIONS, page_route, section_route
from generator.plan.site_plan import NavigationItem
from generator.select.view import SiteView

LEGAL = ("imprint", "privacy", "accessibility")


def navigation(view: SiteView, routes: frozenset[str]) -> tuple[NavigationItem, ...]:
    """Return the navigation items whose pages exist on the site in some language."""
    entries = view.site.navigation or _usual(view)
    items = (_item(view, entry) for entry in entries)
    return tuple(item for item in items if item is not None and item.route in routes)


def _usual(view: SiteView) -> tuple[NavigationEntry, ...]:
    legal = {getattr(view.site.legal, name) for name in LEGAL}
    sections = [NavigationEntry.model_validate({"section": section}) for section in SECTIONS]
    own = [
        NavigationEntry.model_validate({"page": page.name}) for page in view.pages if page.name not in legal
    ]
    return (*sections, *own)


def _item(view: SiteView, entry: NavigationEntry) -> NavigationItem | None:
    if entry.section is not None:
        return NavigationItem(section_route(entry.section), entry.section, entry.title)
    page = own_page(view, entry.page)
    return NavigationItem(page_route(page.name), None, entry.title or page.title) if page else None


def own_page(view: SiteView, name: str | None) -> SitePage | None:
    """The site's own page of this name."""
    return next((page for page in view.pages if page.name == name), None)
