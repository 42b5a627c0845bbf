"""Links of a site's own pages, followed inside the plan: to pages of the site and to headings of the page.

Takes all pages of a site in all its languages, returns findings PP609. Links to other sites, and to files that
the build makes (pictures, feeds, open data), are not followed here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Finding, Phrase, Position, Severity, in_order, told
from generator.model.fields.problem import nearest
from generator.model.prose import ProseLink, links_of
from generator.model.site import SitePage
from generator.plan.routes import API, FEEDS, MEDIA, Addresses
from generator.plan.site_plan import PlannedPage
from generator.text.resolve import resolve
from generator.text.richtext import headings_of

_FILES = (API, FEEDS, MEDIA)
_MOST_SUGGESTIONS = 50


def broken_links(pages: Iterable[PlannedPage], addresses: Addresses) -> tuple[Finding, ...]:
    """Return what is wrong with the links of own pages; `pages` are those of all languages of the site."""
    planned = tuple(pages)
    linking = [
        (page, record)
        for page in planned
        if isinstance(record := page.record, SitePage) and record.links.get(page.content_language) != ()
    ]
    if not linking:
        return ()  # as most sites have no page with a link
    known = frozenset(f"{addresses.folder(page.language)}{page.route}" for page in planned)
    found: dict[tuple[Position, str], Finding] = {}
    for page, record in linking:
        for place, link, fault in _faults(page, record, addresses, known):
            key = (place, link.href)
            if key not in found:
                help = _help(page, link, addresses, known) if len(found) < _MOST_SUGGESTIONS else ""
                said, values = told(help, {"text": link.text, "target": link.href})
                found[key] = Finding("PP609", Severity.ERROR, place, fault, values, said, ("body",))
    return in_order(found.values())


def _faults(
    page: PlannedPage, record: SitePage, addresses: Addresses, known: frozenset[str]
) -> Iterator[tuple[Position, ProseLink, str]]:
    links = record.links.get(page.content_language)
    shown = resolve(record.body, page.content_language)
    start = record.places.get(("body", shown.language))
    for link in links_of(shown.text) if links is None else links:
        fault = "" if link.picture else _fault(link.href, page, shown.text, addresses, known)
        if fault and start:
            yield Position(start.file, start.line + link.line, link.column), link, fault


def _fault(href: str, page: PlannedPage, text: str, addresses: Addresses, known: frozenset[str]) -> str:
    try:
        parts = urlsplit(href)
    except ValueError:
        return 'the link "{text}" leads to "{target}", which is no address'
    if href.startswith("/"):
        return 'the link "{text}" starts with /, so it breaks when the site stands in a folder'
    if parts.scheme or not href:
        return ""
    target = _resolved(parts.path, page, addresses)
    here = f"{addresses.folder(page.language)}{page.route}"
    if target not in known and not target.startswith(_FILES):
        return 'the link "{text}" leads to "{target}", which is no page of the site'
    is_heading = target == here and parts.fragment.startswith("section-")
    if is_heading and parts.fragment not in {heading.id for heading in headings_of(text)}:
        return 'the link "{text}" leads to "{target}", which is no heading of this page'
    return ""


def _resolved(path: str, page: PlannedPage, addresses: Addresses) -> str:
    """Return where `path` leads from a page, below the site; pages end with a slash, the root is empty."""
    here = f"{addresses.folder(page.language)}{page.route}"
    if not path:
        return here
    whole = posixpath.normpath(f"{here}{unquote(path)}")
    last = path.rsplit("/", 1)[-1]
    if last == "index.html":
        whole, last = posixpath.dirname(whole), ""
    folder = last in ("", ".", "..")
    return "" if whole in (".", "") else f"{whole}/" if folder else whole


def _help(page: PlannedPage, link: ProseLink, addresses: Addresses, known: frozenset[str]) -> str | Phrase:
    folder = addresses.folder(page.language)
    if link.href.startswith("#"):
        return "the headings of a page are #section-1, #section-2 and so on"
    path = unquote(link.href.split("#")[0]).lstrip("/")
    wanted = path if link.href.startswith("/") else _resolved(path, page, addresses)
    wanted = wanted.removesuffix(".md").rstrip("/") + "/"
    candidates = [target for target in known if target.startswith(folder)][:2000]
    close = wanted if wanted in known else nearest(wanted, candidates)
    if not close:
        return "write the way from this page to the other, such as ../about/"
    return Phrase(
        "did you mean {suggestion}?", {"suggestion": addresses.relative(page.language, page.route, close)}
    )
