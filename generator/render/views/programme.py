"""The page of a programme, in the order in which readers ask.

Takes a voice and a programme; returns the blocks of `programme.html`: promise, key facts, who can take part,
what pairs do, steps, support, gains, proof, places with coordinators, questions, partners, contact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.programme import Aim, Certificate, Outcome, Programme, Question, Role, Step, Training
from generator.model.story import Story, Testimonial
from generator.plan.routes import record_route
from generator.render.views import calls as call_views
from generator.render.views.organisations import organisation_card, partner_groups
from generator.render.views.parts import (
    Fact,
    Link,
    any_of,
    duration,
    guide_card,
    items,
    language_requirement,
    meeting_time,
    organisation_link,
    picture,
    place_link,
    place_links,
    quotation,
    role_name,
    story_card,
    terms,
    with_publisher,
)
from generator.render.views.people import coordinator_card, directory
from generator.render.voice import ProseView, TextView, Voice
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class RoleView:
    """One side of the programme. `door` is what somebody says who wants to come in on this side."""

    id: str
    name: TextView | str
    door: TextView | str
    summary: TextView | None
    blocks: tuple[tuple[str, tuple[TextView | str, ...]], ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: who acts, what happens, how long it takes."""

    title: TextView
    text: TextView | None
    actor: TextView | str
    duration: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A result or recognition with its source."""

    text: TextView
    source: str
    source_url: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its answer."""

    id: str
    question: TextView
    answer: ProseView | None


@dataclass(frozen=True, slots=True)
class TrainingView:
    """A course, and for whom it is where it is not for both."""

    name: TextView
    audience: str


def programme_page(voice: Voice, programme: Programme) -> dict[str, object]:
    """Return what `programme.html` shows."""
    view = voice.plan.view
    coordinators = tuple(
        found
        for found in view.of(Coordinator)
        if programme.id in found.programmes and (found.places or found.id != programme.contact)
    )
    calls = tuple(
        call
        for call in view.catalog.calls_of.get(programme.id, ())
        if view.shows(call) and voice.has(record_route(call.kind, call.id))
    )
    coming, past = call_views.in_order(calls, view.now)
    contact = view.get(Coordinator, programme.contact)
    return {
        "name": voice.text(programme.name),
        "summary": voice.text(programme.summary),
        "status": _status(voice, programme),
        "image": picture(voice, programme.image),
        "facts": key_facts(voice, programme),
        "description": voice.prose(programme.description, "description"),
        "aims": tuple(_aim(voice, aim) for aim in programme.aims if not _is_past(voice, aim)),
        "past_aims": tuple(_aim(voice, aim) for aim in programme.aims if _is_past(voice, aim)),
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "roles": _roles(voice, programme),
        "first_meeting": voice.prose(programme.first_meeting, "first-meeting"),
        "conversation": items(voice, programme.conversation),
        "steps": tuple(_step(voice, programme, step) for step in programme.steps),
        "support": _support(voice, programme),
        "not_offered": voice.prose(programme.not_offered, "not-offered"),
        "outcomes": tuple(_outcome(voice, outcome) for outcome in programme.outcomes),
        "sister_countries": _sisters(voice, programme),
        "certificates": tuple(_certificate(voice, certificate) for certificate in programme.certificates),
        "standards": tuple(
            Link(with_publisher(voice, standard.name, standard.publisher), standard.url or "")
            for standard in programme.quality_standards
        ),
        "places": directory(voice, coordinators),
        "contact": replace(coordinator_card(voice, contact), id="") if contact else None,
        "questions": tuple(_question(voice, found) for found in programme.questions),
        "testimonials": tuple(
            quotation(voice, found) for found in view.of(Testimonial) if found.programme == programme.id
        ),
        "stories": tuple(
            story_card(voice, story)
            for story in view.of(Story)
            if story.programme == programme.id and voice.has(record_route(story.kind, story.id))
        ),
        "guides": tuple(
            guide_card(voice, guide)
            for guide in view.of(Guide)
            if programme.id in guide.programmes and voice.has(record_route(guide.kind, guide.id))
        ),
        "organisation": organisation_card(voice, programme.organisation),
        "partners": partner_groups(voice, programme),
        "checked": voice.date(programme.assured_on) if programme.assured_on else "",
    }


