"""The info meetings of a call (schema.org Event): when, where or online, held or not, in which languages.

Takes a voice and a call whose page this is. A meeting of which neither place nor link is known yet has no
event: the location is what makes an event usable.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.call import Call, InfoMeeting
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import meeting_status
from generator.render.jsonld.node import CONTEXT, Node, Spoken, Value, node
from generator.render.jsonld.organisation import organisation_reference
from generator.render.jsonld.parts import entity_id, own_address, picture_object, programme_name, words
from generator.render.jsonld.place import place
from generator.render.voice import Voice

_STATUS = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "moved_online": "EventMovedOnline",
}


def events(voice: Voice, call: Call) -> Iterator[Node]:
    """Yield the meetings of a call, the first first."""
    for meeting in sorted(call.info_meetings, key=lambda meeting: meeting.starts):
        locations = _locations(voice, meeting)
        if locations:
            yield _event(voice, call, meeting, locations)


def _event(voice: Voice, call: Call, meeting: InfoMeeting, locations: tuple[Node, ...]) -> Node:
    programme = voice.plan.view.get(Programme, call.programme)
    return node(
        "Event",
        entity_id(voice, call, meeting.id),
        name=_name(voice, call, meeting),
        description=words(voice, call.summary),
        url=_address(voice, meeting),
        image=picture_object(voice, programme.image) if programme else "",
        startDate=voice.iso(meeting.starts, call.timezone),
        endDate=voice.iso(meeting.ends, call.timezone) if meeting.ends else "",
        eventStatus=f"{CONTEXT}/{_STATUS[meeting_status(call, meeting)]}",
        eventAttendanceMode=f"{CONTEXT}/{_mode(locations)}",
        location=locations,
        organizer=organisation_reference(voice, programme.organisation) if programme else None,
        about=programme_name(voice, call.programme),
        inLanguage=meeting.languages,
    )


def _name(voice: Voice, call: Call, meeting: InfoMeeting) -> Value:
    """The meeting's own name; else what it is and of which call, unless that would mix two languages."""
    if meeting.name:
        return words(voice, meeting.name)
    usual, name = voice.say("Info meeting"), words(voice, call.name)
    return usual if isinstance(name, Spoken) else f"{usual}: {name}"


def _locations(voice: Voice, meeting: InfoMeeting) -> tuple[Node, ...]:
    venue = voice.plan.view.get(Place, meeting.place)
    moved = meeting.status == "moved_online"
    # A meeting that moved online leaves its place; the link may come only with the registration.
    url = meeting.online_url or ((meeting.registration_url or _address(voice, meeting)) if moved else "")
    here = (place(voice, venue),) if venue and not moved else ()
    return (*here, *((node("VirtualLocation", url=url),) if url else ()))


def _mode(locations: tuple[Node, ...]) -> str:
    if len(locations) > 1:
        return "MixedEventAttendanceMode"
    is_online = locations[0].type == "VirtualLocation"
    return "OnlineEventAttendanceMode" if is_online else "OfflineEventAttendanceMode"


def _address(voice: Voice, meeting: InfoMeeting) -> str:
    return f"{own_address(voice)}#meeting-{meeting.id}"
