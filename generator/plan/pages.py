"""A site view becomes the list of its pages, in every language.

Takes a view, returns planned pages and findings about addresses (PP601) and empty sites (PP602). A page made
only of facts exists in every language; a page with a text of its own is a translation, a fallback, or, when
the site's policy is `omit`, not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.base import Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.fields.text import Text
from generator.model.guide import Guide
from generator.model.media import Media
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.story import Story, Testimonial
from generator.plan.routes import (
    ACCESSIBILITY,
    CREDITS,
    HOME,
    TESTIMONIALS,
    page_route,
    record_route,
    section_route,
)
from generator.plan.site_plan import PlannedPage
from generator.select.view import SiteView
from generator.text.resolve import resolve_for

_MEMBER = {
    "programmes": "programme",
    "places": "place",
    "calls": "call",
    "guides": "guide",
    "stories": "story",
}
"""Lists and the kind of page that each leads to."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before languages. `main_text` is the text that decides whether it is translated."""

    kind: str
    route: str
    record: Record | SitePage | None = None
    main_text: Text | None = None


def place_has_page(place: Place) -> bool:
    """Whether a place gets a page: cities and regions do, venues are shown where they are used."""
    return place.place_type != "venue"


def drafts(view: SiteView) -> Iterator[Draft]:
    """Yield every page of the site once: home, sections with records, voices, own pages, statement, credits."""
    yield Draft("home", HOME)
    places = tuple(place for place in view.of(Place) if place_has_page(place))
    yield from _section(
        "programmes", "programme", [(found, found.description) for found in view.of(Programme)]
    )
    yield from _section("places", "place", [(place, None) for place in places])
    if view.of(Coordinator):
        yield Draft("coordinators", section_route("coordinators"))
    yield from _section("calls", "call", [(call, call.summary) for call in view.of(Call)])
    yield from _section("guides", "guide", [(guide, guide.summary) for guide in view.of(Guide)])
    yield from _section("stories", "story", [(story, story.body) for story in view.of(Story)])
    if view.of(Testimonial):
        yield Draft("testimonials", TESTIMONIALS)
    for page in view.pages:
        yield Draft("page", page_route(page.name), page, page.body)
    if view.site.accessibility:
        yield Draft("accessibility", ACCESSIBILITY)
    if view.of(Media):
        yield Draft("credits", CREDITS)


def _section(section: str, kind: str, records: Sequence[tuple[Record, Text | None]]) -> Iterator[Draft]:
    """Yield a section's list and its records' pages; nothing when it has no records."""
    if records:
        yield Draft(section, section_route(section))
    for record, main_text in records:
        yield Draft(kind, record_route(record.kind, record.id), record, main_text)


def in_languages(view: SiteView, draft: Draft, languages: tuple[str, ...]) -> Iterator[PlannedPage]:
    """Yield a draft in each of `languages` in which the site has it."""
    others = _stand_ins(view, draft.main_text, languages) if draft.main_text else {}
    for language in languages:
        content = others.get(language, language)
        if content == language or view.site.fallback == "notice":
            yield PlannedPage(draft.kind, draft.route, language, content, draft.record)


def _stand_ins(view: SiteView, text: Text, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the language that is shown in the place of each of `languages` in which there is no text."""
    spoken = text.tags
    found = {
        language: resolve_for(view.site, text, language) for language in languages if language not in spoken
    }
    return {language: shown.language for language, shown in found.items() if shown.is_fallback}


def without_empty_lists(pages: Iterable[PlannedPage]) -> tuple[PlannedPage, ...]:
    """Leave out the lists of records in languages in which each record's page is left out (policy `omit`)."""
    planned = tuple(pages)
    filled = {(page.language, page.kind) for page in planned if page.record is not None}
    return tuple(
        page for page in planned if page.kind not in _MEMBER or (page.language, _MEMBER[page.kind]) in filled
    )
