"""The state of calls and the lapse of people and pictures, on each side of each boundary day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.diagnostics import Phrase
from generator.model import state, story
from generator.model.base import ConsentScope
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.state import (
    CallState,
    call_state,
    consent_lapse,
    coordinator_lapse,
    is_over,
    media_lapse,
)
from tests.support.records import CALL, COORDINATOR, MEDIA, TESTIMONIAL, catalog_of, changed


def call(**keys: str | None) -> Call:
    """A call open from 1 November to 1 December 2026, with changes."""
    found = catalog_of({"calls/call.yml": changed(CALL, **keys)}).get(Call, "call")
    assert found is not None
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


WINDOW: dict[str, str | None] = {
    "closes_on": None,
    "window": "{months: [5, 6, 11], first_day: 1, last_day: 10}",
    "opens_on": "2026-11-05",
}
ROLLING: dict[str, str | None] = {"closes_on": None, "rolling": "true"}


def said(reason: Phrase | None) -> str | None:
    """The reason in English; `None` for none."""
    return None if reason is None else str(reason)


@pytest.mark.parametrize(
    ("keys", "today", "expected"),
    [
        ({}, "2026-10-31", "announced"),
        ({}, "2026-11-01", "open"),
        ({}, "2026-11-16", "open"),
        ({}, "2026-11-17", "closing"),
        ({}, "2026-12-01", "closing"),
        ({"closing_soon_days": "3"}, "2026-11-27", "open"),
        ({"closing_soon_days": "3"}, "2026-11-28", "closing"),
        ({"extended_from": "2026-11-10"}, "2026-11-16", "extended"),
        ({"extended_from": "2026-11-10"}, "2026-11-17", "closing"),
        ({"state_override": "full", "waiting_list": "true"}, "2026-11-15", "waiting-list"),
        ({"state_override": "full", "waiting_list": "true"}, "2026-12-02", "closed"),
        (WINDOW, "2026-11-01", "announced"),
        (WINDOW, "2027-05-01", "closing"),
        (WINDOW, "2027-05-10", "closing"),
        (WINDOW, "2027-05-11", "announced"),
        (WINDOW, "2036-02-29", "announced"),
        ({}, "2026-12-02", "closed"),
        ({"closes_on": None}, "2036-01-01", "open"),
        (ROLLING, "2026-10-31", "announced"),
        (ROLLING, "2026-11-01", "rolling"),
        (ROLLING, "2036-01-01", "rolling"),
        ({"state_override": "paused"}, "2026-10-31", "paused"),
        ({"state_override": "paused"}, "2026-12-01", "paused"),
        ({"state_override": "paused"}, "2026-12-02", "closed"),
        ({"state_override": "full"}, "2026-11-15", "full"),
        ({"state_override": "full"}, "2026-12-02", "closed"),
        ({"state_override": "cancelled"}, "2026-10-01", "cancelled"),
        ({"state_override": "cancelled"}, "2026-12-02", "cancelled"),
        ({**ROLLING, "state_override": "paused"}, "2036-01-01", "paused"),
        ({**ROLLING, "state_override": "full"}, "2036-01-01", "full"),
    ],
)
def test_a_call_has_its_state_on_a_day(keys: dict[str, str | None], today: str, expected: str) -> None:
    """The dates decide, overrides win until the call has closed, and a cancelled call stays cancelled."""
    assert CallState(expected) is call_state(call(**keys), day(today))


def test_every_state_is_reached_above() -> None:
    """The table leaves no state out."""
    table = test_a_call_has_its_state_on_a_day.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {found.value for found in CallState} == {expected for _, _, expected in table}


@pytest.mark.parametrize(
    ("keys", "today", "over"),
    [
        ({}, "2026-12-01", False),
        ({}, "2026-12-02", True),
        ({"state_override": "cancelled"}, "2026-11-01", True),
        ({"state_override": "full"}, "2026-11-01", False),
        ({"state_override": "paused"}, "2026-11-01", False),
        (ROLLING, "2036-01-01", False),
    ],
)
def test_a_call_is_over_when_nobody_can_apply_any_more(
    keys: dict[str, str | None], today: str, over: bool
) -> None:
    """Closed and cancelled cannot change back; full and paused can."""
    assert over is is_over(call(**keys), day(today))


CONSENT = "{basis: consent, scope: [name], given_on: 2026-01-10, expires_on: 2027-01-10}"
WITHDRAWN = CONSENT.replace("}", ", withdrawn_on: 2026-06-01}")


@pytest.mark.parametrize(
    ("consent", "today", "reason"),
    [
        (CONSENT, "2026-01-09", "consent begins on 2026-01-10"),
        (CONSENT, "2026-01-10", None),
        (CONSENT, "2027-01-10", None),
        (CONSENT, "2027-01-11", "consent ended on 2027-01-10"),
        (WITHDRAWN, "2026-05-31", None),
        (WITHDRAWN, "2026-06-01", "consent was withdrawn on 2026-06-01"),
        (WITHDRAWN, "2027-01-11", "consent was withdrawn on 2026-06-01"),
        (CONSENT.replace(", expires_on: 2027-01-10", ""), "2099-01-01", None),
    ],
)
def test_a_consent_holds_from_its_first_to_its_last_day(consent: str, today: str, reason: str | None) -> None:
    """The last day counts; the day of withdrawal does not."""
    text = changed(TESTIMONIAL, consent=consent.replace("[name]", "[quotation]"))
    found = catalog_of({"testimonials/a.yml": text}).get(story.Testimonial, "a")
    assert found is not None
    assert (reason, reason) == (
        said(consent_lapse(found.consent, day(today))),
        said(state.testimonial_lapse(found, day(today))),
    )


TENURE: dict[str, str | None] = {"valid_from": "2026-02-01", "valid_to": "2026-12-31"}


@pytest.mark.parametrize(
    ("keys", "today", "reason"),
    [
        ({}, "2026-06-01", None),
        (TENURE, "2026-01-31", "the role begins on 2026-02-01"),
        (TENURE, "2026-02-01", None),
        (TENURE, "2026-12-31", None),
        (TENURE, "2027-01-01", "the role ended on 2026-12-31"),
        ({"consent": CONSENT}, "2027-01-11", "consent ended on 2027-01-10"),
        ({**TENURE, "consent": WITHDRAWN}, "2026-06-01", "consent was withdrawn on 2026-06-01"),
        ({**TENURE, "consent": WITHDRAWN}, "2027-02-01", "the role ended on 2026-12-31"),
    ],
)
def test_a_coordinator_is_shown_while_role_and_consent_hold(
    keys: dict[str, str | None], today: str, reason: str | None
) -> None:
    """A role mailbox needs no consent; tenure is looked at first."""
    found = catalog_of({"coordinators/a.yml": changed(COORDINATOR, **keys)}).get(Coordinator, "a")
    assert found is not None
    assert reason == said(coordinator_lapse(found, day(today)))


PHOTO = CONSENT.replace("[name]", "[photo]")


@pytest.mark.parametrize(
    ("keys", "today", "reason"),
    [
        ({}, "2099-01-01", None),
        ({"valid_to": "2026-12-31"}, "2026-12-31", None),
        ({"valid_to": "2026-12-31"}, "2027-01-01", "the licence ended on 2026-12-31"),
        ({"consent": PHOTO}, "2027-01-10", None),
        ({"consent": PHOTO}, "2027-01-11", "consent ended on 2027-01-10"),
        ({"consent": PHOTO, "valid_to": "2026-12-31"}, "2027-02-01", "the licence ended on 2026-12-31"),
    ],
)
def test_a_picture_is_shown_while_licence_and_consent_hold(
    keys: dict[str, str | None], today: str, reason: str | None
) -> None:
    """The last day of a licence counts."""
    found = catalog_of({"media/a.yml": changed(MEDIA, **keys)}).get(Media, "a")
    assert found is not None
    assert reason == said(media_lapse(found, day(today)))


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        ({}, "2026-12-01T22:59:59+00:00", "closing"),
        ({}, "2026-12-01T23:00:00+00:00", "closed"),
        ({"closes_at": "12:00"}, "2026-12-01T10:59:59+00:00", "closing"),
        ({"closes_at": "12:00"}, "2026-12-01T11:00:00+00:00", "closed"),
        ({}, "2026-10-31T22:59:00+00:00", "announced"),
        ({}, "2026-10-31T23:00:00+00:00", "open"),
    ],
)
def test_an_instant_is_looked_at_in_the_zone_of_the_call(
    keys: dict[str, str | None], at: str, expected: str
) -> None:
    """Copenhagen's midnight and the time of closing decide, not those of UTC."""
    assert CallState(expected) is call_state(call(**keys), datetime.fromisoformat(at))


def test_a_testimonial_needs_a_consent_to_its_words() -> None:
    """A consent to the name alone shows nothing."""
    text = changed(TESTIMONIAL, consent=CONSENT)
    found = catalog_of({"testimonials/a.yml": text}).get(story.Testimonial, "a")
    assert found is not None
    assert (
        said(state.testimonial_lapse(found, day("2026-06-01"))) == "the consent does not cover the quotation"
    )


@pytest.mark.parametrize(
    ("consent", "expected"),
    [(None, ["email", "phone"]), (CONSENT, ["name"]), (CONSENT.replace("[name]", "[email]"), ["email"])],
)
def test_the_scope_decides_what_is_told(consent: str | None, expected: list[str]) -> None:
    """Without a consent, mailbox and numbers are those of the role."""
    found = catalog_of({"coordinators/a.yml": changed(COORDINATOR, consent=consent)}).get(Coordinator, "a")
    assert found is not None
    scopes: list[ConsentScope] = ["name", "email", "phone", "photo"]
    assert expected == [scope for scope in scopes if state.may_tell(found, scope)]
