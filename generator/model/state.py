"""What a record is at a given time: shown or lapsed, announced or open or closed; what of a person is shown.

Pure functions of a record and a day or instant; nothing derived here is ever stored. The reasons are words
for maintainers, not for readers.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from generator.diagnostics import Phrase
from generator.model.base import Consent, ConsentScope
from generator.model.call import Call, InfoMeeting
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.periods import day_of, has_ended, period_at
from generator.model.story import Testimonial


class CallState(StrEnum):
    """The state of a call on a day. The overrides win over the dates until the call has closed."""

    ANNOUNCED = "announced"
    OPEN = "open"
    EXTENDED = "extended"
    CLOSING_SOON = "closing"
    CLOSED = "closed"
    ROLLING = "rolling"
    PAUSED = "paused"
    FULL = "full"
    WAITING_LIST = "waiting-list"
    CANCELLED = "cancelled"


def call_state(call: Call, at: date | datetime) -> CallState:
    """Return the state of `call` at an instant with a zone, or on a calendar day in the call's time zone.

    At an instant, the call is closed from `closes_at` on; a day alone has no time, so its last day is open.
    """
    if call.state_override == "cancelled":
        return CallState.CANCELLED
    today = day_of(call, at)
    opens, closes = period_at(call, at)
    if closes is not None and has_ended(call, closes, at):
        return CallState.CLOSED
    if call.state_override == "full" and call.waiting_list:
        return CallState.WAITING_LIST
    if call.state_override:
        return CallState(call.state_override)
    if today < opens:
        return CallState.ANNOUNCED
    return _open_state(call, closes, today)


def _open_state(call: Call, closes: date | None, today: date) -> CallState:
    if closes is not None and (closes - today).days <= call.closing_soon_days:
        return CallState.CLOSING_SOON
    if call.extended_from is not None:
        return CallState.EXTENDED
    return CallState.ROLLING if call.rolling else CallState.OPEN


def is_over(call: Call, at: date | datetime) -> bool:
    """Whether nobody can apply any more, at this time or later."""
    return call_state(call, at) in (CallState.CLOSED, CallState.CANCELLED)


def meeting_status(call: Call, meeting: InfoMeeting) -> str:
    """Return the status of an info meeting: its own, unless its whole call is cancelled."""
    return "cancelled" if call.state_override == "cancelled" else meeting.status


def is_cancelled(call: Call, meeting: InfoMeeting) -> bool:
    """Whether nobody should come at the time given: the meeting or its whole call is cancelled, or postponed."""
    return meeting_status(call, meeting) in ("cancelled", "postponed")


def consent_lapse(consent: Consent, today: date) -> Phrase | None:
    """Why a consent does not hold on `today`, or `None` while it holds."""
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return Phrase("consent was withdrawn on {date}", {"date": consent.withdrawn_on})
    if consent.expires_on is not None and consent.expires_on < today:
        return Phrase("consent ended on {date}", {"date": consent.expires_on})
    if consent.given_on > today:
        return Phrase("consent begins on {date}", {"date": consent.given_on})
    return None


def coordinator_lapse(coordinator: Coordinator, today: date) -> Phrase | None:
    """Why a coordinator is in no output on `today`, or `None`."""
    if coordinator.valid_to is not None and coordinator.valid_to < today:
        return Phrase("the role ended on {date}", {"date": coordinator.valid_to})
    if coordinator.valid_from is not None and coordinator.valid_from > today:
        return Phrase("the role begins on {date}", {"date": coordinator.valid_from})
    return consent_lapse(coordinator.consent, today) if coordinator.consent else None


def may_tell(coordinator: Coordinator, what: ConsentScope) -> bool:
    """Whether readers may be told `what` of a coordinator who is shown.

    Without any consent, mailbox and numbers are those of the role; once there is one, its scope decides about
    them too. A name and a photo always need a consent.
    """
    if coordinator.consent is None:
        return what in ("email", "phone")
    return what in coordinator.consent.scope


def testimonial_lapse(testimonial: Testimonial, today: date) -> Phrase | None:
    """Why a testimonial is in no output on `today`, or `None`."""
    reason = consent_lapse(testimonial.consent, today)
    if reason is None and "quotation" not in testimonial.consent.scope:
        return Phrase("the consent does not cover the quotation")
    return reason


def media_lapse(media: Media, today: date) -> Phrase | None:
    """Why a picture is in no output on `today`, or `None`."""
    if media.valid_to is not None and media.valid_to < today:
        return Phrase("the licence ended on {date}", {"date": media.valid_to})
    return consent_lapse(media.consent, today) if media.consent else None
