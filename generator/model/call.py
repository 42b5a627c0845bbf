"""A recruitment call: who is wanted, from when to when, with info meetings and how to apply.

Fields only. Its state on a day (announced, open, closed …) is derived in `model.state`, never stored.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import Addressed, Item, Part
from generator.model.fields.codes import Language, TimeZone
from generator.model.fields.contact import Email, WebUrl
from generator.model.fields.reference import CoordinatorRef, PlaceRef, ProgrammeRef
from generator.model.fields.scalars import (
    Boolean,
    DayOfMonth,
    Integer,
    IsoDate,
    LocalDateTime,
    LocalTime,
    Month,
    Slug,
    one_of,
)
from generator.model.fields.texts import Label, Prose

_EventStatus = Literal["scheduled", "cancelled", "postponed", "moved_online"]


class InfoMeeting(Part):
    """An information meeting, in the local time of the call's time zone."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    name: Label | None = None
    """What the meeting is called, when it has a name."""
    starts: LocalDateTime
    """Day and time of the beginning, in the call's time zone."""
    ends: LocalDateTime | None = None
    """Day and time of the end, in the call's time zone."""
    place: PlaceRef | None = None
    """Where it is, by the id of the place."""
    online_url: WebUrl | None = None
    """Where to join online."""
    languages: tuple[Language, ...] = ()
    """The languages that are spoken, as codes."""
    interpreters: tuple[Language, ...] = ()
    """Languages into which somebody interprets."""
    childcare: Boolean = False
    """Whether somebody looks after children during the meeting."""
    registration_url: WebUrl | None = None
    """Where to register on the web."""
    registration_email: Email | None = None
    """Where to register by e-mail."""
    status: Annotated[_EventStatus, one_of(_EventStatus)] = "scheduled"
    """Whether the meeting takes place as planned."""


class Apply(Part):
    """Ways to apply. A coordinator is the way without a computer."""

    coordinator: CoordinatorRef | None = None
    """Whom to call or write to, by the id of their record."""
    url: WebUrl | None = None
    """Where to apply on the web."""
    email: Email | None = None
    """Where to apply by e-mail."""
    steps: tuple[Item, ...] = ()
    """What to do in order to apply, in order."""


class RecurringWindow(Part):
    """Days of certain months in which one can apply, every year: the 1st to the 10th, from May to November."""

    months: tuple[Month, ...]
    """The months by number, 1 to 12."""
    first_day: DayOfMonth
    """The first day of the month on which one can apply."""
    last_day: DayOfMonth
    """The last day that still counts; in shorter months the month's last day."""


_CallRole = Literal["mentor", "mentee", "organisation"]
_StateOverride = Literal["paused", "full", "cancelled"]
_FROM_DATES = "leave the line out: open and closed follow from opens_on and closes_on"
_FOLLOWS = dict.fromkeys(
    ("open", "opened", "closed", "announced", "extended", "over", "finished"), _FROM_DATES
)


class Call(Addressed):
    """One recruitment round of a programme."""

    kind: ClassVar[str] = "calls"

    programme: ProgrammeRef
    """The programme that looks for people, by its id."""
    role: Annotated[_CallRole, one_of(_CallRole)]
    """Who is wanted."""
    name: Label
    """What the call is called: who is wanted, where, when."""
    summary: Label
    """One sentence: who is wanted, for what."""
    description: Prose | None = None
    """More about the call, in a few paragraphs."""
    places: tuple[PlaceRef, ...] = ()
    """Where people are wanted, by the ids of the places."""
    timezone: TimeZone
    """The time zone in which the days and times are meant."""
    opens_on: IsoDate
    """The first day to apply."""
    closes_on: IsoDate | None = None
    """The last day to apply. Left out together with `rolling: true`."""
    closes_at: LocalTime | None = None
    """The time of day on `closes_on`; the end of the day when left out."""
    rolling: Boolean = False
    """True when one can apply at any time; there is then no last day."""
    window: RecurringWindow | None = None
    """Days that come again every year; `opens_on` is then the first day of all, `closes_on` the last."""
    extended_from: IsoDate | None = None
    """The last day to apply that was announced first, when the call was extended."""
    closing_soon_days: Integer = 14
    """From how many days before the last day on readers are told how many are left."""
    waiting_list: Boolean = False
    """Whether one can still put down one's name when the call is full."""
    state_override: Annotated[_StateOverride, one_of(_StateOverride, _FOLLOWS)] | None = None
    """Something that the days do not tell: the call is paused, full or cancelled."""
    people_wanted: Integer | None = None
    """How many people are wanted."""
    decision_on: IsoDate | None = None
    """The day by which everybody gets an answer."""
    starts_on: IsoDate | None = None
    """The day on which the round begins."""
    ends_on: IsoDate | None = None
    """The day on which the round ends."""
    languages: tuple[Language, ...] = ()
    """Languages in which one can apply."""
    apply: Apply
    """How to apply: a person, a page or a mailbox."""
    info_meetings: tuple[InfoMeeting, ...] = ()
    """Meetings at which one can ask before one applies."""
    next_steps: Prose | None = None
    """What happens after somebody has applied."""
    after_close: Prose | None = None
    """What readers are told when the call has closed: the result, the next round."""
