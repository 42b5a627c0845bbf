"""The only source of "now".

Takes the `--today` option, else `SOURCE_DATE_EPOCH`, else the wall clock, and returns a frozen `Clock` that
travels through the pipeline. It reaches the output only through the state of calls, events and freshness.
"""

from __future__ import annotations

import os
import time as machine
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.errors import UsageError
from generator.limits import LIMITS

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment for which a build is made, in UTC."""

    now: datetime

    @property
    def today(self) -> date:
        """The calendar day of `now` in UTC."""
        return self.now.date()


def machine_seconds() -> float:
    """Return what the machine's clock says, in seconds as files have them: for the age of files, never for content."""
    return machine.time()


def read_clock(today: str | None = None) -> Clock:
    """Return the clock of this run.

    `today` is an ISO date from the command line; it means noon in UTC, when all of Europe has that date.
    Raises `UsageError` when it, or `SOURCE_DATE_EPOCH`, is not a date, or one of another age.
    """
    if today:
        try:
            day = date.fromisoformat(today)
        except ValueError:
            raise UsageError(
                "--today '{today}' is not a date", "write it as 2026-09-01", today=today
            ) from None
        return _likely(Clock(datetime.combine(day, _NOON, UTC)))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        try:
            return _likely(Clock(datetime.fromtimestamp(int(epoch), UTC)))
        except (ValueError, OverflowError, OSError):
            raise UsageError("SOURCE_DATE_EPOCH='{epoch}' is not a number of seconds", epoch=epoch) from None
    return Clock(datetime.now(UTC))


def _likely(clock: Clock) -> Clock:
    first, last = LIMITS.first_year, LIMITS.last_year
    if not first <= clock.today.year <= last:
        raise UsageError(
            "{today} is too far away: expected a year from {first} to {last}",
            today=clock.today.isoformat(),
            first=first,
            last=last,
        )
    return clock
