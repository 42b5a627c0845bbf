"""Info meetings: those of one call in full, and lists of all that are to come.

Takes a voice and calls that the site shows. Every meeting carries its instants, so that the script can say what is
over; the text has absolute dates only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.area import Area
from generator.model.call import Call, InfoMeeting
from generator.model.place import Place
from generator.model.state import is_cancelled, meeting_status
from generator.plan.pages import place_has_page
from generator.plan.routes import meeting_route, record_route
from generator.render.views.calls import is_for, several_zones
from generator.render.views.instants import MeetingClock, ends_at, meeting_clock
from generator.render.views.parts import Link, address_lines, place_link
from generator.render.voice import TextView, Voice, shared
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class Meeting:
    """An info meeting, ready to print: one that moved online has no place, one that is off no way in."""

    id: str
    title: TextView | str
    when: str
    iso: str
    place: Link | None
    address: tuple[str, ...]
    comforts: tuple[str, ...]
    """What makes it easier to come: a way in without steps, somebody for the children, interpreters."""
    is_online: bool
    """Whether one can take part from anywhere, or could have."""
    online_url: str
    languages: str
    registration_url: str
    registration_email: str
    note: str
    clock: MeetingClock
    is_coming: bool
    """Whether it takes place and is not over."""
    calendar_url: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """An info meeting in a list. `where` has the city first, then the house."""

    title: TextView | str
    url: str
    call: TextView
    when: str
    brief: str
    """The day and the time of the beginning, for narrow places."""
    iso: str
    where: tuple[Link | str, ...]
    languages: str
    note: str
    clock: MeetingClock


def meetings(voice: Voice, call: Call) -> tuple[Meeting, ...]:
    """Return the info meetings of a call, the first first."""
    ordered = sorted(call.info_meetings, key=lambda meeting: meeting.starts)
    return tuple(_meeting(voice, call, meeting) for meeting in ordered)


@shared
def _meeting(voice: Voice, call: Call, meeting: InfoMeeting) -> Meeting:
    status, away = meeting_status(call, meeting), is_cancelled(call, meeting)
    place = _house(voice, meeting)
    notes = {
        "cancelled": mark("This meeting is cancelled."),
        "postponed": mark("This meeting is postponed."),
        "moved_online": mark("This meeting is held online."),
    }
    return Meeting(
        id=f"meeting-{meeting.id}",
        title=voice.text(meeting.name) if meeting.name else voice.say("Info meeting"),
        when=voice.span(meeting.starts, meeting.ends, call.timezone, city=_names_city(voice, meeting)),
        iso=voice.iso(meeting.starts, call.timezone),
        place=place_link(voice, place.id) if place else None,
        address=address_lines(voice, place.address) if place and place.address else (),
        comforts=_comforts(voice, meeting, place),
        is_online=_is_online(meeting),
        online_url=_way(meeting.online_url, away),
        languages=voice.language_names(meeting.languages) if meeting.languages else "",
        registration_url=_way(meeting.registration_url, away),
        registration_email=_way(meeting.registration_email, away),
        note=voice.say(notes[status]) if status in notes else "",
        clock=meeting_clock(call, meeting),
        is_coming=not away and voice.plan.view.now < ends_at(call, meeting),
        calendar_url=_way(voice.to(meeting_route(call.id, meeting.id)), away),
    )


def _way(address: str | None, away: bool) -> str:
    return "" if away else address or ""


def _is_online(meeting: InfoMeeting) -> bool:
    return bool(meeting.online_url) or meeting.status == "moved_online"


def _house(voice: Voice, meeting: InfoMeeting) -> Place | None:
    """Where to go; a meeting that moved online has left its place."""
    return None if meeting.status == "moved_online" else voice.plan.view.get(Place, meeting.place)


def _names_city(voice: Voice, meeting: InfoMeeting) -> bool:
    """Whether readers must be told whose time it is: online, or where the site's calls are in several zones."""
    site = voice.plan.view.site
    return _is_online(meeting) or several_zones(voice, site.timezone)


def _comforts(voice: Voice, meeting: InfoMeeting, place: Place | None) -> tuple[str, ...]:
    entrance = {True: mark("Step-free entrance"), False: mark("There are steps at the entrance")}
    found = [voice.say(entrance[place.step_free])] if place and place.step_free is not None else []
    if meeting.childcare and meeting.status != "moved_online":
        found.append(voice.say("Somebody looks after the children"))
    if meeting.interpreters:
        names = voice.language_names(meeting.interpreters)
        found.append(voice.say("Interpreters for: {languages}", languages=names))
    return tuple(found)


def coming(voice: Voice, calls: Iterable[Call], place: str | None = None) -> tuple[MeetingLine, ...]:
    """Return the meetings of `calls` that are not over, the soonest first; with `place`, those for it or held in it."""
    now = voice.plan.view.now
    found = [
        (call, meeting)
        for call in calls
        if call.state_override != "cancelled"
        for meeting in call.info_meetings
        if now < ends_at(call, meeting) and (place is None or concerns(voice, call, meeting, place))
    ]
    found.sort(key=lambda pair: (ends_at(*pair), pair[0].id, pair[1].id))
    return tuple(_line(voice, call, meeting, place) for call, meeting in found)


def taking_place(voice: Voice, calls: Iterable[Call]) -> tuple[MeetingLine, ...]:
    """Return those of the meetings to come that are neither cancelled nor postponed."""
    return tuple(line for line in coming(voice, calls) if not line.clock.away)


def concerns(voice: Voice, call: Call, meeting: InfoMeeting, place: str) -> bool:
    """Whether a meeting is for a place: held in or around it, or of a call for an area that it is part of.

    A call without places says nothing about where a meeting is that says it itself.
    """
    named = (*call.places, *((meeting.place,) if meeting.place else ()))
    return Area.of(voice.plan.view.catalog, named).meets(place) if named else is_for(voice, call, place)


@shared
def _line(voice: Voice, call: Call, meeting: InfoMeeting, here: str | None) -> MeetingLine:
    shown = _meeting(voice, call, meeting)
    place = _house(voice, meeting)
    around = place.part_of if place and not place_has_page(place) and place.part_of != here else None
    city = place_link(voice, around) if around else None
    online = voice.say("Online") if shown.is_online else ""
    return MeetingLine(
        shown.title,
        f"{voice.to(record_route(call.kind, call.id))}#{shown.id}",
        voice.text(call.name),
        shown.when,
        _brief(voice, call, meeting),
        shown.iso,
        tuple(part for part in (city, shown.place, online) if part),
        shown.languages,
        shown.note,
        shown.clock,
    )


def _brief(voice: Voice, call: Call, meeting: InfoMeeting) -> str:
    begins = meeting.starts.time()
    text = voice.say(
        "{date}, {time}", date=voice.date(meeting.starts.date()), time=voice.hours(begins, begins)
    )
    return f"{text} ({voice.city(call.timezone)})" if _names_city(voice, meeting) else text
