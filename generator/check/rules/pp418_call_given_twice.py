"""Two calls of a programme have the same name and the same dates.

What it does
    Compares the calls of each programme: who is wanted, the name, the first and the last day, and the places.

Why it matters
    A file was copied for the next round and not changed: readers see one call twice, and the next round not at all.

Example
    # content/calls/mentors-odense-next.yml (whole file)
    language: da
    programme: broen-mentor
    role: mentor
    name: Mentorer til Odense  # PP418
    summary: Vi søger mentorer, som har tid til sommer.
    places: [odense]
    timezone: Europe/Copenhagen
    opens_on: 2026-10-15
    closes_on: 2027-01-31
    apply:
      coordinator: broen-odense
    # content/calls/mentors-odense-next.en.yml (whole file)
    name: Mentors for Odense
    summary: We are looking for mentors who have time in summer.

Use instead
    # content/calls/mentors-odense-next.yml (whole file)
    language: da
    programme: broen-mentor
    role: mentor
    name: Mentorer til Odense, sommer
    summary: Vi søger mentorer, som har tid til sommer.
    places: [odense]
    timezone: Europe/Copenhagen
    opens_on: 2027-02-15
    closes_on: 2027-04-30
    apply:
      coordinator: broen-odense
    # content/calls/mentors-odense-next.en.yml (whole file)
    name: Mentors for Odense, summer
    summary: We are looking for mentors who have time in summer.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later file of two such calls."""
    known: dict[object, Call] = {}
    for call in context.catalog.of(Call):
        name = " ".join(call.name.source.casefold().split())
        places = frozenset(call.places)
        first = known.setdefault(
            (call.programme, call.role, name, places, call.opens_on, call.closes_on), call
        )
        if first is not call:
            values = {"file": context.catalog.documents[first.key].file}
            message = "this name and these dates are those of {file}"
            yield Flaw(
                call, ("name",), message, values, "correct the dates and the name, or delete one of the two"
            )


RULE = Rule("PP418", Severity.WARNING, "0.1", __doc__, check)
