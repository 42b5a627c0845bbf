"""Taking part in a programme: what each side does, needs and gains, the steps on the way, the support.

Takes a voice and a programme; returns frozen views for `programme.html`. What is known of results is in `proof`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.guide import Guide
from generator.model.programme import Programme, Role, Step, Training
from generator.plan.routes import record_route
from generator.render.views.parts import ORGANISATIONS, Link, any_of, items, language_requirement, role_name
from generator.render.voice import TextView, Voice
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class RoleView:
    """One side of the programme. `guides` lead that side through it, step by step."""

    id: str
    name: TextView | str
    summary: TextView | None
    blocks: tuple[tuple[str, tuple[TextView | str, ...]], ...]
    guides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: who acts, what happens, how long it takes."""

    title: TextView
    text: TextView | None
    actor: TextView | str
    duration: str


@dataclass(frozen=True, slots=True)
class TrainingView:
    """A course, and for whom it is where it is not for both."""

    name: TextView
    audience: str


def roles(voice: Voice, programme: Programme) -> tuple[RoleView, ...]:
    """Return the sides of a programme: mentor, mentee and, where it takes part, the organisation."""
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
    name, guides = role_name(voice, programme, id), _guides(voice, programme, id)
    return RoleView(f"role-{id}", name, voice.line(role.summary), shown, guides)


def _guides(voice: Voice, programme: Programme, role: str) -> tuple[Link, ...]:
    """The guides of this programme for one side."""
    audiences = ORGANISATIONS if role == "organisation" else (role,)
    return tuple(
        Link(voice.text(guide.title), voice.to(record_route(guide.kind, guide.id)))
        for guide in voice.plan.view.of(Guide)
        if guide.audience in audiences
        and programme.id in guide.programmes
        and voice.has(record_route(guide.kind, guide.id))
    )


def steps(voice: Voice, programme: Programme) -> tuple[StepView, ...]:
    """Return the steps of a programme in order."""
    return tuple(_step(voice, programme, found) for found in programme.steps)


def _step(voice: Voice, programme: Programme, step: Step) -> StepView:
    length = voice.duration(step.duration.min, step.duration.max, step.duration.unit) if step.duration else ""
    who = actor(voice, programme, step.actor)
    return StepView(voice.text(step.title), voice.line(step.text), who, length)


def actor(voice: Voice, programme: Programme | None, who: str) -> TextView | str:
    """Return the word for who acts in a step: the coordinator, both, or the programme's word for a role."""
    words = {"coordinator": mark("Coordinator"), "pair": mark("Both together")}
    return voice.say(words[who]) if who in words else role_name(voice, programme, who)


def support(voice: Voice, programme: Programme) -> dict[str, object] | None:
    """Return what participants get while it runs, or `None` when nothing is said of it."""
    offered = programme.support
    if offered is None:
        return None
    meetings = offered.exchange_meetings
    return {
        "summary": voice.line(offered.summary),
        "follow_up": voice.line(offered.follow_up),
        "exchange": voice.plural(
            "{n} meeting with other participants", "{n} meetings with other participants", meetings
        )
        if meetings
        else "",
        "training": tuple(_training(voice, training) for training in offered.training),
    }


def _training(voice: Voice, training: Training) -> TrainingView:
    audiences = {"mentor": mark("For mentors"), "mentee": mark("For mentees")}
    audience = voice.say(audiences[training.role]) if training.role in audiences else ""
    return TrainingView(voice.text(training.name), audience)
