"""Info meetings as iCalendar (RFC 5545): one file for each, and calendars to subscribe to.

Takes voices and what the site shows, returns bytes. Times are in the call's zone, whose rules stand in the
file. What changes with a record changes here; nothing comes from the moment of the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from icalendar import Calendar, Event
from icalendar.prop import vDuration, vUri

from generator.model.call import Call, InfoMeeting
from generator.model.place import Place
from generator.model.state import is_cancelled
from generator.plan.routes import record_route
from generator.plan.site_plan import SitePlan
from generator.render.feeds.identity import identity
from generator.render.feeds.lines import PRODUCT, PlainText, add, written
from generator.render.feeds.vtimezone import vtimezone
from generator.render.views.meetings import Meeting, concerns, meetings
from generator.render.voice import TextView, Voice
from generator.select.moments import instant
from generator.text.messages import Messages

_END = b"END:VCALENDAR\r\n"
_REFRESH = timedelta(days=1)
_FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An info meeting in one language. `event` is the component as it is written; it is in the calendars of `places`.

    `ends` is `None` where the record says no end, or one that is not after the beginning.
    """

    call: Call
    meeting: InfoMeeting
    starts: datetime
    ends: datetime | None
    event: bytes
    places: frozenset[str]


def meeting_uid(call: Call, meeting: InfoMeeting) -> str:
    """Return the UID of a meeting: from ids alone, the same on every site and in every language."""
    return str(identity(call.kind, call.id, meeting.id))


def appointments(plan: SitePlan, language: str, messages: Messages) -> tuple[Appointment, ...]:
    """Return the info meetings of a language's calls, the earliest first."""
    found = []
    for page in plan.pages_in(language):
        if isinstance(page.record, Call):
            voice = Voice(plan, page, messages)
            views = {view.id: view for view in meetings(voice, page.record)}
            for meeting in page.record.info_meetings:
                found.append(_appointment(voice, page.record, meeting, views[f"meeting-{meeting.id}"]))
    return tuple(sorted(found, key=lambda each: (each.starts.timestamp(), each.call.id, each.meeting.id)))


def calendar(voice: Voice, found: Sequence[Appointment], place: Place | None = None) -> bytes:
    """Return a calendar: of the whole site, or of one place.

    Never without a component: with no meeting it has the rules of the site's time zone alone.
    """
    site = voice.plan.view.site
    words = [str(voice.text(site.name)), voice.say("Info meetings")]
    if place is not None:
        words.append(str(voice.text(place.name)))
    head = _head(" – ".join(words))
    head.add("REFRESH-INTERVAL", vDuration(_REFRESH, params={"VALUE": "DURATION"}))
    head.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    return _with_parts(written(head), found, site.timezone)


def single(found: Appointment) -> bytes:
    """Return the file of one meeting."""
    return _with_parts(_nameless(), (found,), found.call.timezone)


def _head(name: str) -> Calendar:
    made = Calendar()
    made.add("VERSION", PlainText("2.0"))
    made.add("PRODID", PlainText(PRODUCT))
    made.add("METHOD", PlainText("PUBLISH"))
    add(made, "NAME", name)  # RFC 7986; the next line is what most programs read
    add(made, "X-WR-CALNAME", name)
    return made


@cache
def _nameless() -> bytes:
    """The calendar that one meeting stands in."""
    return written(_head(""))


def _with_parts(head: bytes, found: Sequence[Appointment], timezone: str) -> bytes:
    """Return a calendar as bytes. Its parts are written already: a meeting stands in several calendars."""
    zones = (vtimezone(*needed) for needed in _zones(found, timezone))
    begin, end, rest = head.partition(_END)
    return b"".join((begin, *zones, *(each.event for each in found), end, rest))


def _zones(found: Sequence[Appointment], timezone: str) -> Iterator[tuple[str, int, int]]:
    """Yield the zones that a calendar needs, with the years in which it needs them."""
    years: dict[str, list[int]] = {} if found else {timezone: [_FIRST_DAY.year]}
    for each in found:
        moments = (each.starts, each.ends or each.starts)
        years.setdefault(each.call.timezone, []).extend(moment.year for moment in moments)
    for name, needed in sorted(years.items()):
        yield name, min(needed), max(needed)


def _appointment(voice: Voice, call: Call, meeting: InfoMeeting, view: Meeting) -> Appointment:
    starts = instant(meeting.starts, call.timezone)
    ends = instant(meeting.ends, call.timezone) if meeting.ends else None
    if ends is not None and ends.timestamp() <= starts.timestamp():
        ends = None
    event = _event(voice, call, meeting, view)
    event.add("DTSTART", starts)
    if ends is not None:
        event.add("DTEND", ends)
    return Appointment(call, meeting, starts, ends, written(event), _places(voice, call, meeting))


def _event(voice: Voice, call: Call, meeting: InfoMeeting, view: Meeting) -> Event:
    """Return all but the times. `LANGUAGE` says in which language a text was found."""
    event = Event()
    away = is_cancelled(call, meeting)
    checked = datetime.combine(call.assured_on or call.opens_on, time(), UTC)
    event.add("UID", PlainText(meeting_uid(call, meeting)))
    event.add("DTSTAMP", checked)
    if call.assured_on:
        event.add("LAST-MODIFIED", checked)
    event.add("SEQUENCE", _sequence(call, meeting))
    event.add("STATUS", PlainText("CANCELLED" if away else "CONFIRMED"))
    title = view.title if meeting.name else f"{view.title}: {voice.text(call.name)}"
    add(event, "SUMMARY", title, voice.language)
    add(event, "LOCATION", *_location(voice, view))
    url = f"{voice.plan.addresses.absolute(voice.language, record_route(call.kind, call.id))}#{view.id}"
    add(event, "DESCRIPTION", "\n".join(_description(voice, call, view, url)), voice.language)
    event.add("URL", vUri(url))
    return event


def _sequence(call: Call, meeting: InfoMeeting) -> int:
    """Return a revision that rises with each day of confirmation, and when a meeting is called off or moved."""
    days = max(0, (call.assured_on - _FIRST_DAY).days) if call.assured_on else 0
    return 2 * days + (meeting.status != "scheduled" or is_cancelled(call, meeting))


def _location(voice: Voice, view: Meeting) -> tuple[TextView | str, str]:
    """Return where it is, and the language of that: the place, or the address on the network."""
    if view.place:
        title = view.place.title
        language = title.language if isinstance(title, TextView) else voice.language
        return ", ".join((str(title), *view.address)), language
    if view.online_url:
        return view.online_url, ""
    return (voice.say("Online"), voice.language) if view.is_online else ("", "")


def _description(voice: Voice, call: Call, view: Meeting, url: str) -> list[str]:
    told = [
        voice.say("This call is cancelled.") if call.state_override == "cancelled" else view.note,
        str(voice.text(call.name)),
        *view.comforts,
        f"{voice.say('Languages')}: {view.languages}" if view.languages else "",
        f"{voice.say('Take part online')}: {view.online_url}" if view.online_url else "",
        f"{voice.say('Register')}: {view.registration_url}" if view.registration_url else "",
        f"{voice.say('Register by e-mail')}: {view.registration_email}" if view.registration_email else "",
        url,
    ]
    return [line for line in told if line]


def _places(voice: Voice, call: Call, meeting: InfoMeeting) -> frozenset[str]:
    """Return the places on whose pages the meeting stands: a call for a region concerns its cities."""
    places = (place.id for place in voice.plan.view.of(Place))
    return frozenset(id for id in places if concerns(voice, call, meeting, id))
