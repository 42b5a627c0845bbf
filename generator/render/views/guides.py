"""A guide, step by step: what to check before, who acts, what to have ready, the plan of a meeting, and whom to call.

Takes a voice and a guide; returns what `guide.html` shows. It ends in a person: for mentors and mentees by city, for
employers and organisers the coordinators of the programmes that the guide is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.coordinator import Coordinator
from generator.model.guide import Guide, GuideStep
from generator.model.place import Place
from generator.model.programme import Programme
from generator.plan.pages import place_has_page
from generator.render.views.doors import coordinators_url
from generator.render.views.parts import (
    ORGANISATIONS,
    Fact,
    Link,
    audience,
    items,
    place_link,
    programme_link,
    terms,
    with_publisher,
)
from generator.render.views.people import CoordinatorCard, Reach, by_duty, coordinator_card
from generator.render.views.taking_part import actor
from generator.render.voice import ProseView, TextView, Voice


@dataclass(frozen=True, slots=True)
class GuideStepView:
    """A step of a guide."""

    id: str
    title: TextView
    text: ProseView | None
    actor: TextView | str
    duration: str
    checklist: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of an agenda with its minutes."""

    text: TextView
    duration: str


@dataclass(frozen=True, slots=True)
class CityAction:
    """A city, and how to reach those who answer there."""

    place: Link
    people: tuple[Reach, ...]


def guide_page(voice: Voice, guide: Guide) -> dict[str, object]:
    """Return a guide: for whom, what to check, steps, agenda, questions, boundaries, next action."""
    minutes = [row.minutes for row in guide.agenda]
    known = [length for length in minutes if length]
    return {
        "title": voice.text(guide.title),
        "summary": voice.text(guide.summary),
        "audience": audience(voice, guide.audience),
        "introduction": voice.prose(guide.introduction, "introduction", base_level=2),
        "before_you_start": items(voice, guide.before_you_start),
        "steps": tuple(_step(voice, guide, step) for step in guide.steps),
        "agenda": tuple(
            AgendaRow(voice.text(row.text), _minutes(voice, row.minutes) if row.minutes else "")
            for row in guide.agenda
        ),
        "agenda_total": _minutes(voice, sum(known)) if known and len(known) == len(minutes) else "",
        "questions": items(voice, guide.questions),
        "boundaries": items(voice, guide.boundaries),
        "if_it_does_not_work": voice.prose(guide.if_it_does_not_work, "if-it-does-not-work"),
        "facts": _facts(voice, guide),
        **_next_action(voice, guide),
        "checked": voice.date(guide.assured_on) if guide.assured_on else "",
    }


def _facts(voice: Voice, guide: Guide) -> tuple[Fact, ...]:
    """What the guide belongs to and where it comes from."""
    sources = (
        Link(with_publisher(voice, source.name, source.publisher), source.url or "")
        for source in guide.sources
    )
    programmes = (link for id in guide.programmes if (link := programme_link(voice, id)))
    rows = (
        Fact(voice.say("Programmes"), tuple(programmes)),
        Fact(voice.say("Topics"), terms(voice, "topics", guide.topics)),
        Fact(voice.say("Sources"), tuple(sources)),
    )
    return tuple(row for row in rows if row.lines)


def _minutes(voice: Voice, length: int) -> str:
    return voice.duration(length, None, "minute")


def _step(voice: Voice, guide: Guide, step: GuideStep) -> GuideStepView:
    alone = voice.plan.view.get(Programme, guide.programmes[0]) if len(guide.programmes) == 1 else None
    return GuideStepView(
        f"step-{step.id}",
        voice.text(step.title),
        voice.prose(step.text, f"step-{step.id}", base_level=4),
        actor(voice, alone, step.actor) if step.actor else "",
        voice.duration(step.duration.min, step.duration.max, step.duration.unit) if step.duration else "",
        items(voice, step.checklist),
    )


def _next_action(voice: Voice, guide: Guide) -> dict[str, object]:
    """Whom to call now: by city, or the coordinators of the guide's programmes."""
    people = _serving(voice, guide)
    cards: tuple[CoordinatorCard, ...] = ()
    cities: tuple[CityAction, ...] = ()
    if guide.audience in ORGANISATIONS:
        cards = tuple(coordinator_card(voice, found) for found in by_duty(people))
    else:
        cities = _cities(voice, people)
    general = voice.plan.view.get(Coordinator, voice.plan.view.site.contact)
    elsewhere = coordinator_card(voice, general) if general and general not in people else None
    return {
        "cities": cities,
        "contacts": cards if cards or cities or elsewhere is None else (elsewhere,),
        "elsewhere": elsewhere.first_reach if elsewhere and cities else None,
        "coordinators_url": coordinators_url(voice),
    }


def _serving(voice: Voice, guide: Guide) -> tuple[Coordinator, ...]:
    """Those who coordinate the guide's programmes; every programme of the site where the guide is general."""
    shown = {found.id for found in voice.plan.view.of(Programme)}
    wanted = shown.intersection(guide.programmes) if guide.programmes else shown
    return tuple(found for found in voice.plan.view.of(Coordinator) if wanted.intersection(found.programmes))


def _cities(voice: Voice, people: tuple[Coordinator, ...]) -> tuple[CityAction, ...]:
    """The cities of some coordinators by name, each with a way to everybody who answers there."""
    found = []
    for place in voice.plan.view.of(Place):
        serving = by_duty(tuple(person for person in people if place.id in person.places))
        here = [coordinator_card(voice, person) for person in serving]
        reaches = tuple(reach for card in here if (reach := card.first_reach))
        link = place_link(voice, place.id) if place_has_page(place) else None
        if link and here:
            found.append(CityAction(link, reaches))
    return tuple(sorted(found, key=lambda city: str(city.place.title).casefold()))
