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

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.check.private import Person, Private, lapse_of, unowned
from generator.check.rule import Context, Flaw, Rule
from generator.check.sought import Sought
from generator.check.traces import kind_of
from generator.check.walk import emails_of, phones_of
from generator.check.words import all_words
from generator.diagnostics import Phrase, Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.organisation import Organisation
from generator.model.site import SitePage

_AHEAD = 30
_WORDS = {"name": "name", "email": "e-mail address", "phone": "phone number"}


def check(context: Context) -> Iterator[Flaw]:
    """Yield texts and fields that somebody's leaving makes wrong, now or soon."""
    catalog, today = context.catalog, context.today
    yield from _in_texts(catalog, today)
    gone, going = unowned(catalog, today), unowned(catalog, today + timedelta(_AHEAD))
    for record in catalog if gone or going else ():
        if isinstance(record, (Person, Organisation)):
            continue
        for path, text in _addresses(record):
            person = gone.get(text) or going.get(text)
            if person is not None:
                message = "this is the {what} of {person}, who is left out of all sites"
                if text not in gone:
                    message = "this is the {what} of {person}, who is left out of all sites soon"
                values = {"what": Phrase(_WORDS[kind_of(text)]), "person": f"{person.kind}/{person.id}"}
                help = "name another one, which somebody reads; in the record of an organisation it may stay"
                yield Flaw(record, path, message, values, help)


def _addresses(record: Record) -> Iterator[tuple[Path, str]]:
    yield from emails_of(record)
    yield from ((path, phone.e164) for path, phone in phones_of(record))


def _in_texts(catalog: Catalog, today: date) -> Iterator[Flaw]:
    private = Private(catalog)
    gone = private.on(today)
    people = private.on(today + timedelta(_AHEAD)) | gone
    sought = Sought(sorted(people))
    for words in all_words(catalog) if people else ():
        record = words.record
        if isinstance(record, Person) and lapse_of(record, today):
            continue
        candidates = sought.possible_in(words.joined)
        for path, string in words.strings if candidates else ():
            for text, pattern in candidates:
                found = pattern.search(string) if people[text] is not record else None
                if found:
                    day = None if text in gone else _first_day(private, text, today)
                    line = string.count("\n", 0, found.start())
                    yield replace(_flaw(record, path, text, people[text], day), line=line)


def _flaw(record: Record | SitePage, path: Path, text: str, person: Person, day: date | None) -> Flaw:
    message = "this has the {what} of {person}, which must not be published"
    if day:
        message = "this has the {what} of {person}, which must not be published from {date} on"
    values = {"what": Phrase(_WORDS[kind_of(text)]), "person": f"{person.kind}/{person.id}", "date": day}
    help = "take it out; the role is enough, and stays true when people change"
    severity = Severity.WARNING if day else Severity.ERROR
    return Flaw(record, path, message, values, help, severity=severity)


def _first_day(private: Private, text: str, today: date) -> date:
    days = (today + timedelta(ahead) for ahead in range(1, _AHEAD))
    return next((day for day in days if text in private.on(day)), today + timedelta(_AHEAD))


RULE = Rule("PP705", Severity.WARNING, "0.1", __doc__, check)
