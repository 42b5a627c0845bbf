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
from generator.render.views.people import CoordinatorCard, Reach, by_duty, coordinator_card, reach_of
from generator.render.views.taking_part import actor
from generator.render.voice import ProseView, TextView, Voice, shared


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
        "steps_total": _steps_total(voice, guide.steps),
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


def _steps_total(voice: Voice, steps: tuple[GuideStep, ...]) -> str:
    """The time of all steps together; empty unless each of them says how long it takes, in one unit."""
    lengths = [step.duration for step in steps if step.duration]
    if len(lengths) < len(steps) or len({length.unit for length in lengths}) != 1:
        return ""
    most = sum(length.min if length.max is None else length.max for length in lengths)
    return voice.duration(sum(length.min for length in lengths), most, lengths[0].unit)


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
    """Whom to call now: by city, or the coordinators of the guide's programmes; else the contact of the site.

    That contact also answers for the cities that are not in the list, unless it is in the list itself.
    """
    people = _serving(voice, guide)
    general = voice.plan.view.get(Coordinator, voice.plan.view.site.contact)
    is_general = general is not None and (general not in people or not general.places)
    cities: tuple[CityAction, ...] = ()
    asked = people
    if guide.audience not in ORGANISATIONS:
        cities, is_whole = _cities(voice, people)
        is_general = is_general or not is_whole
        asked = (general,) if general else people
    return {
        "cities": cities,
        "contacts": () if cities else _cards(voice, asked or ((general,) if general else ())),
        "elsewhere": reach_of(voice, general) if general and is_general and cities else None,
        "coordinators_url": coordinators_url(voice),
    }


def _cards(voice: Voice, people: tuple[Coordinator, ...]) -> tuple[CoordinatorCard, ...]:
    return tuple(coordinator_card(voice, found) for found in by_duty(voice, people))


def _serving(voice: Voice, guide: Guide) -> tuple[Coordinator, ...]:
    """Those who coordinate the guide's programmes; every programme of the site where the guide is general."""
    shown = {found.id for found in voice.plan.view.of(Programme)}
    wanted = shown.intersection(guide.programmes) if guide.programmes else shown
    return tuple(found for found in voice.plan.view.of(Coordinator) if wanted.intersection(found.programmes))


@shared
def _cities(voice: Voice, people: tuple[Coordinator, ...]) -> tuple[tuple[CityAction, ...], bool]:
    """The cities of some coordinators by name, each with a way to everybody who answers there.

    A city where nobody can be reached is left out; the second value is whether none was.
    """
    found, is_whole = [], True
    for place in voice.plan.view.of(Place):
        serving = by_duty(voice, tuple(person for person in people if place.id in person.places))
        reaches = tuple(dict.fromkeys(reach for person in serving if (reach := reach_of(voice, person))))
        link = place_link(voice, place.id) if place_has_page(place) else None
        if link and reaches:
            found.append(CityAction(link, reaches))
        is_whole = is_whole and bool(reaches or not (link and serving))
    return tuple(sorted(found, key=lambda city: str(city.place.title).casefold())), is_whole
