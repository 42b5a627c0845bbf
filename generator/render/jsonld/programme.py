"""A programme (schema.org EducationalOccupationalProgram) with the dates of its next call.

Takes a voice and a programme. Left out because no record states them: credentials for participants (the
certificates are the organisation's), a price as a number, a greatest number of participants.
"""

from __future__ import annotations

from datetime import date

from generator.model.base import DurationRange
from generator.model.call import Call
from generator.model.periods import period_at
from generator.model.programme import Programme
from generator.render.jsonld.node import Node, Value, node
from generator.render.jsonld.organisation import organisation_reference
from generator.render.jsonld.parts import PROGRAMME, entity_id, own_address, picture_object, words
from generator.render.views.calls import in_order
from generator.render.voice import Voice

_DURATIONS = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}


def programme(voice: Voice, record: Programme) -> Node:
    """Return the programme whose page this is."""
    call = _next_call(voice, record)
    opens, closes = period_at(call, voice.plan.view.now) if call else (None, None)
    return node(
        PROGRAMME,
        entity_id(voice, record),
        name=words(voice, record.name),
        description=words(voice, record.summary),
        url=own_address(voice),
        image=picture_object(voice, record.image),
        provider=organisation_reference(voice, record.organisation),
        programType=_types(voice, record),
        educationalProgramMode=record.programme_mode,
        timeToComplete=_duration(record.duration) if record.duration else "",
        applicationStartDate=_day(opens),
        applicationDeadline=_day(closes),
        startDate=_day(call.starts_on if call else None),
        endDate=_day(call.ends_on if call else None),
    )


def _next_call(voice: Voice, record: Programme) -> Call | None:
    """The call with the nearest last day, as long as one can apply and the programme takes people in."""
    view = voice.plan.view
    if record.status != "active":
        return None
    calls = tuple(call for call in view.of(Call) if call.programme == record.id and not call.state_override)
    coming, _ = in_order(calls, view.now)
    return coming[0] if coming else None


def _types(voice: Voice, record: Programme) -> tuple[Value, ...]:
    catalog = voice.plan.view.catalog
    terms = (catalog.term("programme-types", id) for id in record.programme_types)
    return tuple(words(voice, term) for term in terms if term)


def _duration(length: DurationRange) -> str:
    """The ISO 8601 duration. It knows no ranges: of "4–12 months" it is what one must reckon with, twelve."""
    return _DURATIONS[length.unit].format(length.max or length.min)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
