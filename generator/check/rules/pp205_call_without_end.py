"""A call neither closes nor rolls, or does both.

What it does
    Asks every call for a last day to apply, or for `rolling: true`, but not for both.

Why it matters
    Readers have to know how long they can wait. Without either, a call would look open for ever, and nobody
    could say whether that was meant.

Example
    # content/calls/mentors-odense.yml
    opens_on: 2026-10-15  # PP205
    closes_on:

Use instead
    # content/calls/mentors-odense.yml
    opens_on: 2026-10-15
    closes_on:
    rolling: true
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call


def check(context: Context) -> Iterator[Flaw]:
    """Yield calls with no end, or with two answers about it."""
    for call in context.catalog.of(Call):
        if call.closes_on is None and not call.rolling and call.window is None:
            message = "the call has no last day to apply"
            help = "add a line such as closes_on: 2027-01-31, or rolling: true when one can apply at any time"
            yield Flaw(call, ("opens_on",), message, {}, help)
        if call.window is not None and call.rolling:
            message = "the call is open at any time, and also only on certain days"
            yield Flaw(call, ("rolling",), message, {}, "keep one of rolling and window")
        if call.closes_on is not None and call.rolling:
            message = "the call is open at any time, and also closes on {closes}"
            help = "keep one of the lines rolling and closes_on"
            yield Flaw(call, ("rolling",), message, {"closes": call.closes_on}, help)


RULE = Rule("PP205", Severity.ERROR, "0.1", __doc__, check)
