"""What the open files say of coordinators, calls, info meetings and places. Fields only.

Names are those of the records. Instants carry the offset of the call's time zone. A call has no state: the
reader of the file works it out from `opens` and `closes`, so that the file stays true.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime

from generator.render.feeds.api_values import (
    AddressOut,
    ClockTime,
    CoordinatorId,
    Envelope,
    OrganisationRef,
    Out,
    PlaceId,
    PlaceIds,
    PointOut,
    ProgrammeId,
    ProgrammeIds,
    Texts,
    Urls,
)


class NumberOut(Out):
    """A telephone number in two notations."""

    e164: str
    international: str


class PhoneOut(Out):
    """A number and what it is for."""

    number: NumberOut
    type: Literal["voice", "cell", "text"]
    description: Texts | None = None


class OfficeHoursOut(Out):
    """Hours that repeat every week."""

    days: tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ...]
    opens: ClockTime
    closes: ClockTime


class ClosedDaysOut(Out):
    """Days without office hours; both count."""

    starts_on: date
    ends_on: date
    description: Texts | None = None


class CoordinatorOut(Out):
    """Somebody who answers for programmes in places."""

    id: str
    page: Urls
    contact_card: Urls
    """vCard files."""
    name: str | None = None
    """Only with the person's consent."""
    role: Texts
    area_of_responsibility: Texts | None = None
    country: str
    organisation: OrganisationRef
    programmes: ProgrammeIds
    places: PlaceIds
    languages: tuple[str, ...]
    """Languages in which one can talk to them."""
    email: str | None = None
    phones: tuple[PhoneOut, ...] = ()
    address: AddressOut | None = None
    appointment_url: str | None = None
    office_hours: tuple[OfficeHoursOut, ...] = ()
    closed: tuple[ClosedDaysOut, ...] = ()
    by_appointment: bool
    replies_within_days: int | None = None
    deputy: CoordinatorId = None
    assured_on: date | None = None


class ApplyOut(Out):
    """Ways to apply."""

    coordinator: CoordinatorId = None
    url: str | None = None
    email: str | None = None
    steps: tuple[PointOut, ...] = ()


class WindowOut(Out):
    """Days of certain months in which one can apply, every year."""

    months: tuple[int, ...]
    first_day: int
    last_day: int
    """The last day that still counts; in shorter months the month's last day."""


class CallOut(Out):
    """One recruitment round."""

    id: str
    page: Urls
    programme: ProgrammeId
    role: Literal["mentor", "mentee", "organisation"]
    name: Texts
    summary: Texts
    description: Texts | None = None
    places: PlaceIds
    timezone: str
    opens: AwareDatetime
    """The first instant at which one can apply."""
    closes: AwareDatetime | None = None
    """The first instant at which one cannot apply any more; left out where there is none."""
    opens_on: date
    closes_on: date | None = None
    closes_at: ClockTime | None = None
    rolling: bool
    window: WindowOut | None = None
    """Within `opens` and `closes` one can apply on these days only."""
    extended_from: date | None = None
    """The last day that was announced first, when the call was extended."""
    waiting_list: bool
    """Whether one can still put down one's name when the call is full."""
    state_override: Literal["paused", "full", "cancelled"] | None = None
    """What holds in spite of the dates."""
    people_wanted: int | None = None
    decision_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    languages: tuple[str, ...]
    """Languages in which one can apply."""
    apply: ApplyOut
    events: tuple[str, ...]
    """Ids in `api/events.json`."""
    next_steps: Texts | None = None
    after_close: Texts | None = None
    assured_on: date | None = None


class EventOut(Out):
    """An info meeting of a call."""

    id: str
    """The call's id, a slash, the meeting's id."""
    uid: str
    """The UID in the calendars."""
    page: Urls
    calendar: Urls
    """iCalendar files with this meeting alone."""
    call: str
    name: Texts | None = None
    starts: AwareDatetime
    ends: AwareDatetime | None = None
    timezone: str
    place: PlaceId = None
    online_url: str | None = None
    languages: tuple[str, ...] = ()
    registration_url: str | None = None
    registration_email: str | None = None
    status: Literal["scheduled", "cancelled", "postponed", "moved_online"]
    """`cancelled` also when the whole call is."""


class PlaceOut(Out):
    """A city, region or venue."""

    id: str
    page: Urls
    """Empty for a venue."""
    calendar: Urls
    """Calendars to subscribe to; empty for a venue."""
    name: Texts
    place_type: Literal["city", "region", "venue"]
    country: str
    part_of: PlaceId = None
    address: AddressOut | None = None
    step_free: bool | None = None
    transportation: Texts | None = None
    assured_on: date | None = None


class CoordinatorsFile(Envelope):
    """The coordinators of a site."""

    items: tuple[CoordinatorOut, ...]


class CallsFile(Envelope):
    """The recruitment calls of a site, those that have closed too."""

    items: tuple[CallOut, ...]


class EventsFile(Envelope):
    """The info meetings of a site, the earliest first."""

    items: tuple[EventOut, ...]


class PlacesFile(Envelope):
    """The places of a site."""

    items: tuple[PlaceOut, ...]
