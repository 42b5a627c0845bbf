"""The facts of a programme: those that decide whether somebody asks at all, and the rest further down.

Takes a voice and a programme; returns rows. A key fact that nobody has written down is a question for the
coordinator, so that every programme has the same rows in the same order.
"""

from __future__ import annotations

from generator.model.programme import Programme
from generator.render.views.parts import Fact, Link, asked_link, common_facts, organisation_link, terms
from generator.render.voice import TextView, Voice
from generator.text.messages import mark

_CHECKS = {
    "none": mark("None"),
    "standard": mark("Police certificate"),
    "extended": mark("Extended police certificate"),
}


def key_facts(voice: Voice, programme: Programme) -> tuple[Fact, ...]:
    """Return time, length, place, languages, cost and background check; the info meetings follow in the template."""
    check = voice.say(_CHECKS[programme.background_check]) if programme.background_check else ""
    asked = asked_link(voice, programme)
    return (*common_facts(voice, programme), Fact(voice.say("Background check"), (check or asked,)))


def more_facts(voice: Voice, programme: Programme) -> tuple[Fact, ...]:
    """Return the other rows; what has no data is left out."""
    meetings, support, numbers = programme.meetings, programme.support, programme.minimum_numbers
    rows: list[tuple[str, tuple[TextView | Link | str | None, ...]]] = [
        (mark("Meeting place"), (voice.line(meetings.place) if meetings else None,)),
        (mark("Kind of mentoring"), terms(voice, "programme-types", programme.programme_types)),
        (mark("Topics"), terms(voice, "topics", programme.topics)),
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
        (mark("Run by"), (organisation_link(voice, programme.organisation),)),
    ]
    facts = (Fact(voice.say(label), tuple(line for line in lines if line)) for label, lines in rows)
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
