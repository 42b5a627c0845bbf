"""A coordinator: whom to call, where, in which languages (schema.org ContactPoint, HSDS `contact`).

Fields only. Whether the person may be shown on a day is answered by `model.state`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import Address, Consent, Part, Record
from generator.model.fields.codes import Country, Language
from generator.model.fields.contact import Email, Phone, WebUrl
from generator.model.fields.reference import CoordinatorRef, MediaRef, OrganisationRef, PlaceRef, ProgrammeRef
from generator.model.fields.scalars import Boolean, Integer, IsoDate, LocalTime, one_of
from generator.model.fields.texts import Label, Line

_PhoneType = Literal["voice", "cell", "text"]


class PhoneLine(Part):
    """A number and what it is for (types of RFC 6350)."""

    number: Phone
    type: Annotated[_PhoneType, one_of(_PhoneType)] = "voice"
    description: Label | None = None


_Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class OfficeHours(Part):
    """Hours that repeat every week on `days`."""

    days: tuple[Annotated[_Day, one_of(_Day)], ...]
    opens: LocalTime
    closes: LocalTime


class ClosedDays(Part):
    """Days on which the usual hours do not hold: holidays, a course. `ends_on` is the last of them."""

    starts_on: IsoDate
    ends_on: IsoDate
    description: Label | None = None


class Coordinator(Record):
    """Somebody who answers for programmes in places."""

    kind: ClassVar[str] = "coordinators"

    name: Line | None = None
    """A person's name; needs consent. A role mailbox has none."""
    role: Label
    """What readers see first: "Coordinator in Odense"."""
    area_of_responsibility: Label | None = None
    country: Country
    organisation: OrganisationRef
    programmes: tuple[ProgrammeRef, ...]
    places: tuple[PlaceRef, ...] = ()
    languages: tuple[Language, ...]
    email: Email | None = None
    phones: tuple[PhoneLine, ...] = ()
    address: Address | None = None
    appointment_url: WebUrl | None = None
    office_hours: tuple[OfficeHours, ...] = ()
    closed: tuple[ClosedDays, ...] = ()
    by_appointment: Boolean = False
    replies_within_days: Integer | None = None
    deputy: CoordinatorRef | None = None
    photo: MediaRef | None = None
    valid_from: IsoDate | None = None
    valid_to: IsoDate | None = None
    consent: Consent | None = None
