"""What is due of each kind of record, on the right day and with the right person."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from support.records import (
    CALL,
    COORDINATOR,
    DAY,
    MEDIA,
    MINIMAL,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    TESTIMONIAL,
    catalog_of,
    changed,
    plan_of,
)

from generator.clock import Clock
from generator.status.item import Item, Overview, Term, Texts
from generator.status.overview import overview

CONFIRMED = changed(COORDINATOR, review_by="2030-01-01")
FILES = {
    "programmes/bridge.yml": PROGRAMME,
    "organisations/association.yml": ORGANISATION,
    "coordinators/one.yml": CONFIRMED,
    "sites/portal.yml": SITE,
}
STATEMENT = "{conformance: full, standards: [WCAG 2.2 AA], prepared_on: 2025-12-01, method: self_assessment}"
CONSENT = "{basis: consent, scope: [quotation], given_on: 2026-01-01%s}"


def seen(days: int = 90, texts: tuple[Texts, ...] = (), **files: str) -> Overview:
    """The overview of a portal with further files; `__` in a name stands for the slash."""
    catalog = catalog_of(
        {**FILES, **{f"{name.replace('__', '/')}.yml": text for name, text in files.items()}}
    )
    clock = Clock(datetime.combine(DAY, datetime.min.time(), UTC))
    return overview(catalog, [plan_of(catalog)], clock, days, texts)


def dues(**files: str) -> list[tuple[date | None, str, str]]:
    """Day, topic and id of each item."""
    return [(item.due.day, item.due.topic, item.key[1]) for item in seen(**files).items]


def test_portal_in_order_needs_nobody() -> None:
    """Where all is confirmed and nothing ends, nothing is said."""
    assert dues() == []


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "programmes__bridge",
            changed(PROGRAMME, review_by="2026-11-01"),
            (date(2026, 11, 1), "review", "bridge"),
        ),
        ("coordinators__one", COORDINATOR, (None, "contact", "one")),
        (
            "coordinators__one",
            changed(COORDINATOR, assured_on="2025-12-01"),
            (date(2026, 12, 1), "contact", "one"),
        ),
        ("coordinators__one", changed(CONFIRMED, valid_to="2026-12-31"), (date(2026, 12, 31), "role", "one")),
        (
            "coordinators__two",
            changed(CONFIRMED, valid_from="2026-12-01"),
            (date(2026, 12, 1), "role", "two"),
        ),
        (
            "testimonials__voice",
            changed(TESTIMONIAL, consent=CONSENT % ", expires_on: 2026-10-01"),
            (date(2026, 10, 1), "consent", "voice"),
        ),
        (
            "testimonials__voice",
            changed(TESTIMONIAL, consent=CONSENT % ", withdrawn_on: 2026-11-02"),
            (date(2026, 11, 2), "consent", "voice"),
        ),
        (
            "programmes__bridge",
            changed(PROGRAMME, certificates="[{id: seal, name: Seal, valid_to: 2027-01-31}]"),
            (date(2027, 1, 31), "certificate", "bridge"),
        ),
        (
            "programmes__bridge",
            changed(PROGRAMME, aims="[{id: work, text: Work, valid_to: 2026-11-20}]"),
            (date(2026, 11, 20), "aim", "bridge"),
        ),
        (
            "sites__portal",
            changed(
                SITE,
                accessibility=STATEMENT,
            ),
            (date(2026, 12, 1), "accessibility", "portal"),
        ),
        ("calls__round", CALL, (date(2026, 12, 1), "call", "round")),
        (
            "calls__round",
            changed(CALL, closes_on="2028-01-01", decision_on="2026-12-24"),
            (date(2026, 12, 24), "call", "round"),
        ),
    ],
)
def test_each_kind_of_day_is_due(file: str, text: str, expected: tuple[date | None, str, str]) -> None:
    """One fact that ends or begins gives one item."""
    assert dues(**{file: text}) == [expected]


def test_licence_of_a_picture_in_use_is_due() -> None:
    """A picture that has lapsed is named, though no page shows it any more."""
    files = {
        "programmes__bridge": changed(PROGRAMME, image="picture"),
        "media__picture": changed(MEDIA, valid_to="2026-11-01"),
    }
    assert dues(**files) == [(date(2026, 11, 1), "licence", "picture")]


def test_meetings_are_due_unless_cancelled() -> None:
    """An info meeting to come needs somebody there; a cancelled one does not."""
    meetings = (
        "[{id: a, starts: 2026-12-03 17:00}, {id: b, starts: 2026-12-04 17:00, status: cancelled}, "
        "{id: c, starts: 2026-11-03 17:00}]"
    )
    call = changed(CALL, closes_on="2028-01-01", info_meetings=meetings)
    assert dues(calls__round=call) == [(date(2026, 12, 3), "meeting", "round")]


def test_call_that_is_over_needs_nobody() -> None:
    """A call of the past is not to be reviewed."""
    assert dues(calls__round=changed(CALL, closes_on="2026-11-20", review_by="2026-11-01")) == []


def test_former_contact_is_said_once() -> None:
    """Who has left need not be confirmed; the record is to be tidied."""
    files = {"coordinators__two": changed(COORDINATOR, valid_to="2026-06-30", review_by="2026-07-01")}
    assert dues(**files) == [(date(2026, 6, 30), "role", "two")]


def test_place_without_coordinator_is_due_now() -> None:
    """Where nobody answers, that is due at once, at the place's own line."""
    files = {
        "programmes__bridge": changed(PROGRAMME, places="[odense, vejle]"),
        "places__odense": PLACE,
        "places__vejle": changed(PLACE, name="Vejle"),
        "coordinators__one": changed(CONFIRMED, places="[odense]"),
    }
    (item,) = seen(**files).items
    assert (item.due.day, item.due.topic, str(item.due.what)) == (
        None,
        "coordinator",
        "no coordinator of this programme is in vejle",
    )
    assert str(item.place) == "content/programmes/bridge.yml:6:18"


