"""The only source of "now": the option, else SOURCE_DATE_EPOCH, else the wall clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.clock import read_clock
from generator.errors import UsageError


def test_the_option_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--today` is a day in UTC, whatever the environment says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    clock = read_clock("2026-09-01")
    assert (datetime(2026, 9, 1, 12, tzinfo=UTC), date(2026, 9, 1)) == (clock.now, clock.today)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", date(1970, 1, 1)), ("1788220799", date(2026, 8, 31)), (" 1788220800 ", date(2026, 9, 1))],
)
def test_the_epoch_is_read_in_utc(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    """The last second of a day belongs to it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert day == read_clock().today


def test_without_either_it_is_now() -> None:
    """The wall clock, with a zone."""
    before = datetime.now(UTC)
    assert before <= read_clock().now <= datetime.now(UTC)


@pytest.mark.parametrize("today", ["tomorrow", "2026-02-30", "01.09.2026", "2026-9-1"])
def test_another_day_is_refused(today: str) -> None:
    """The message shows what was typed and how a day is written."""
    with pytest.raises(UsageError) as caught:
        read_clock(today)
    assert (f"--today {today!r} is not a date", "write it as 2026-09-01", 2) == (
        caught.value.message,
        caught.value.help,
        caught.value.exit_code,
    )


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_another_epoch_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A broken environment is a usage error, not a fault of the program."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="is not a number of seconds"):
        read_clock()


@pytest.mark.parametrize("today", ["9999-12-31", "0001-01-01", "1899-12-31", "2201-01-01"])
def test_a_day_of_another_age_is_refused(today: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days that cannot be counted on from are no days for a build, however they are given."""
    seconds = (date.fromisoformat(today) - date(1970, 1, 1)).days * 86_400
    with pytest.raises(UsageError, match="expected a year from 1900 to 2200"):
        read_clock(today)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    with pytest.raises(UsageError, match="expected a year from 1900 to 2200"):
        read_clock()
