"""A meeting is at night, or takes more than half a day.

What it does
    Looks at the hours of information meetings: a start between ten at night and six in the morning, or more than
    twelve hours from start to end on one day, is hardly meant.

Why it matters
    "7:00" for seven in the evening sends people to a closed door. Hours are written from 00:00 to 23:59.

Example
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 05:00  # PP213
        ends: 2026-12-03 06:30
        place: odense

Use instead
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        ends: 2026-12-03 18:30
        place: odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call

_FIRST, _LAST = 6, 22
_LONGEST = 12
"""Hours."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield meetings at unlikely hours; one finding for each."""
    for call in context.catalog.of(Call):
        for index, meeting in enumerate(call.info_meetings):
            path = ("info_meetings", index)
            if not _FIRST <= meeting.starts.hour < _LAST:
                message = "this meeting starts at {time}, at night"
                help = "hours go from 00:00 to 23:59: seven in the evening is 19:00"
                yield Flaw(call, (*path, "starts"), message, {"time": f"{meeting.starts:%H:%M}"}, help)
            elif meeting.ends and meeting.ends.date() == meeting.starts.date():
                hours = (meeting.ends - meeting.starts).total_seconds() / 3600
                if hours > _LONGEST:
                    message = "this meeting takes {hours} hours"
                    help = "correct the start or the end"
                    yield Flaw(call, (*path, "ends"), message, {"hours": round(hours)}, help)


RULE = Rule("PP213", Severity.WARNING, "0.1", __doc__, check)
