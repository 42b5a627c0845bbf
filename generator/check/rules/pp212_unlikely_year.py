"""A date of a call lies in an unlikely year.

What it does
    Compares the dates of a call and its meetings with today: more than three years ahead is hardly meant. So is a
    call that stays open for more than two years without being open all the time.

Why it matters
    A mistyped year keeps a call announced, or open, long after it should have closed; nobody would notice.

Example
    # content/calls/mentors-odense.yml
    decision_on: 2036-02-10  # PP212

Use instead
    # content/calls/mentors-odense.yml
    decision_on: 2027-02-10
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.call import Call

_AHEAD = 3 * 366
_OPEN = 2 * 366
"""Days."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield dates too far ahead; else the end of a call that is open for too long."""
    for call in context.catalog.of(Call):
        far = [(path, day) for path, day in _dates(call) if (day - context.today).days > _AHEAD]
        for path, day in far[:1]:
            message = "{date} is more than three years ahead; is the year right?"
            yield Flaw(call, path, message, {"date": day.isoformat()}, _HELP)
        if not far and call.closes_on and (call.closes_on - call.opens_on).days > _OPEN:
            message = "the call would be open for more than two years, from {opens} to {closes}"
            values = {"opens": call.opens_on.isoformat(), "closes": call.closes_on.isoformat()}
            yield Flaw(call, ("closes_on",), message, values, _HELP)


def _dates(call: Call) -> Iterator[tuple[Path, date]]:
    for name in ("opens_on", "closes_on", "decision_on", "starts_on", "ends_on"):
        day = getattr(call, name)
        if day is not None:
            yield (name,), day
    for index, meeting in enumerate(call.info_meetings):
        yield ("info_meetings", index, "starts"), meeting.starts.date()


_HELP = "correct the year"
RULE = Rule("PP212", Severity.WARNING, "0.1", __doc__, check)
