"""Info meetings: those of one call in full, and lists of all that are to come.

Takes a voice and calls that the site shows. Every meeting carries its instants, so that the script can say what is
over; the text has absolute dates only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.area import wider_places
from generator.model.call import Call, InfoMeeting
from generator.model.place import Place
from generator.plan.pages import place_has_page
from generator.plan.routes import meeting_route, record_route
from generator.render.views.calls import several_zones
from generator.render.views.instants import MeetingClock, ends_at, meeting_clock
from generator.render.views.parts import Link, address_lines, place_link
from generator.render.voice import TextView, Voice
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class Meeting:
    """An info meeting, ready to print."""

    id: str
    title: TextView | str
    when: str
    iso: str
    place: Link | None
    address: tuple[str, ...]
    comforts: tuple[str, ...]
    """What makes it easier to come: a way in without steps, somebody for the children, interpreters."""
    online_url: str
    languages: str
    registration_url: str
    registration_email: str
    note: str
    clock: MeetingClock
    is_over: bool
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


def _meeting(voice: Voice, call: Call, meeting: InfoMeeting) -> Meeting:
    place = voice.plan.view.get(Place, meeting.place)
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
        online_url=meeting.online_url or "",
        languages=voice.language_names(meeting.languages) if meeting.languages else "",
        registration_url=meeting.registration_url or "",
        registration_email=meeting.registration_email or "",
        note=voice.say(notes[meeting.status]) if meeting.status in notes else "",
        clock=meeting_clock(call, meeting),
        is_over=voice.plan.view.now >= ends_at(call, meeting),
        calendar_url=voice.to(meeting_route(call.id, meeting.id)),
    )


def _names_city(voice: Voice, meeting: InfoMeeting) -> bool:
    """Whether readers must be told whose time it is: online, or where the site's calls are in several zones."""
    site = voice.plan.view.site
    return bool(meeting.online_url) or several_zones(voice, site.timezone)


def _comforts(voice: Voice, meeting: InfoMeeting, place: Place | None) -> tuple[str, ...]:
    entrance = {True: mark("Step-free entrance"), False: mark("There are steps at the entrance")}
    found = [voice.say(entrance[place.step_free])] if place and place.step_free is not None else []
    if meeting.childcare:
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
        if now < ends_at(call, meeting) and (place is None or _concerns(voice, call, meeting, place))
    ]
    found.sort(key=lambda pair: (ends_at(*pair), pair[0].id, pair[1].id))
    return tuple(_line(voice, call, meeting, place) for call, meeting in found)


def _concerns(voice: Voice, call: Call, meeting: InfoMeeting, place: str) -> bool:
    held_in = wider_places(voice.plan.view.catalog, meeting.place) if meeting.place else ()
    return place in call.places or place in held_in


def _line(voice: Voice, call: Call, meeting: InfoMeeting, here: str | None) -> MeetingLine:
    shown = _meeting(voice, call, meeting)
    place = voice.plan.view.get(Place, meeting.place)
    around = place.part_of if place and not place_has_page(place) and place.part_of != here else None
    city = place_link(voice, around) if around else None
    online = voice.say("Online") if shown.online_url else ""
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
