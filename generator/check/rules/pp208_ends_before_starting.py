"""A period ends before it starts.

What it does
    Compares the first and the last day of rounds, tenures, days without office hours, consents and certificates.

Why it matters
    Such a period holds no day: the round would never run, and the person would never be shown.

Example
    # content/calls/mentors-odense.yml
    starts_on: 2027-02-15
    ends_on: 2026-12-15  # PP208

Use instead
    # content/calls/mentors-odense.yml
    starts_on: 2027-02-15
    ends_on: 2027-12-15
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Flaw, Rule
from generator.check.walk import parts_of
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Consent, Part
from generator.model.call import Call
from generator.model.coordinator import ClosedDays, Coordinator
from generator.model.programme import Certificate

_PERIODS: tuple[tuple[type[Part], str, str], ...] = (
    (Call, "starts_on", "ends_on"),
    (Coordinator, "valid_from", "valid_to"),
    (ClosedDays, "starts_on", "ends_on"),
    (Certificate, "awarded_on", "valid_to"),
    (Consent, "given_on", "expires_on"),
)


def own(words: Words) -> Iterator[Flaw]:
    """Yield periods whose last day is before their first."""
    for kind, first, last in _PERIODS:
        for path, part in _parts(words.record, kind):
            start: date | None = getattr(part, first)
            end: date | None = getattr(part, last)
            if start and end and end < start:
                values = {"start": start, "end": end}
                message = "the last day, {end}, is before the first, {start}"
                yield Flaw(words.record, (*path, last), message, values, "expected {start} or later")


def _parts(record: Part, kind: type[Part]) -> Iterator[tuple[Path, Part]]:
    if isinstance(record, kind):
        yield (), record
    else:
        yield from parts_of(record, kind)


RULE = Rule("PP208", Severity.ERROR, "0.1", __doc__, own=own, of_parts=True)
