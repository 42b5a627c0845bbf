"""A call closes before it opens.

What it does
    Compares the first and the last day of a call.

Why it matters
    Such a call is never open. It is nearly always a mistyped month or year, and readers would be sent away.

Example
    # content/calls/mentors-odense.yml
    opens_on: 2026-10-15
    closes_on: 2026-01-31  # PP203

Use instead
    # content/calls/mentors-odense.yml
    opens_on: 2026-10-15
    closes_on: 2027-01-31
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call


def check(context: Context) -> Iterator[Flaw]:
    """Yield calls whose last day is before their first."""
    for call in context.catalog.of(Call):
        if call.closes_on and call.closes_on < call.opens_on:
            values = {"opens": call.opens_on, "closes": call.closes_on}
            yield Flaw(
                call,
                ("closes_on",),
                "closes on {closes}, before it opens on {opens}",
                values,
                "the last day to apply must be {opens} or later",
            )


RULE = Rule("PP203", Severity.ERROR, "0.1", __doc__, check)
