"""Wall-clock times become instants, on the days of the clock change too."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.select.moments import instant, midnight


@pytest.mark.parametrize(
    ("local", "timezone", "expected"),
    [
        ("2026-12-03T17:00", "Europe/Copenhagen", "2026-12-03T17:00:00+01:00"),
        ("2026-07-03T17:00", "Europe/Copenhagen", "2026-07-03T17:00:00+02:00"),
        ("2027-03-28T02:30", "Europe/Copenhagen", "2027-03-28T03:30:00+02:00"),
        ("2026-10-25T02:30", "Europe/Copenhagen", "2026-10-25T02:30:00+02:00"),
        ("2026-12-03T17:00", "UTC", "2026-12-03T17:00:00+00:00"),
        ("9999-12-31T23:00", "America/New_York", "9999-12-31T23:00:00-05:00"),
        ("0001-01-01T00:00", "Asia/Tokyo", "0001-01-01T00:00:00+09:18:59"),
    ],
)
def test_a_local_time_has_the_offset_of_its_day(local: str, timezone: str, expected: str) -> None:
    """Skipped times count on, doubled ones are the first; the ends of the calendar are no fault."""
    assert instant(datetime.fromisoformat(local), timezone).isoformat() == expected


def test_a_day_begins_when_its_zone_says_so() -> None:
    """Where clocks change at midnight, the day begins at one."""
    assert midnight(date(2026, 4, 24), "Africa/Cairo").isoformat() == "2026-04-24T01:00:00+03:00"
