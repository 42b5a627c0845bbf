"""A text or field has the name, address or number of somebody who is left out.

What it does
    Looks in every text, in every language, for what is private to people whose role or consent has ended, or ends
    within thirty days: in prose an error from that day on and a warning before, in a field of its own a warning.

Why it matters
    The person must be gone from all pages on that day, and the build refuses to publish a text that is not.
    An address in a field of its own stays published, as it may be shared: readers would write to nobody.

Example
    # content/coordinators/broen-odense.yml
    valid_to: 2026-12-10
    # content/calls/mentors-odense.yml
    description: Skriv til odense@broen.example.org, hvis du har spørgsmål.  # PP705
    # content/calls/mentors-odense.en.yml
    description: Ask us anything by e-mail.

Use instead
    # content/coordinators/broen-odense.yml
    valid_to: 2026-12-10
    # content/calls/mentors-odense.yml
    description: Skriv til koordinatoren i Odense, hvis du har spørgsmål.
    # content/calls/mentors-odense.en.yml
    description: Ask the coordinator in Odense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.check.private import Person, lapse_of, private_of, unowned
from generator.check.rule import Context, Flaw, Rule
from generator.check.traces import kind_of, trace_of
from generator.check.walk import emails_of, phones_of, strings_of
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.organisation import Organisation

_AHEAD = 30
_WORDS = {"name": "name", "email": "e-mail address", "phone": "phone number"}


@dataclass(frozen=True, slots=True)
class _Sought:
    """A private text: whose, what it is, how it is found, and the first day if that is still to come."""

    person: Person
    what: str
    pattern: re.Pattern[str]
    begins: date | None


def check(context: Context) -> Iterator[Flaw]:
    """Yield texts and fields that somebody's leaving makes wrong, now or soon."""
    catalog, today = context.catalog, context.today
    yield from _in_texts(catalog, today)
    gone, going = unowned(catalog, today), unowned(catalog, today + timedelta(_AHEAD))
    for record in catalog:
        if isinstance(record, (Person, Organisation)):
            continue
        for path, text in _addresses(record):
            person = gone.get(text) or going.get(text)
            if person is not None:
                message = "this is the {what} of {person}, who is left out of all sites"
                message += "" if text in gone else " soon"
                values = {"what": _WORDS[kind_of(text)], "person": f"{person.kind}/{person.id}"}
                help = "name another one, which somebody reads; in the record of an organisation it may stay"
                yield Flaw(record, path, message, values, help)


def _addresses(record: Record) -> Iterator[tuple[Path, str]]:
    yield from emails_of(record)
    yield from ((path, phone.e164) for path, phone in phones_of(record))


def _in_texts(catalog: Catalog, today: date) -> Iterator[Flaw]:
    sought = _sought(catalog, today)
    records = (*catalog, *catalog.pages) if sought else ()
    for record in records:
        if isinstance(record, Person) and lapse_of(record, today):
            continue
        for path, text in strings_of(record):
            for found in sought:
                if found.person is not record and found.pattern.search(text):
                    message = "this has the {what} of {person}, which must not be published"
                    message += " from {date} on" if found.begins else ""
                    person = f"{found.person.kind}/{found.person.id}"
                    values = {"what": found.what, "person": person, "date": found.begins}
                    help = "take it out; the role is enough, and stays true when people change"
                    severity = Severity.WARNING if found.begins else Severity.ERROR
                    yield Flaw(record, path, message, values, help, severity=severity)


def _sought(catalog: Catalog, today: date) -> tuple[_Sought, ...]:
    days: dict[str, date | None] = {}
    people: Mapping[str, Person] = {}
    for ahead in (0, _AHEAD):
        people = {**private_of(catalog, today + timedelta(ahead)), **people}
        days.update({text: _first_day(catalog, text, today) for text in people if text not in days})
    traces = ((text, trace_of(text)) for text in sorted(people))
    return tuple(
        _Sought(people[text], _WORDS[kind_of(text)], re.compile(trace), days[text])
        for text, trace in traces
        if trace
    )


def _first_day(catalog: Catalog, text: str, today: date) -> date | None:
    """The first day from tomorrow on that makes a text private; `None` when it is so today."""
    days = (today + timedelta(ahead) for ahead in range(_AHEAD + 1))
    first = next((day for day in days if text in private_of(catalog, day)), today)
    return first if first > today else None


RULE = Rule("PP705", Severity.WARNING, "0.1", __doc__, check)
