"""What a site will consist of: every page in every language, the navigation, the pictures.

`SitePlan` is the last thing before rendering; nothing after it decides which page exists or where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.base import Record
from generator.model.fields.text import Text
from generator.model.media import Media
from generator.model.site import SitePage
from generator.plan.outdated import NONE, Outdated
from generator.plan.routes import Addresses
from generator.select.view import SiteView


class PlannedPage(NamedTuple):
    """One page in one language.

    `kind` names the template and view (`home`, `programme`, `page` …). `content_language` is the language
    that the main text really has; it differs from `language` on a page shown in place of a translation.
    """

    kind: str
    route: str
    language: str
    content_language: str
    record: Record | SitePage | None = None

    @property
    def is_fallback(self) -> bool:
        """Whether readers get another language than they asked for."""
        return self.content_language != self.language


@dataclass(frozen=True, slots=True)
class PlannedRedirect:
    """An old route of a language, and the page that readers get there instead."""

    language: str
    route: str
    target: PlannedPage


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main navigation. Without `title` the usual word of the section is used."""

    route: str
    section: str | None
    title: Text | None


@dataclass(frozen=True)
class SitePlan:
    """All pages of a site. `pages` are in order of language and route."""

    view: SiteView
    addresses: Addresses
    pages: tuple[PlannedPage, ...]
    navigation: tuple[NavigationItem, ...]
    pictures: tuple[Media, ...]
    languages: tuple[str, ...]
    """The languages that are built, in the site's order; all of them unless somebody asked for less."""
    redirects: tuple[PlannedRedirect, ...] = ()
    """Old addresses, by output path. None of them is that of a page."""
    outdated: Outdated = NONE
    """What readers are to know of translations that are older than their source."""

    @property
    def id(self) -> str:
        """The site's id."""
        return self.view.site.id

    def pages_in(self, language: str) -> tuple[PlannedPage, ...]:
        """The pages of one language."""
        return self._by_language.get(language, ())

    def page(self, language: str, route: str) -> PlannedPage | None:
        """The page at a route, if this language has it."""
        return self._by_place.get((language, route))

    def has(self, language: str, route: str) -> bool:
        """Whether this language has a page at `route`."""
        return (language, route) in self._by_place

    def alternates(self, route: str) -> Mapping[str, str]:
        """Languages in which the page at `route` is really written, with absolute URLs; in the site's order."""
        return self._alternates.get(route, {})

    def canonical(self, page: PlannedPage) -> str:
        """The absolute URL under which a page's text should be known: its own, or that of the real translation."""
        original = self.page(page.content_language, page.route)
        if page.is_fallback and original is not None and not original.is_fallback:
            return self.addresses.absolute(page.content_language, page.route)
        default = self.addresses.default_language
        if page.is_fallback and self.has(default, page.route):
            return self.addresses.absolute(default, page.route)
        return self.addresses.absolute(page.language, page.route)

    @cached_property
    def _by_language(self) -> dict[str, tuple[PlannedPage, ...]]:
        found: dict[str, list[PlannedPage]] = {}
        for page in self.pages:
            found.setdefault(page.language, []).append(page)
        return {language: tuple(pages) for language, pages in found.items()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], PlannedPage]:
        return {(page.language, page.route): page for page in self.pages}

    @cached_property
    def _alternates(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for language in self.languages:
            for page in self.pages_in(language):
                if not page.is_fallback:
                    found.setdefault(page.route, {})[language] = self.addresses.absolute(language, page.route)
        return found
