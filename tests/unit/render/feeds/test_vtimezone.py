"""The rules of time zones: an independent reader of VTIMEZONE finds the offsets that tzdata has."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.tz import tzical
from icalendar import Timezone

from generator.model.fields.tables import zone
from generator.render.feeds.vtimezone import vtimezone

ZONES = [
    "Europe/Copenhagen",
    "Europe/Kyiv",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Tokyo",
    "Africa/Cairo",
]


def written(timezone: str, first: int, last: int) -> str:
    """The component as text."""
    data: bytes = vtimezone(timezone, first, last)
    return data.decode()


@pytest.mark.parametrize("timezone", ZONES)
def test_every_hour_of_the_years_has_its_offset(timezone: str) -> None:
    """From the first hour of the first year to the last of the last; the days of the clock change included."""
    rules = tzical(io.StringIO(written(timezone, 2026, 2027).replace("\r\n", "\n"))).get()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    wrong = []
    while at.year < 2028:
        local = at.astimezone(zone(timezone))
        shown = local.replace(tzinfo=rules)
        if shown.utcoffset() != local.utcoffset():
            wrong.append(local.isoformat())
        at += timedelta(minutes=30)
    assert wrong == []


def test_onsets_are_in_the_time_that_clocks_showed_before() -> None:
    """The example of RFC 5545: summer time begins at 2 in the offset from before, and ends at 3 in summer time."""
    lines = written("Europe/Copenhagen", 2027, 2027).split("\r\n")
    onsets = [line for line in lines if line.startswith("DTSTART")]
    assert onsets[1:] == ["DTSTART:20270328T020000", "DTSTART:20271031T030000"]


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("Europe/Copenhagen", [("STANDARD", "CET"), ("DAYLIGHT", "CEST"), ("STANDARD", "CET")]),
        ("Europe/Dublin", [("STANDARD", "GMT"), ("DAYLIGHT", "IST"), ("STANDARD", "GMT")]),
        ("Australia/Sydney", [("DAYLIGHT", "AEDT"), ("STANDARD", "AEST"), ("DAYLIGHT", "AEDT")]),
        ("Asia/Tokyo", [("STANDARD", "JST")]),
    ],
)
def test_summer_time_is_called_so(timezone: str, expected: list[tuple[str, str]]) -> None:
    """Each part is standard or summer time, with the name that tzdata has; also where tzdata sees it inversely."""
    parts = Timezone.from_ical(vtimezone(timezone, 2027, 2027)).subcomponents
    assert [(part.name, str(part["TZNAME"])) for part in parts] == expected


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_no_fault(year: int) -> None:
    """A mistyped year gives a component, not a fault of the program."""
    assert written("America/New_York", year, year).startswith("BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n")
