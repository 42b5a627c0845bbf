"""What changes by itself and when: instants in the zone that decides, in order, none forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from generator.select.changes import changes
from tests.support.feeds import PERSON, call, clock, portal
from tests.support.records import (
    CALL,
    COORDINATOR,
    MEDIA,
    ORGANISATION,
    PROGRAMME,
    SITE,
    TESTIMONIAL,
    changed,
)

NOTHING_ELSE = {"calls__mentors": None, "calls__mentors__da": None}
CLOSES = "2026-12-31"


def found(
    today: date = date(2026, 11, 21), now: str = "", **records: str | None
) -> list[tuple[str, str, str, str]]:
    """Instant, record, change and part of all changes of the portal on a day."""
    plan = portal(today, **{**NOTHING_ELSE, **records})
    moment = clock(now or f"{today}T00:00+00:00")
    return [
        (change.at.isoformat(), f"{change.kind}/{change.id}", change.what, change.part)
        for change in changes(plan.view, moment)
    ]


def of_call(**keys: str | None) -> list[tuple[str, str]]:
    """Instant and change of a call to come."""
    usual = {"opens_on": "2026-12-01", "closes_on": CLOSES, "closing_soon_days": "0"}
    return [(at, what) for at, _, what, _ in found(calls__mentors=changed(CALL, **{**usual, **keys}))]


def test_without_dates_nothing_changes() -> None:
    """No date, no change."""
    assert found(coordinators__odense=COORDINATOR) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            {"timezone": "Europe/Copenhagen"},
            [
                ("2026-12-01T00:00:00+01:00", "open"),
                ("2026-12-31T00:00:00+01:00", "closing"),
                ("2027-01-01T00:00:00+01:00", "closed"),
            ],
        ),
        (
            {"timezone": "America/New_York", "closing_soon_days": "14"},
            [
                ("2026-12-01T00:00:00-05:00", "open"),
                ("2026-12-17T00:00:00-05:00", "closing"),
                ("2027-01-01T00:00:00-05:00", "closed"),
            ],
        ),
        (
            {"closes_at": "16:00"},
            [
                ("2026-12-01T00:00:00+01:00", "open"),
                ("2026-12-31T00:00:00+01:00", "closing"),
                ("2026-12-31T16:00:00+01:00", "closed"),
                ("2027-01-01T00:00:00+01:00", "past"),
            ],
        ),
        ({"closes_on": None, "rolling": "true"}, [("2026-12-01T00:00:00+01:00", "rolling")]),
        ({"state_override": "paused"}, [("2027-01-01T00:00:00+01:00", "closed")]),
        ({"state_override": "cancelled"}, []),
        (
            {"closes_on": "2200-12-31"},
            [
                ("2026-12-01T00:00:00+01:00", "open"),
                ("2200-12-31T00:00:00+01:00", "closing"),
                ("2201-01-01T00:00:00+01:00", "closed"),
            ],
        ),
        ({"opens_on": "2026-01-01", "closes_on": "2026-02-01"}, []),
    ],
)
def test_a_call_changes_in_its_own_zone(keys: dict[str, str | None], expected: list[tuple[str, str]]) -> None:
    """It opens and closes at midnight or at its time of day; what an override hides is no change."""
    assert of_call(**keys) == expected


def test_a_window_that_comes_again_opens_and_closes_again() -> None:
    """Each period of a recurring window is a change of its own."""
    window = {"window": "{months: [12, 1], first_day: 1, last_day: 10}", "closes_on": "2027-01-31"}
    assert of_call(**window) == [
        ("2026-12-01T00:00:00+01:00", "open"),
        ("2026-12-10T00:00:00+01:00", "closing"),
        ("2026-12-11T00:00:00+01:00", "announced"),
        ("2027-01-01T00:00:00+01:00", "open"),
        ("2027-01-10T00:00:00+01:00", "closing"),
        ("2027-01-11T00:00:00+01:00", "closed"),
    ]


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("starts: 2026-12-03 17:00, ends: 2026-12-03 18:30", ["2026-12-03T18:30:00+01:00"]),
        ("starts: 2026-12-03 17:00", ["2026-12-03T19:00:00+01:00"]),
        ("starts: 2026-12-03 17:00, status: moved_online", ["2026-12-03T19:00:00+01:00"]),
        ("starts: 2026-12-03 17:00, status: cancelled", ["2026-12-03T19:00:00+01:00"]),
        ("starts: 2026-12-03 17:00, status: postponed", ["2026-12-03T19:00:00+01:00"]),
        ("starts: 2026-11-20 17:00", []),
    ],
)
def test_a_meeting_passes_when_it_ends(meeting: str, expected: list[str]) -> None:
    """One without an end is taken to last two hours; one that does not take place is listed until then."""
    record = changed(CALL, state_override="full", info_meetings=f"[{{id: december, {meeting}}}]")
    passed = [
        at
        for at, _, what, part in found(calls__mentors=record)
        if (what, part) == ("meeting_over", "december")
    ]
    assert passed == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"valid_from": "2026-12-01"}, [("2026-12-01T00:00:00+01:00", "role_begins")]),
        ({"valid_to": "2026-12-01"}, [("2026-12-02T00:00:00+01:00", "role_ends")]),
        ({"valid_from": "2025-01-01", "valid_to": "2026-11-20"}, []),
        (
            {"consent": "{basis: consent, scope: [email], given_on: 2026-12-01, expires_on: 2027-06-30}"},
            [("2026-12-01T00:00:00+01:00", "consent_begins"), ("2027-07-01T00:00:00+02:00", "consent_ends")],
        ),
        (
            {
                "valid_to": "2026-12-01",
                "consent": "{basis: consent, scope: [email], given_on: 2026-01-01, expires_on: 2027-06-30}",
            },
            [("2026-12-02T00:00:00+01:00", "role_ends")],
        ),
        (
            {"consent": "{basis: consent, scope: [email], given_on: 2026-01-01, withdrawn_on: 2026-12-05}"},
            [("2026-12-05T00:00:00+01:00", "consent_ends")],
        ),
    ],
)
def test_somebody_comes_and_goes_with_role_and_consent(
    keys: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """Only days on which somebody really appears or disappears count; `model.state` decides."""
    days = found(coordinators__odense=changed(COORDINATOR, **keys))
    assert [(at, what) for at, _, what, _ in days] == expected


def test_quotations_and_pictures_go_when_consent_or_licence_ends() -> None:
    """A testimonial and a picture of the programme, each on the day after its last."""
    consent = "{basis: consent, scope: [quotation], given_on: 2026-01-01, expires_on: 2026-12-31}"
    days = found(
        coordinators__odense=COORDINATOR,
        programmes__bridge=changed(PROGRAMME, image="picture"),
        testimonials__voice=changed(TESTIMONIAL, consent=consent),
        media__picture=changed(MEDIA, valid_to="2027-01-31"),
    )
    assert days == [
        ("2027-01-01T00:00:00+01:00", "testimonials/voice", "consent_ends", ""),
        ("2027-02-01T00:00:00+01:00", "media/picture", "licence_ends", ""),
    ]


def test_promises_and_reviews_pass() -> None:
    """An aim, a certificate and a day of review, each on the day after."""
    programme = changed(
        PROGRAMME,
        aims="[{id: work, text: Work, valid_to: 2026-12-31}]",
        certificates="[{id: seal, name: Seal, valid_to: 2027-01-31}]",
        review_by="2026-11-30",
    )
    days = found(coordinators__odense=COORDINATOR, programmes__bridge=programme)
    assert days == [
        ("2026-12-01T00:00:00+01:00", "programmes/bridge", "review_due", ""),
        ("2027-01-01T00:00:00+01:00", "programmes/bridge", "aim_ends", "work"),
        ("2027-02-01T00:00:00+01:00", "programmes/bridge", "certificate_ends", "seal"),
    ]


def test_a_change_without_a_zone_of_its_own_is_in_the_zone_of_the_site() -> None:
    """The site's midnight, not Greenwich's."""
    site = changed(SITE, languages="[en, da]", timezone="America/New_York")
    days = found(sites__portal=site, coordinators__odense=changed(COORDINATOR, valid_to="2026-12-01"))
    assert days[0][0] == "2026-12-02T00:00:00-05:00"


def test_what_the_site_does_not_show_is_no_change() -> None:
    """An organisation that nothing of the site refers to may be reviewed whenever."""
    other = changed(ORGANISATION, review_by="2026-12-01")
    assert found(coordinators__odense=COORDINATOR, organisations__other=other) == []


def test_a_change_that_has_come_is_over() -> None:
    """At the very instant it is not to come any more; a moment before it is."""
    record = {"coordinators__odense": changed(COORDINATOR, valid_to="2026-12-01")}
    after = date(2026, 12, 2)
    assert found(after, "2026-12-02T00:00+01:00", **record) == []
    assert len(found(date(2026, 12, 1), "2026-12-01T23:59+01:00", **record)) == 1


def test_a_change_stays_until_a_build_has_reached_its_day() -> None:
    """Between the site's midnight and that of the day for which it was built, nothing is lost."""
    record = {"coordinators__odense": changed(COORDINATOR, valid_to="2026-12-01")}
    in_between = found(date(2026, 12, 1), "2026-12-02T00:30+01:00", **record)
    assert [at for at, *_ in in_between] == ["2026-12-02T00:00:00+01:00"]


def test_changes_are_in_order_of_time_not_of_wall_clocks() -> None:
    """18:00 in New York is later than 23:00 in Copenhagen."""
    plan = portal(
        calls__mentors=changed(CALL, closes_at="23:00", closing_soon_days="0"),
        calls__far=changed(CALL, closes_at="18:00", timezone="America/New_York", closing_soon_days="0"),
        coordinators__odense=PERSON,
    )
    closing = [
        change.id for change in changes(plan.view, clock("2026-12-01T12:00+00:00")) if change.what == "closed"
    ]
    assert closing == ["mentors", "far"]
    assert call(plan).id == "far"
