"""Pages that list records: home, programmes, places, directory, calls, guides, stories, credits, 404.

Takes a voice, returns what the template of that page shows. Which records the site has was decided before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from generator.model.area import wider_places
from generator.model.base import Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.media import Media
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.story import Story, Testimonial
from generator.plan.pages import place_has_page
from generator.plan.routes import HOME, calendar_route, news_route, record_route, section_route
from generator.render.views import calls as call_views
from generator.render.views.filters import directory_filter, programme_filter
from generator.render.views.parts import (
    Link,
    Picture,
    credit_line,
    guide_card,
    picture,
    place_link,
    programme_card,
    programme_link,
    quotation,
    story_card,
)
from generator.render.views.people import coordinator_card, directory
from generator.render.voice import Voice
from generator.text.locales import country_name, native_name
from generator.text.messages import mark

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place in a list, with the programmes that it has."""

    link: Link
    programmes: tuple[Link, ...]


def home(voice: Voice) -> dict[str, object]:
    """Return the home page: promise, cities, calls, programmes, a story, doors."""
    view = voice.plan.view
    coming, _ = call_views.in_order(_shown(voice, view.of(Call)), view.now)
    stories = _newest(voice)
    voices = view.of(Testimonial)
    contact = view.get(Coordinator, view.site.contact)
    return {
        "name": voice.text(view.site.name),
        "summary": voice.text(view.site.summary),
        "introduction": voice.prose(view.site.introduction, "introduction", base_level=2),
        "hero": picture(voice, view.site.brand.hero),
        "places": _place_names(voice),
        "coordinators_url": voice.to(section_route("coordinators"))
        if voice.has(section_route("coordinators"))
        else "",
        "calls": tuple(call_views.call_card(voice, call) for call in coming[:6]),
        "calls_url": voice.to(section_route("calls")) if voice.has(section_route("calls")) else "",
        "programmes": tuple(
            programme_card(voice, programme) for programme in _shown(voice, view.of(Programme))
        ),
        "stories": tuple(story_card(voice, story) for story in stories[:2]),
        "guides": tuple(guide_card(voice, guide) for guide in _shown(voice, view.of(Guide))),
        "testimonial": quotation(voice, voices[0]) if voices else None,
        "contact": coordinator_card(voice, contact) if contact else None,
    }


def programmes(voice: Voice) -> dict[str, object]:
    """Return the list of programmes, and by what readers can narrow it down."""
    view = voice.plan.view
    found = _shown(voice, view.of(Programme))
    form, cards = programme_filter(voice, {each.id: programme_card(voice, each) for each in found})
    contact = view.get(Coordinator, view.site.contact)
    return {
        "filter": form,
        "programmes": cards,
        "contact": coordinator_card(voice, contact) if contact else None,
    }


def places(voice: Voice) -> dict[str, object]:
    """Return the list of places."""
    return {"places": _place_names(voice)}


def place(voice: Voice, record: Place) -> dict[str, object]:
    """Return the page of a place: who answers there, which programmes and calls there are, its calendar."""
    view = voice.plan.view
    around = set(wider_places(view.catalog, record.id))
    people = tuple(found for found in view.of(Coordinator) if around & set(found.places))
    programmes = tuple(found for found in _shown(voice, view.of(Programme)) if record.id in found.places)
    calls = tuple(call for call in _shown(voice, view.of(Call)) if record.id in call.places)
    coming, past = call_views.in_order(calls, view.now)
    inner = tuple(
        link
        for found in view.of(Place)
        if found.part_of == record.id and (link := place_link(voice, found.id))
    )
    contact = None if people else _general_contact(voice, programmes)
    return {
        "name": voice.text(record.name),
        "part_of": place_link(voice, record.part_of) if record.part_of else None,
        "country": country_name(record.country, voice.language)
        if record.country != view.site.jurisdiction
        else "",
        "inner_places": inner,
        "transportation": voice.line(record.transportation),
        "coordinators": tuple(coordinator_card(voice, found) for found in people),
        "contact": coordinator_card(voice, contact) if contact else None,
        "programmes": tuple(programme_card(voice, found) for found in programmes),
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "calendar_url": voice.to(calendar_route(record.id)) if calls else "",
    }