def test_records_of_no_site_are_left_out() -> None:
    """What no site shows needs nobody."""
    files = {"organisations__other": changed(ORGANISATION, review_by="2026-01-01")}
    assert dues(**files) == []


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 11, 20), Term.OVERDUE),
        (date(2026, 11, 21), Term.WEEK),
        (date(2026, 11, 27), Term.WEEK),
        (date(2026, 11, 28), Term.MONTH),
        (date(2026, 12, 20), Term.MONTH),
        (date(2026, 12, 21), Term.LATER),
    ],
)
def test_terms_count_from_today(day: date, term: Term) -> None:
    """Today is in time; a week has seven days and a month thirty."""
    found = seen(programmes__bridge=changed(PROGRAMME, review_by=day.isoformat()))
    assert [item.term(DAY) for item in found.items] == [term]


def who(item: Item) -> tuple[str, str]:
    """The kind of a record and who is responsible."""
    return item.key[0], item.who


def test_responsible_are_roles_and_organisations() -> None:
    """A call is its coordinator's, a programme its organisation's, a site its contact's."""
    late = {"review_by": "2026-11-01"}
    found = seen(
        programmes__bridge=changed(PROGRAMME, **late),
        calls__round=changed(CALL, **late, closes_on="2028-01-01", apply="{coordinator: one}"),
        sites__portal=changed(SITE, **late, contact="one"),
        organisations__association=changed(MINIMAL["organisations"], **late),
    )
    assert sorted(map(who, found.items)) == [
        ("calls", "Coordinator, Association"),
        ("organisations", ""),
        ("programmes", "Association"),
        ("sites", "Coordinator, Association"),
    ]


def test_counts_of_the_chosen_sites() -> None:
    """Counts of translations are those of the sites that were asked for."""
    rows = tuple(Texts(site, "da", 4, 9, 3) for site in ("portal", "other"))
    assert seen(texts=rows).texts == rows[:1]


def test_next_change_of_each_site_is_known() -> None:
    """When the pages change next by themselves."""
    change = seen(calls__round=CALL).next_changes["portal"]
    assert change is not None
    assert (change.id, change.what) == ("round", "past" if change.what == "past" else "closed")
