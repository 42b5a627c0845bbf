"""A call was over already when somebody confirmed it.

What it does
    Compares the last day of a call with the day on which its facts were confirmed; without one, with a day half a
    year ago. A call that says in `after_close` what came of it is meant to be over.

Why it matters
    A year was mistyped, or a file copied from the last round: readers are told that they are too late.

Example
    # content/calls/mentors-odense.yml
    assured_on: 2026-10-01
    opens_on: 2025-10-15
    closes_on: 2026-01-31  # PP215
    info_meetings: []

Use instead
    # content/calls/mentors-odense.yml
    assured_on: 2026-10-01
    opens_on: 2026-10-15
    closes_on: 2027-01-31
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call

_LONG = timedelta(days=183)


def check(context: Context) -> Iterator[Flaw]:
    """Yield calls that nobody can have meant to be open. Those that close before they open are PP203."""
    for call in context.catalog.of(Call):
        closes = call.closes_on
        if closes is None or closes < call.opens_on or call.after_close or call.state_override:
            continue
        if call.assured_on and closes < call.assured_on <= context.today:
            values = {"closes": closes, "assured": call.assured_on}
            message = "this call closed on {closes} and was confirmed later, on {assured}; is the year right?"
            yield Flaw(call, ("closes_on",), message, values, _HELP)
        elif call.assured_on is None and closes < context.today - _LONG:
            message = "this call closed on {closes}, and nobody has confirmed it; is the year right?"
            yield Flaw(call, ("closes_on",), message, {"closes": closes}, _HELP)


_HELP = "correct the dates; when the call is meant to be over, say in after_close: what came of it"
RULE = Rule("PP215", Severity.WARNING, "0.1", __doc__, check)
