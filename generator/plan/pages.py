"""A site view becomes the list of its pages, in every language.

Takes a view, returns planned pages and findings about addresses (PP601) and empty sites (PP602). A page made
only of facts exists in every language; a page with a text of its own is a translation, a fallback, or, when
the site's policy is `omit`, not there.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from generator.model.story import Story
from generator.plan.routes import CREDITS, HOME, page_route, record_route, section_route
from generator.plan.site_plan import PlannedPage
from generator.select.view import SiteView
from generator.text.resolve import resolve


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before languages: its kind, route and record, and the text that decides what is a translation."""

    kind: str
    route: str
    record: Record | SitePage | None = None
    main_text: Text | None = None


def place_has_page(place: Place) -> bool:
    """Whether a place gets a page: cities and regions do, venues are shown where they are used."""
    return place.place_type != "venue"


def drafts(view: SiteView) -> Iterator[Draft]:
    """Yield every page of the site once: home, sections with their records, own pages, picture credits."""
    yield Draft("home", HOME)
    programmes = view.of(Programme)
    places = tuple(place for place in view.of(Place) if place_has_page(place))
    guides, stories, calls = view.of(Guide), view.of(Story), view.of(Call)
    if programmes:
        yield Draft("programmes", section_route("programmes"))
    for programme in programmes:
        yield Draft("programme", record_route(programme.kind, programme.id), programme, programme.description)
    if places:
        yield Draft("places", section_route("places"))
    for place in places:
        yield Draft("place", record_route(place.kind, place.id), place)
    if view.of(Coordinator):
        yield Draft("coordinators", section_route("coordinators"))
    if calls:
        yield Draft("calls", section_route("calls"))
    for call in calls:
        yield Draft("call", record_route(call.kind, call.id), call, call.summary)
    if guides:
        yield Draft("guides", section_route("guides"))
    for guide in guides:
        yield Draft("guide", record_route(guide.kind, guide.id), guide, guide.summary)
    if stories:
        yield Draft("stories", section_route("stories"))
    for story in stories:
        yield Draft("story", record_route(story.kind, story.id), story, story.body)
    for page in view.pages:
        yield Draft("page", page_route(page.name), page, page.body)
    if view.of(Media):
        yield Draft("credits", CREDITS)


def in_languages(view: SiteView, draft: Draft, languages: tuple[str, ...]) -> Iterator[PlannedPage]:
    """Yield a draft in each of `languages` in which the site has it."""
    for language in languages:
        content = language
        if draft.main_text is not None:
            found = resolve(draft.main_text, language, (view.site.default_language,))
            content = found.language if found.is_fallback else language
        if content == language or view.site.fallback == "notice":
            yield PlannedPage(draft.kind, draft.route, language, content, draft.record)
