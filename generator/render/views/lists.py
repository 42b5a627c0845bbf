"""Pages that list records: programmes, places, directory, calls, guides, stories, voices, credits, 404.

Takes a voice, returns what the template of that page shows. Which records the site has was decided before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from generator.model.area import Area
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
from generator.render.views.credit import credit_line
from generator.render.views.doors import coordinators_url
from generator.render.views.filters import directory_filter, programme_filter
from generator.render.views.parts import (
    ORGANISATIONS,
    Card,
    Link,
    Picture,
    audience,
    guide_card,
    picture,
    place_link,
    programme_card,
    programme_link,
    quotation,
    story_card,
)
from generator.render.views.people import directory, site_contact
from generator.render.voice import Voice
from generator.text.locales import native_name
from generator.text.messages import mark

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place in a list, with the programmes that it has."""

    link: Link
    programmes: tuple[Link, ...]


def programmes(voice: Voice) -> dict[str, object]:
    """Return the list of programmes, and by what readers can narrow it down."""
    view = voice.plan.view
    found = shown(voice, view.of(Programme))
    form, cards = programme_filter(voice, {each.id: programme_card(voice, each) for each in found})
    return {
        "filter": form,
        "programmes": cards,
        "contact": site_contact(voice),
    }


def places(voice: Voice) -> dict[str, object]:
    """Return the list of places."""
    return {"places": place_names(voice), "coordinators_url": coordinators_url(voice)}


def coordinators(voice: Voice) -> dict[str, object]:
    """Return the directory of coordinators, by place, and by what readers can narrow it down."""
    view = voice.plan.view
    form, groups = directory_filter(voice, directory(voice, view.of(Coordinator)))
    card = site_contact(voice)
    stays = not form.questions  # no choice can hide the card of the contact
    return {
        "filter": form,
        "groups": groups,
        "contact": None if stays else card,
        "contact_link": Link(card.role, f"#{card.id}") if card else None,
    }


def calls(voice: Voice) -> dict[str, object]:
    """Return the calls: those with days to come first, then those that are over."""
    coming, past = call_views.in_order(shown(voice, voice.plan.view.of(Call)), voice.plan.view.now)
    return {
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "calendar_url": voice.to(calendar_route()),
        "news_url": voice.to(news_route("calls")),
        "coordinators_url": coordinators_url(voice),
    }


@dataclass(frozen=True, slots=True)
class GuideGroup:
    """The guides for one audience."""

    id: str
    title: str
    guides: tuple[Card, ...]


def guides(voice: Voice) -> dict[str, object]:
    """Return the guides by audience."""
    found = shown(voice, voice.plan.view.of(Guide))
    groups = (
        GuideGroup(
            f"for-{who}",
            audience(voice, who),
            tuple(replace(guide_card(voice, guide), label="") for guide in found if guide.audience == who),
        )
        for who in ("mentor", "mentee", *ORGANISATIONS)
    )
    return {
        "groups": tuple(group for group in groups if group.guides),
        "coordinators_url": coordinators_url(voice),
    }


def testimonials(voice: Voice) -> dict[str, object]:
    """Return everything that participants say, the newest first, with role, organisation, programme and date."""
    found = sorted(
        voice.plan.view.of(Testimonial), key=lambda said: (said.said_on or date.min, said.id), reverse=True
    )
    return {
        "testimonials": tuple(quotation(voice, said) for said in found),
        "coordinators_url": coordinators_url(voice),
    }


def stories(voice: Voice) -> dict[str, object]:
    """Return the list of stories, the newest first."""
    return {
        "stories": tuple(story_card(voice, story) for story in newest(voice)),
        "news_url": voice.to(news_route("stories")),
        "coordinators_url": coordinators_url(voice),
    }


@dataclass(frozen=True, slots=True)
class Credit:
    """A picture with all of its rights."""

    picture: Picture
    line: Markup
    source_url: str


def credits(voice: Voice) -> dict[str, object]:
    """Return every picture of the site once, with creators, holder and licence."""
    found = []
    for media in voice.plan.view.of(Media):
        shown = picture(voice, media.id)
        if shown:
            found.append(Credit(shown, credit_line(voice, media), media.source_url or ""))
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


def place_names(voice: Voice) -> tuple[PlaceEntry, ...]:
    """Return the cities and regions of the site by name, each with its programmes."""
    view = voice.plan.view
    found = []
    for place in view.of(Place):
        link = place_link(voice, place.id)
        if link is None or not place_has_page(place):
            continue
        names = (programme_link(voice, programme.id) for programme in programmes_in(voice, place))
        found.append(PlaceEntry(link, tuple(name for name in names if name)))
    return tuple(sorted(found, key=lambda entry: str(entry.link.title).casefold()))


def programmes_in(voice: Voice, place: Place) -> tuple[Programme, ...]:
    """Return the programmes that concern a place: for it, around it, inside it; one without places is everywhere."""
    view = voice.plan.view
    return tuple(
        found
        for found in shown(voice, view.of(Programme))
        if not found.places or Area.of(view.catalog, found.places).meets(place.id)
    )


def newest(voice: Voice) -> tuple[Story, ...]:
    """Return the stories of the site, the newest first."""
    found = shown(voice, voice.plan.view.of(Story))
    return tuple(sorted(found, key=lambda story: (story.date_published, story.id), reverse=True))


def shown(voice: Voice, records: tuple[_R, ...]) -> tuple[_R, ...]:
    """Return the records that have a page in this language."""
    return tuple(record for record in records if voice.has(record_route(record.kind, record.id)))
