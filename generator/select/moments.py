"""Wall-clock times become instants.

Takes a date and time without zone and the name of its zone, returns an aware datetime. Reads no clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import lru_cache

from generator.model.fields.tables import zone


def instant(local: datetime, timezone: str) -> datetime:
    """Return `local` in its zone.

    Of an hour that clocks show twice it is the first; a time that clocks skip counts on from before the gap,
    so 02:30 on the last Sunday of March is 03:30 (RFC 5545, 3.3.5).
    """
    there = zone(timezone)
    aware = local.replace(tzinfo=there)
    try:
        return aware.astimezone(UTC).astimezone(there)
    except OverflowError:  # the first and the last day of the calendar
        return aware


@lru_cache(maxsize=4096)
def midnight(day: date, timezone: str) -> datetime:
    """Return the instant at which `day` begins."""
    return instant(datetime.combine(day, time()), timezone)
