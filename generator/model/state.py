"""What a record is on a given day: shown or lapsed, announced or open or closed.

Pure functions of a record and a date; nothing derived here is ever stored. The reasons are words for
maintainers, not for readers.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from generator.model.base import Consent
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.story import Testimonial


class CallState(StrEnum):
    """The state of a call on a day. The overrides win over the dates until the call has closed."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    ROLLING = "rolling"
    PAUSED = "paused"
    FULL = "full"
    CANCELLED = "cancelled"


def call_state(call: Call, today: date) -> CallState:
    """Return the state of `call` on `today`, a calendar day in the call's time zone."""
    if call.state_override == "cancelled":
        return CallState.CANCELLED
    if call.closes_on is not None and today > call.closes_on:
        return CallState.CLOSED
    if call.state_override:
        return CallState(call.state_override)
    if today < call.opens_on:
        return CallState.ANNOUNCED
    return CallState.ROLLING if call.rolling else CallState.OPEN


def is_over(call: Call, today: date) -> bool:
    """Whether nobody can apply any more, on `today` or later."""
    return call_state(call, today) in (CallState.CLOSED, CallState.CANCELLED)


def consent_lapse(consent: Consent, today: date) -> str | None:
    """Why a consent does not hold on `today`, or `None` while it holds."""
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return f"consent was withdrawn on {consent.withdrawn_on}"
    if consent.expires_on is not None and consent.expires_on < today:
        return f"consent ended on {consent.expires_on}"
    if consent.given_on > today:
        return f"consent begins on {consent.given_on}"
    return None


def coordinator_lapse(coordinator: Coordinator, today: date) -> str | None:
    """Why a coordinator is in no output on `today`, or `None`."""
    if coordinator.valid_to is not None and coordinator.valid_to < today:
        return f"the role ended on {coordinator.valid_to}"
    if coordinator.valid_from is not None and coordinator.valid_from > today:
        return f"the role begins on {coordinator.valid_from}"
    return consent_lapse(coordinator.consent, today) if coordinator.consent else None


def testimonial_lapse(testimonial: Testimonial, today: date) -> str | None:
    """Why a testimonial is in no output on `today`, or `None`."""
    return consent_lapse(testimonial.consent, today)


def media_lapse(media: Media, today: date) -> str | None:
    """Why a picture is in no output on `today`, or `None`."""
    if media.valid_to is not None and media.valid_to < today:
        return f"the licence ended on {media.valid_to}"
    return consent_lapse(media.consent, today) if media.consent else None
