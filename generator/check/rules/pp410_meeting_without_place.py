"""An info meeting says neither where it is nor how to join it.

What it does
    Asks each meeting for a `place` or an `online_url`. One that moved online needs `online_url`, or a way to register.
    Meetings that are cancelled or postponed may have neither.

Why it matters
    Somebody has kept the evening free and does not know where to go.

Example
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december  # PP410
        starts: 2026-12-03 17:00

Use instead
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        place: odense
      - id: january
        starts: 2027-01-13 17:00
        online_url: https://moede.example.org/broen
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call, InfoMeeting
from generator.model.state import is_cancelled


def check(context: Context) -> Iterator[Flaw]:
    """Yield meetings that take place, but nobody can find."""
    for call in context.catalog.of(Call):
        for number, meeting in enumerate(call.info_meetings):
            if is_cancelled(call, meeting) or _can_be_found(meeting):
                continue
            message, help = "this meeting has neither place nor online_url", "add place: or online_url:"
            if meeting.status == "moved_online":
                message = "this meeting is online, but nothing says how to join it"
                help = "add online_url:, or registration_email: where readers get it"
            yield Flaw(call, ("info_meetings", number), message, {}, help)


def _can_be_found(meeting: InfoMeeting) -> bool:
    if meeting.status == "moved_online":
        return any((meeting.online_url, meeting.registration_url, meeting.registration_email))
    return bool(meeting.place or meeting.online_url)


RULE = Rule("PP410", Severity.ERROR, "0.1", __doc__, check)
