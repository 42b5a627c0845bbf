"""An info meeting does not fit its call.

What it does
    Compares the start of each meeting with its end, and with the last moment at which one can apply. One that is more
    than nine months before the first day of the call is a warning.

Why it matters
    Who learns at the meeting what it is about could no longer apply. Mostly the month or year is mistyped.

Example
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: february
        starts: 2027-02-03 17:00  # PP204
        ends: 2027-02-03 18:30
        place: odense

Use instead
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: january
        starts: 2027-01-13 17:00
        ends: 2027-01-13 18:30
        place: odense
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call

_LONG_BEFORE = timedelta(days=275)


def check(context: Context) -> Iterator[Flaw]:
    """Yield meetings that end before they start, start after the call has closed, or long before it opens."""
    for call in context.catalog.of(Call):
        last = _last_moment(call)
        for index, meeting in enumerate(call.info_meetings):
            if meeting.ends and meeting.ends <= meeting.starts:
                values = {"starts": f"{meeting.starts:%Y-%m-%d %H:%M}"}
                message = "this meeting ends before it starts, at {starts}"
                help = "the end must be later than {starts}"
                yield Flaw(call, ("info_meetings", index, "ends"), message, values, help)
            if last and meeting.starts > last:
                values = {"closes": f"{last:%Y-%m-%d %H:%M}"}
                message = "this meeting is after the call has closed, at {closes}"
                help = "correct the date, or let the call close later"
                yield Flaw(call, ("info_meetings", index, "starts"), message, values, help)
            if call.opens_on - meeting.starts.date() > _LONG_BEFORE:
                values = {"opens": call.opens_on.isoformat()}
                message = "this meeting is more than nine months before the call opens, on {opens}"
                path = ("info_meetings", index, "starts")
                yield Flaw(call, path, message, values, "correct the year", severity=Severity.WARNING)


def _last_moment(call: Call) -> datetime | None:
    """The end of the call in its time zone; `None` when it has none, or closes before it opens (PP203)."""
    if call.closes_on is None or call.closes_on < call.opens_on:
        return None
    return datetime.combine(call.closes_on, call.closes_at or time(23, 59))


RULE = Rule("PP204", Severity.ERROR, "0.1", __doc__, check, ignorable=True)
