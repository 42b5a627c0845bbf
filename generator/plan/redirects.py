"""Old addresses that lead to pages: `former_ids` of records and the site's own `redirects`.

Takes a view with its planned pages; returns redirects, and findings PP620 to PP622 about those that cannot be. As
a redirect leads to a page and never stands where a page is, none can lead to another: there are no loops.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding, Position, Severity
from generator.load.node import Path
from generator.model.base import Addressed, Record
from generator.model.fields.problem import nearest
from generator.plan.routes import API, FEEDS, MEDIA, NOT_FOUND, Addresses, record_route
from generator.plan.site_plan import PlannedPage, PlannedRedirect
from generator.select.view import SiteView

_MADE = (API, FEEDS, MEDIA, "assets/", "search/")
"""Where the build writes files that are no pages."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """An old address that an editor wrote, and where it stands."""

    record: Record
    path: Path
    old: PlannedPage
    target: PlannedPage | None
    wanted: str


@dataclass(slots=True)
class _Planning:
    """What is known while the redirects of a site are collected."""

    view: SiteView
    addresses: Addresses
    pages: dict[str, PlannedPage]
    found: dict[str, PlannedRedirect] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, wish: _Wish) -> None:
        """Take a redirect in, or say why not."""
        source = self.addresses.path(wish.old.language, wish.old.route)
        shown = source.removesuffix("index.html")
        if source in self.pages or shown.startswith(_MADE) or source.endswith(NOT_FOUND):
            message = "the old address {address} is that of a page of this site"
            help = "an address can be redirected only when nothing else stands there"
            return self._refuse("PP620", wish, message, help, address=f"/{shown}")
        if wish.target is None:
            return self._no_target(wish)
        made = PlannedRedirect(wish.old.language, wish.old.route, wish.target)
        other = self.found.setdefault(source, made)
        if other.target != made.target:
            message = "the old address {address} leads to two pages: {first} and {second}"
            first, second = other.target.route, made.target.route
            help = "keep one of them"
            self._refuse("PP622", wish, message, help, address=f"/{shown}", first=first, second=second)
        return None

    def _no_target(self, wish: _Wish) -> None:
        known = [path.removesuffix("index.html") for path in self.pages]
        close = nearest(wish.wanted, known[:2000])
        help = "did you mean {suggestion}?" if close else "name a page that the site has, such as about/"
        message = "the new address {address} is no page of this site"
        self._refuse("PP621", wish, message, help, new=True, address=f"/{wish.wanted}", suggestion=close)

    def _refuse(
        self, code: str, wish: _Wish, message: str, help: str, *, new: bool = False, **values: object
    ) -> None:
        path = (*wish.path[:-1], "new") if new else wish.path
        document = self.view.catalog.documents.get(wish.record.key)
        place = document.locate(path) if document else Position("")
        if self.findings and self.findings[-1].position == place:
            return  # one line, one finding: the other languages have the same fault
        self.findings.append(Finding(code, Severity.ERROR, place, message, values, help, path))


def redirects_of(
    view: SiteView, pages: Sequence[PlannedPage], addresses: Addresses, languages: tuple[str, ...]
) -> tuple[tuple[PlannedRedirect, ...], tuple[Finding, ...]]:
    """Return the redirects of a site in these languages, by output path, and what is wrong with them."""
    moved = tuple(_of_records(pages))
    if not moved and not view.site.redirects:
        return (), ()
    by_path = {addresses.path(page.language, page.route): page for page in pages}
    planning = _Planning(view, addresses, by_path)
    for wish in (*moved, *_of_site(view, by_path, addresses, languages)):
        planning.add(wish)
    made = tuple(redirect for _, redirect in sorted(planning.found.items()))
    return made, tuple(planning.findings)


def _of_records(pages: Sequence[PlannedPage]) -> Iterator[_Wish]:
    for page in pages:
        record = page.record
        if isinstance(record, Addressed):
            for index, former in enumerate(record.former_ids):
                old = PlannedPage(
                    page.kind, record_route(record.kind, former), page.language, page.content_language
                )
                yield _Wish(record, ("former_ids", index), old, page, page.route)


def _of_site(
    view: SiteView, pages: dict[str, PlannedPage], addresses: Addresses, languages: tuple[str, ...]
) -> Iterator[_Wish]:
    for index, redirect in enumerate(view.site.redirects):
        place: Path = ("redirects", index, "old")
        only, old = _with_language(redirect.old, addresses, view.site.languages)
        target_language, new = _with_language(redirect.new, addresses, view.site.languages)
        there = [
            page
            for language in languages
            if (page := pages.get(addresses.path(target_language or language, new)))
        ]
        for language in [only] if only else languages:
            if language in languages:
                own = pages.get(addresses.path(target_language or language, new))
                moved = PlannedPage("moved", old, language, language)
                if own or not there:
                    yield _Wish(view.site, place, moved, own, redirect.new)


def _with_language(path: str, addresses: Addresses, languages: Sequence[str]) -> tuple[str, str]:
    """Return the language whose folder a path begins with, empty for none, and the rest."""
    for language in languages:
        folder = addresses.folder(language)
        if folder and path.startswith(folder):
            return language, path.removeprefix(folder)
    return "", path
