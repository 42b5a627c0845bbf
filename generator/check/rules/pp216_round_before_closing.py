"""A call decides or starts before it closes.

What it does
    Compares the last day to apply with the days of the answer and of the beginning.

Why it matters
    Who applies on the last day would come too late for the answer that is promised, or for the beginning. Mostly
    the month or year is mistyped.

Example
    # content/calls/mentors-odense.yml
    decision_on: 2027-01-10  # PP216
    starts_on: 2027-02-15

Use instead
    # content/calls/mentors-odense.yml
    decision_on: 2027-02-10
    starts_on: 2027-02-15
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call


def check(context: Context) -> Iterator[Flaw]:
    """Yield the first of the two days that is too early. A call that closes before it opens is PP203."""
    for call in context.catalog.of(Call):
        closes = call.closes_on
        if closes is None or closes < call.opens_on:
            continue
        days = (("decision_on", call.decision_on), ("starts_on", call.starts_on))
        early = next(((key, day) for key, day in days if day and day < closes), None)
        if early:
            values = {"date": early[1], "closes": closes}
            message = "{date} is before the last day to apply, {closes}"
            yield Flaw(call, (early[0],), message, values, "expected {closes} or later; compare both dates")


RULE = Rule("PP216", Severity.WARNING, "0.1", __doc__, check)
