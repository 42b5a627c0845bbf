"""The two pages from which readers find their way to a person: the home page of a site, and the page of a place.

Takes a voice; returns their blocks in reading order. Which records the site has was decided before.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.story import Testimonial
from generator.plan.routes import HOME, TESTIMONIALS, calendar_route, record_route, section_route
from generator.render.views import calls as call_views
from generator.render.views import meetings, proof
from generator.render.views.doors import coordinators_url, home_doors
from generator.render.views.lists import newest, place_names, programmes_in, shown
from generator.render.views.parts import (
    ORGANISATIONS,
    Card,
    Quotation,
    guide_card,
    picture,
    place_link,
    place_links,
    programme_card,
    programme_row,
    quotation,
    story_card,
)
from generator.render.views.people import answering, below, coordinator_card, site_contact
from generator.render.views.reading import contact_action
from generator.render.voice import TextView, Voice
from generator.text.locales import country_name, direction, native_name

_CALLS, _MEETINGS, _PROGRAMMES = 3, 3, 3
"""How much of a list is on the home page; the rest is one link away."""


@dataclass(frozen=True, slots=True)
class LanguageWay:
    """A language by its own name, and the home page in it."""

    name: str
    code: str
    direction: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class HowItWorks:
    """The headings of the steps, and where they are told in full."""

    steps: tuple[TextView, ...]
    url: str


def home(voice: Voice) -> dict[str, object]:
    """Return the home page: promise, doors, cities, calls, meetings, programmes, voices, employers, languages."""
    view = voice.plan.view
    employers = tuple(found for found in shown(voice, view.of(Guide)) if found.audience in ORGANISATIONS)
    return {
        "name": voice.text(view.site.name),
        "summary": voice.text(view.site.summary),
        "introduction": voice.prose(view.site.introduction, "introduction", base_level=2),
        "hero": picture(voice, view.site.brand.hero),
        "coordinators_url": coordinators_url(voice),
        "doors": home_doors(voice),
        "guides_url": voice.to_existing(section_route("guides")),
        "places": place_names(voice),
        "proof": proof.one_number(voice, view.of(Programme)),
        **_short_lists(voice),
        "employers": tuple(guide_card(voice, guide) for guide in employers),
        "languages": _languages(voice),
        "contact": site_contact(voice),
    }


def _short_lists(voice: Voice) -> dict[str, object]:
    """The first entries of calls, meetings, programmes and stories; how many there are, and where all of them are."""
    view = voice.plan.view
    calls = shown(voice, view.of(Call))
    coming, _ = call_views.in_order(calls, view.now)
    meeting_lines = meetings.coming(voice, calls)
    programmes, stories = shown(voice, view.of(Programme)), newest(voice)
    return {
        "how": _how_it_works(voice, programmes),
        "calls": tuple(call_views.call_card(voice, call) for call in coming[:_CALLS]),
        "calls_count": len(calls),
        "calls_url": voice.to_existing(section_route("calls")),
        "meetings": meeting_lines[:_MEETINGS],
        "more_meetings": meeting_lines[_MEETINGS:],
        "programmes": _programmes(voice, programmes),
        "programmes_count": len(programmes),
        "programmes_url": voice.to_existing(section_route("programmes")),
        "stories": tuple(story_card(voice, story) for story in stories[:1]),
        "stories_count": len(stories),
        "stories_url": voice.to_existing(section_route("stories")),
        "testimonial": None if stories and len(programmes) > 1 else _one_voice(voice),
        "testimonials_url": voice.to_existing(TESTIMONIALS),
    }


def _programmes(voice: Voice, found: tuple[Programme, ...]) -> tuple[Card, ...]:
    """One in full, several in short with the same rows, so that they can be compared."""
    if len(found) == 1:
        return (programme_card(voice, found[0]),)
    return tuple(programme_row(voice, programme) for programme in found[:_PROGRAMMES])


def _how_it_works(voice: Voice, programmes: tuple[Programme, ...]) -> HowItWorks | None:
    """The steps of the only programme, else of the first general guide for mentees, as headings."""
    if len(programmes) == 1 and programmes[0].steps:
        alone = programmes[0]
        titles = tuple(voice.text(step.title) for step in alone.steps)
        return HowItWorks(titles, f"{voice.to(record_route(alone.kind, alone.id))}#steps")
    guides = shown(voice, voice.plan.view.of(Guide))
    general = (
        found for found in guides if found.audience == "mentee" and not found.programmes and found.steps
    )
    guide = next(general, None)
    if guide is None:
        return None
    titles = tuple(voice.text(step.title) for step in guide.steps)
    return HowItWorks(titles, f"{voice.to(record_route(guide.kind, guide.id))}#steps")


def _one_voice(voice: Voice) -> Quotation | None:
    """What one participant says, in the reader's own language where there is such a one."""
    said = [quotation(voice, found) for found in voice.plan.view.of(Testimonial)]
    return min(said, key=lambda found: found.text.is_fallback, default=None)


def _languages(voice: Voice) -> tuple[LanguageWay, ...]:
    """Every language of the site; nothing where there is only one."""
    languages = voice.plan.languages if len(voice.plan.languages) > 1 else ()
    return tuple(
        LanguageWay(
            native_name(code),
            code,
            direction(code),
            voice.to_language(code, HOME),
            code == voice.language,
        )
        for code in languages
    )


def place(voice: Voice, record: Place) -> dict[str, object]:
    """Return the page of a place: who answers there, which meetings, programmes and calls there are."""
    view = voice.plan.view
    people = answering(voice, record)
    programmes = programmes_in(voice, record)
    every_call = shown(voice, view.of(Call))
    calls = tuple(call for call in every_call if call_views.is_for(voice, call, record.id))
    coming, past = call_views.in_order(calls, view.now)
    contact = None if people else _general_contact(voice, programmes)
    answering_here = (*people, *((contact,) if contact else ()))
    own_name = place_links(voice, (record.id,))
    cards = tuple(below(voice, own_name, coordinator_card(voice, found)) for found in answering_here)
    reach = next((reach for card in cards if (reach := card.first_reach)), None)
    inner = (place_link(voice, found.id) for found in view.of(Place) if found.part_of == record.id)
    return {
        "name": voice.text(record.name),
        "part_of": place_link(voice, record.part_of) if record.part_of else None,
        "country": country_name(record.country, voice.language)
        if record.country != view.site.jurisdiction
        else "",
        "inner_places": tuple(link for link in inner if link),
        "transportation": voice.line(record.transportation),
        "coordinators": cards if people else (),
        "contact": cards[0] if contact else None,
        "action": contact_action(voice, reach) if reach else None,
        "meetings": meetings.coming(voice, every_call, record.id),
        "programmes": tuple(programme_card(voice, found) for found in programmes),
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "calendar_url": voice.to(calendar_route(record.id)) if calls else "",
    }


def _general_contact(voice: Voice, programmes: tuple[Programme, ...]) -> Coordinator | None:
    view = voice.plan.view
    named = [programme.contact for programme in programmes] + [view.site.contact]
    return next((found for id in named if (found := view.get(Coordinator, id))), None)
