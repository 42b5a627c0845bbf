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
    name: Label | None = None
    starts: LocalDateTime
    ends: LocalDateTime | None = None
    place: PlaceRef | None = None
    online_url: WebUrl | None = None
    languages: tuple[Language, ...] = ()
    interpreters: tuple[Language, ...] = ()
    """Languages into which somebody interprets."""
    childcare: Boolean = False
    """Whether somebody looks after children during the meeting."""
    registration_url: WebUrl | None = None
    registration_email: Email | None = None
    status: Annotated[_EventStatus, one_of(_EventStatus)] = "scheduled"


class Apply(Part):
    """Ways to apply. A coordinator is the way without a computer."""

    coordinator: CoordinatorRef | None = None
    url: WebUrl | None = None
    email: Email | None = None
    steps: tuple[Item, ...] = ()


class RecurringWindow(Part):
    """Days of certain months in which one can apply, every year: the 1st to the 10th, from May to November."""

    months: tuple[Month, ...]
    first_day: DayOfMonth
    last_day: DayOfMonth
    """The last day that still counts; in shorter months the month's last day."""


_CallRole = Literal["mentor", "mentee", "organisation"]
_StateOverride = Literal["paused", "full", "cancelled"]


class Call(Addressed):
    """One recruitment round of a programme."""

    kind: ClassVar[str] = "calls"

    programme: ProgrammeRef
    role: Annotated[_CallRole, one_of(_CallRole)]
    name: Label
    summary: Label
    description: Prose | None = None
    places: tuple[PlaceRef, ...] = ()
    timezone: TimeZone
    opens_on: IsoDate
    closes_on: IsoDate | None = None
    """The last day to apply. Left out together with `rolling: true`."""
    closes_at: LocalTime | None = None
    """The time of day on `closes_on`; the end of the day when left out."""
    rolling: Boolean = False
    window: RecurringWindow | None = None
    """Days that come again every year; `opens_on` is then the first day of all, `closes_on` the last."""
    extended_from: IsoDate | None = None
    """The last day to apply that was announced first, when the call was extended."""
    closing_soon_days: Integer = 14
    """From how many days before the last day on readers are told how many are left."""
    waiting_list: Boolean = False
    """Whether one can still put down one's name when the call is full."""
    state_override: Annotated[_StateOverride, one_of(_StateOverride)] | None = None
    people_wanted: Integer | None = None
    decision_on: IsoDate | None = None
    starts_on: IsoDate | None = None
    ends_on: IsoDate | None = None
    languages: tuple[Language, ...] = ()
    """Languages in which one can apply."""
    apply: Apply
    info_meetings: tuple[InfoMeeting, ...] = ()
    next_steps: Prose | None = None
    """What happens after somebody has applied."""
    after_close: Prose | None = None
    """What readers are told when the call has closed: the result, the next round."""
