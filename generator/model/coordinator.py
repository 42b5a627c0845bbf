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
_PHONE_WORDS = {
    **dict.fromkeys(("mobile", "mobil", "mobiltelefon", "handy", "cellphone"), "cell"),
    **dict.fromkeys(
        ("phone", "telephone", "telefon", "landline", "fastnet", "festnetz", "fasttelefon"), "voice"
    ),
    "sms": "text",
}


class PhoneLine(Part):
    """A number and what it is for (types of RFC 6350)."""

    number: Phone
    """The number; without + it is read as one of the record's country."""
    type: Annotated[_PhoneType, one_of(_PhoneType, _PHONE_WORDS)] = "voice"
    """What the number is for."""
    description: Label | None = None
    """When or how to use this number, in a few words."""


_Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class OfficeHours(Part):
    """Hours that repeat every week on `days`."""

    days: tuple[Annotated[_Day, one_of(_Day)], ...]
    """The days of the week."""
    opens: LocalTime
    """From when on somebody answers."""
    closes: LocalTime
    """Until when somebody answers."""


class ClosedDays(Part):
    """Days on which the usual hours do not hold: holidays, a course. `ends_on` is the last of them."""

    starts_on: IsoDate
    """The first day on which nobody answers."""
    ends_on: IsoDate
    """The last day on which nobody answers."""
    description: Label | None = None
    """Why, in a few words: holidays, a course."""


class Coordinator(Record):
    """Somebody who answers for programmes in places."""

    kind: ClassVar[str] = "coordinators"

    name: Line | None = None
    """A person's name; needs consent. A role mailbox has none."""
    role: Label
    """What readers see first: "Coordinator in Odense"."""
    area_of_responsibility: Label | None = None
    """What this person or office is in charge of, in one line."""
    country: Country
    """The country of the office, two capital letters; phone numbers are read with it."""
    organisation: OrganisationRef
    """The organisation for which this person works, by its id."""
    programmes: tuple[ProgrammeRef, ...]
    """The programmes for which this person answers, by their ids."""
    places: tuple[PlaceRef, ...] = ()
    """The places for which this person answers; left out for everywhere."""
    languages: tuple[Language, ...]
    """The languages in which one can call or write, as codes."""
    email: Email | None = None
    """The mailbox for this work, never a private one."""
    phones: tuple[PhoneLine, ...] = ()
    """Numbers for this work, the best one first."""
    address: Address | None = None
    """Where one can visit or write."""
    appointment_url: WebUrl | None = None
    """Where one can book an appointment."""
    office_hours: tuple[OfficeHours, ...] = ()
    """When somebody answers, week by week."""
    closed: tuple[ClosedDays, ...] = ()
    """Days on which the usual hours do not hold."""
    by_appointment: Boolean = False
    """True when one has to make an appointment first."""
    replies_within_days: Integer | None = None
    """Within how many working days one gets an answer."""
    deputy: CoordinatorRef | None = None
    """Who answers when this person cannot, by the id of their record."""
    photo: MediaRef | None = None
    """A photo of the person, by its id in content/media/; it needs consent."""
    valid_from: IsoDate | None = None
    """The day on which the person starts in this role."""
    valid_to: IsoDate | None = None
    """The last day in this role; after it nothing is shown."""
    consent: Consent | None = None
    """Why the person may be shown, what of them, and until when."""