def key_facts(voice: Voice, programme: Programme) -> tuple[Fact, ...]:
    """Return the rows of the fact list; rows without data are left out."""
    meetings, support, numbers = programme.meetings, programme.support, programme.minimum_numbers
    organisation = organisation_link(voice, programme.organisation)
    modes = {"onsite": mark("In person"), "online": mark("Online"), "blended": mark("In person and online")}
    checks = {
        "none": mark("None"),
        "standard": mark("Police certificate"),
        "extended": mark("Extended police certificate"),
    }
    say = voice.say
    rows: list[tuple[str, tuple[TextView | Link | str | None, ...]]] = [
        (mark("Time"), (meeting_time(voice, programme),)),
        (mark("Length"), (duration(voice, programme),)),
        (mark("Where"), place_links(voice, programme.places)),
        (mark("Meeting place"), (voice.line(meetings.place) if meetings else None,)),
        (mark("Form"), (say(modes[programme.programme_mode]) if programme.programme_mode else "",)),
        (mark("Kind of mentoring"), terms(voice, "programme-types", programme.programme_types)),
        (mark("Topics"), terms(voice, "topics", programme.topics)),
        (mark("Cost"), (voice.line(programme.fees_description),)),
        (
            mark("Background check"),
            (say(checks[programme.background_check]) if programme.background_check else "",),
        ),
        (mark("Matching"), _matching(voice, programme)),
        (
            mark("Meetings with other participants"),
            (_number(voice, support.exchange_meetings if support else None),),
        ),
        (
            mark("Other organisations taking part, at least"),
            (_number(voice, numbers.other_organisations if numbers else None),),
        ),
        (
            mark("Mentors from each organisation, at least"),
            (_number(voice, numbers.mentors_each if numbers else None),),
        ),
        (
            mark("Mentees from each organisation, at least"),
            (_number(voice, numbers.mentees_each if numbers else None),),
        ),
        (mark("Since"), (str(programme.started_in or ""),)),
        (mark("Run by"), (organisation,)),
    ]
    facts = (Fact(say(label), tuple(line for line in lines if line)) for label, lines in rows)
    return tuple(fact for fact in facts if fact.lines)


def _matching(voice: Voice, programme: Programme) -> tuple[TextView | str | None, ...]:
    methods = {
        "coordinator": mark("A coordinator brings the two together"),
        "self": mark("Mentors and mentees choose each other"),
        "event": mark("Mentors and mentees meet at an event"),
        "mixed": mark("In more than one way"),
    }
    matching = programme.matching
    return (voice.say(methods[matching.method]), voice.line(matching.criteria)) if matching else ()


def _number(voice: Voice, value: int | None) -> str:
    return voice.number(value) if value is not None else ""


def _status(voice: Voice, programme: Programme) -> str:
    words = {
        "inactive": mark("This programme takes nobody in at present."),
        "temporarily_closed": mark("This programme is closed for a time."),
    }
    return voice.say(words[programme.status]) if programme.status in words else ""


def _is_past(voice: Voice, aim: Aim) -> bool:
    return aim.valid_to is not None and aim.valid_to < voice.plan.view.today


def _aim(voice: Voice, aim: Aim) -> Fact:
    until = (
        voice.say(mark("Goal for the time until {date}"), date=voice.date(aim.valid_to))
        if aim.valid_to
        else ""
    )
    return Fact(until, (voice.text(aim.text),))


def _roles(voice: Voice, programme: Programme) -> tuple[RoleView, ...]:
    sides = (("mentor", programme.roles.mentor), ("mentee", programme.roles.mentee))
    found = [_role(voice, programme, id, role) for id, role in sides]
    if programme.roles.organisation:
        found.append(_role(voice, programme, "organisation", programme.roles.organisation))
    return tuple(found)


