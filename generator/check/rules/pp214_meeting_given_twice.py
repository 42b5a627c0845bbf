"""Two info meetings of a call are at the same time in the same place.

What it does
    Compares the beginning and the place, or the web address, of a call's info meetings. Those that are cancelled or
    postponed are left alone.

Why it matters
    Mostly an item was copied and its date forgotten: readers see one meeting twice, and of the other nobody hears.

Example
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        place: odense
      - id: january
        starts: 2026-12-03 17:00  # PP214
        place: odense

Use instead
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        place: odense
      - id: january
        starts: 2027-01-14 17:00
        place: odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call
from generator.model.state import is_cancelled


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later of two such meetings."""
    for call in context.catalog.of(Call):
        known: dict[object, str] = {}
        for index, meeting in enumerate(call.info_meetings):
            if is_cancelled(call, meeting):
                continue
            first = known.setdefault((meeting.starts, meeting.place, meeting.online_url), meeting.id)
            if first != meeting.id:
                message = "the meeting {first} is at this time in the same place"
                path = ("info_meetings", index, "starts")
                yield Flaw(
                    call, path, message, {"first": first}, "correct the date, or delete one of the two"
                )


RULE = Rule("PP214", Severity.WARNING, "0.1", __doc__, check)