def _general_contact(voice: Voice, programmes: tuple[Programme, ...]) -> Coordinator | None:
    view = voice.plan.view
    named = [programme.contact for programme in programmes] + [view.site.contact]
    return next((found for id in named if (found := view.get(Coordinator, id))), None)


def coordinators(voice: Voice) -> dict[str, object]:
    """Return the directory of coordinators, by place, and by what readers can narrow it down."""
    view = voice.plan.view
    contact = view.get(Coordinator, view.site.contact)
    form, groups = directory_filter(voice, directory(voice, view.of(Coordinator)))
    return {
        "filter": form,
        "groups": groups,
        "contact": coordinator_card(voice, contact) if contact else None,
    }


def calls(voice: Voice) -> dict[str, object]:
    """Return the calls: those with days to come first, then those that are over."""
    coming, past = call_views.in_order(_shown(voice, voice.plan.view.of(Call)), voice.plan.view.now)
    return {
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "calendar_url": voice.to(calendar_route()),
        "news_url": voice.to(news_route("calls")),
    }


def guides(voice: Voice) -> dict[str, object]:
    """Return the list of guides."""
    return {"guides": tuple(guide_card(voice, guide) for guide in _shown(voice, voice.plan.view.of(Guide)))}


def stories(voice: Voice) -> dict[str, object]:
    """Return the list of stories, the newest first."""
    return {
        "stories": tuple(story_card(voice, story) for story in _newest(voice)),
        "news_url": voice.to(news_route("stories")),
    }


@dataclass(frozen=True, slots=True)
class Credit:
    """A picture with all of its rights."""

    picture: Picture
    line: str
    license: str
    source_url: str


def credits(voice: Voice) -> dict[str, object]:
    """Return every picture of the site once, with creators, holder and licence."""
    found = []
    for media in voice.plan.view.of(Media):
        shown = picture(voice, media.id)
        if shown:
            found.append(
                Credit(shown, credit_line(voice, media), media.license or "", media.source_url or "")
            )
    return {"credits": tuple(found)}


def not_found(voice: Voice) -> dict[str, object]:
    """Return the 404 page: ways on, in this language and the others."""
    plan = voice.plan
    ways = [Link(voice.say("Home"), voice.to(HOME))]
    words = {
        "programmes": mark("Programmes"),
        "coordinators": mark("Coordinators"),
        "calls": mark("Recruitment calls"),
    }
    ways += [
        Link(voice.say(word), voice.to(section_route(section)))
        for section, word in words.items()
        if voice.has(section_route(section))
    ]
    others = [
        (Link(native_name(language), voice.to_language(language, HOME)), language)
        for language in plan.languages
        if language != voice.language
    ]
    return {"ways": tuple(ways), "languages": tuple(others)}


def _place_names(voice: Voice) -> tuple[PlaceEntry, ...]:
    view = voice.plan.view
    found = []
    for place in view.of(Place):
        link = place_link(voice, place.id)
        if link is None or not place_has_page(place):
            continue
        names = (
            programme_link(voice, programme.id)
            for programme in view.of(Programme)
            if place.id in programme.places
        )
        found.append(PlaceEntry(link, tuple(name for name in names if name)))
    return tuple(sorted(found, key=lambda entry: str(entry.link.title).casefold()))


def _newest(voice: Voice) -> tuple[Story, ...]:
    found = _shown(voice, voice.plan.view.of(Story))
    return tuple(sorted(found, key=lambda story: (story.date_published, story.id), reverse=True))


def _shown(voice: Voice, records: tuple[_R, ...]) -> tuple[_R, ...]:
    return tuple(record for record in records if voice.has(record_route(record.kind, record.id)))
