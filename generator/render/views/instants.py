"""What the script of calls and meetings compares with the reader's clock, and the words that it says then.

Takes a voice and calls; returns instants in ISO 8601 with the offset of the call's time zone, and the words as
JSON by the plural categories of CLDR, which browsers know too. Nothing here depends on today.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from generator.model.call import Call, InfoMeeting
from generator.model.fields.tables import zone
from generator.model.periods import Period, periods
from generator.model.state import is_cancelled, meeting_status
from generator.render.views.plurals import plural_words
from generator.render.voice import Voice
from generator.text.formats import iso_datetime
from generator.text.messages import mark

_USUAL_LENGTH = timedelta(hours=2)

_WORDS = {
    "open": mark("You can apply now"),
    "extended": mark("Extended: you can apply now"),
    "rolling": mark("You can apply at any time"),
    "closed": mark("Closed"),
    "full": mark("All places are taken"),
    "waiting-list": mark("All places are taken; there is a waiting list"),
    "paused": mark("Paused"),
    "cancelled": mark("Cancelled"),
    "meeting-now": mark("Taking place now"),
    "meeting-past": mark("This meeting is over"),
    "meeting-cancelled": mark("Cancelled"),
    "meeting-postponed": mark("Postponed"),
}


@dataclass(frozen=True, slots=True)
class CallClock:
    """The data attributes of a call. `periods` is JSON; empty strings stand for what does not apply.

    `opening` says the day on which it opens, in words: the script writes no date of its own.
    """

    opens: str
    opening: str
    closes: str
    periods: str
    override: str
    extended: str
    rolling: str
    soon: int
    zone: str


@dataclass(frozen=True, slots=True)
class MeetingClock:
    """The data attributes of an info meeting. `away` is its status when nobody should come at the time given."""

    starts: str
    ends: str
    away: str
    zone: str


def call_clock(voice: Voice, call: Call) -> CallClock:
    """Return the instants of a call."""
    found = periods(call, voice.plan.view.today)
    first = found[0] if found else None
    waiting = call.state_override == "full" and call.waiting_list
    return CallClock(
        opens=first.opens.isoformat() if first else "",
        opening=_opening(voice, first) if first else "",
        closes=_closes(first),
        periods=_as_json(voice, found) if call.window else "",
        override="waiting-list" if waiting else call.state_override or "",
        extended="true" if call.extended_from else "",
        rolling="true" if call.rolling else "",
        soon=call.closing_soon_days,
        zone=call.timezone,
    )


def ends_at(call: Call, meeting: InfoMeeting) -> datetime:
    """Return the instant after which a meeting is over."""
    ends = meeting.ends or meeting.starts + _USUAL_LENGTH
    return ends.replace(tzinfo=zone(call.timezone))


def meeting_clock(call: Call, meeting: InfoMeeting) -> MeetingClock:
    """Return the instants of an info meeting; without an end it is taken to last two hours."""
    return MeetingClock(
        iso_datetime(meeting.starts, call.timezone),
        ends_at(call, meeting).isoformat(timespec="minutes"),
        meeting_status(call, meeting) if is_cancelled(call, meeting) else "",
        call.timezone,
    )


def _closes(period: Period | None) -> str:
    return period.closes.isoformat() if period and period.closes else ""


def _opening(voice: Voice, period: Period) -> str:
    return voice.say("Opens on {date}", date=voice.date(period.opens.date()))


def _as_json(voice: Voice, found: Iterable[Period]) -> str:
    """Each period as its two instants and the words for its first day."""
    rows = [[period.opens.isoformat(), _closes(period), _opening(voice, period)] for period in found]
    return json.dumps(rows, ensure_ascii=False)


def clock_words(voice: Voice) -> Markup:
    """Return the words as a JSON block that can stand in HTML."""
    words: dict[str, object] = {state: voice.say(word) for state, word in _WORDS.items()}
    words["announced"] = _counted(
        voice, lambda n: voice.plural("Opens in {n} day", "Opens in {n} days", n), voice.say("Opens today")
    )
    words["closing"] = _counted(
        voice,
        lambda n: voice.plural("{n} day left to apply", "{n} days left to apply", n),
        voice.say("Today is the last day to apply"),
    )
    words["meeting-coming"] = _counted(
        voice, lambda n: voice.plural("In {n} day", "In {n} days", n), voice.say("Today")
    )
    return Markup('<script type="application/json" id="portal-words">{}</script>').format(
        htmlsafe_json_dumps(words, sort_keys=True)
    )


def _counted(voice: Voice, words: Callable[[int], str], today: str) -> dict[str, str]:
    """Return the words for each plural category, with `{n}` where the number stands, and those for no days."""
    return {"zero_days": today, **plural_words(voice, words)}