def _role(voice: Voice, programme: Programme, id: str, role: Role) -> RoleView:
    languages = [language_requirement(voice, requirement) for requirement in role.language_requirements]
    blocks: tuple[tuple[str, tuple[TextView | str, ...]], ...] = (
        (mark("What you do"), items(voice, role.tasks)),
        (mark("What you must have"), items(voice, role.must)),
        (mark("Languages you need"), (any_of(voice, languages),) if languages else ()),
        (mark("Good to have"), items(voice, role.good_to_have)),
        (mark("Not needed"), items(voice, role.not_needed)),
        (mark("What you gain"), items(voice, role.gains)),
        (mark("What can be hard"), items(voice, role.challenges)),
    )
    shown = tuple((voice.say(title), lines) for title, lines in blocks if lines)
    name = role_name(voice, programme, id)
    doors = {"mentor": mark("Become a mentor"), "mentee": mark("I would like a mentor")}
    door = voice.say(doors[id]) if id in doors else name
    return RoleView(f"role-{id}", name, door, voice.line(role.summary), shown)


def _step(voice: Voice, programme: Programme, step: Step) -> StepView:
    actors = {"coordinator": mark("Coordinator"), "pair": mark("Both together")}
    actor = voice.say(actors[step.actor]) if step.actor in actors else role_name(voice, programme, step.actor)
    length = voice.duration(step.duration.min, step.duration.max, step.duration.unit) if step.duration else ""
    return StepView(voice.text(step.title), voice.line(step.text), actor, length)


def _support(voice: Voice, programme: Programme) -> dict[str, object] | None:
    support = programme.support
    if support is None:
        return None
    meetings = support.exchange_meetings
    return {
        "summary": voice.line(support.summary),
        "follow_up": voice.line(support.follow_up),
        "exchange": voice.plural(
            "{n} meeting with other participants", "{n} meetings with other participants", meetings
        )
        if meetings
        else "",
        "training": tuple(_training(voice, training) for training in support.training),
    }


def _training(voice: Voice, training: Training) -> TrainingView:
    audiences = {"mentor": mark("For mentors"), "mentee": mark("For mentees")}
    audience = voice.say(audiences[training.role]) if training.role in audiences else ""
    return TrainingView(voice.text(training.name), audience)


def _question(voice: Voice, question: Question) -> QuestionView:
    id = f"question-{question.id}"
    return QuestionView(id, voice.text(question.question), voice.prose(question.answer, id))


def _outcome(voice: Voice, outcome: Outcome) -> OutcomeView:
    source = ", ".join(part for part in (outcome.source or "", str(outcome.year or "")) if part)
    return OutcomeView(voice.text(outcome.text), source, outcome.source_url or "")


def _sisters(voice: Voice, programme: Programme) -> str:
    sisters = programme.sister_programmes
    if sisters is None:
        return ""
    return voice.plural(
        "Sister programmes in more than {n} country",
        "Sister programmes in more than {n} countries",
        sisters.minimum_countries,
    )


def _certificate(voice: Voice, certificate: Certificate) -> Fact:
    renewed = certificate.renewed_after
    awarded_by = organisation_link(voice, certificate.awarded_by)
    lines: tuple[TextView | Link | str | None, ...] = (
        voice.text(certificate.name),
        awarded_by,
        voice.say("awarded on {date}", date=voice.date(certificate.awarded_on))
        if certificate.awarded_on
        else "",
        voice.say("valid until {date}", date=voice.date(certificate.valid_to))
        if certificate.valid_to
        else "",
        voice.say("renewed after {time}", time=voice.duration(renewed.min, renewed.max, renewed.unit))
        if renewed
        else "",
    )
    return Fact(str(lines[0]), tuple(line for line in lines if line))


__all__ = ["key_facts", "place_link", "programme_page"]
