"""When one can apply: the periods of a call as instants, in the call's own time zone.

Takes a call and a day, returns periods with a zone. A call has one period; one with a recurring window has
many. What a call is called inside and outside of them is said in `state`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from generator.model.call import Call, RecurringWindow
from generator.model.fields.tables import zone

_MONTHS_AHEAD = 24


@dataclass(frozen=True, slots=True)
class Period:
    """From `opens` on and before `closes`; without `closes` for ever. Both with the call's time zone."""

    opens: datetime
    closes: datetime | None


def periods(call: Call, today: date) -> tuple[Period, ...]:
    """Return the periods of a call, in order: its one period, or the windows around and after `today`.

    Windows of the last month and of the two years after are given, within the first and last day of the call.
    Where there is none of them, as long after the last day, the call itself is the one period.
    """
    place = zone(call.timezone)
    if call.window is None:
        opens = datetime.combine(call.opens_on, time.min, place)
        return (Period(opens, _end(call.closes_on, call.closes_at, place) if call.closes_on else None),)
    return tuple(
        Period(datetime.combine(first, time.min, place), _end(last, None, place))
        for first, last in _windows(call, call.window, today) or [_span(call)]
    )


def day_of(call: Call, at: date | datetime) -> date:
    """Return the calendar day of an instant in the call's time zone; a day is itself.

    An instant must have a zone.
    """
    return at.astimezone(zone(call.timezone)).date() if isinstance(at, datetime) else at


def has_ended(call: Call, last: date, at: date | datetime) -> bool:
    """Whether a period with this last day has ended at an instant, or before a day."""
    if isinstance(at, datetime):
        ends_at = call.closes_at if call.window is None else None
        return at >= _end(last, ends_at, zone(call.timezone))
    return at > last


def period_at(call: Call, at: date | datetime) -> tuple[date, date | None]:
    """Return the first and last day of the period that `at` is in, else of the next, else of the last one."""
    today = day_of(call, at)
    if call.window is None:
        return call.opens_on, call.closes_on
    found = _windows(call, call.window, today)
    current = next((days for days in found if today <= days[1]), None)
    return current or (found[-1] if found else _span(call))


def _span(call: Call) -> tuple[date, date]:
    return call.opens_on, call.closes_on or call.opens_on


def _end(day: date, at: time | None, place: tzinfo) -> datetime:
    if at is not None:
        return datetime.combine(day, at, place)
    return datetime.combine(day + timedelta(days=1), time.min, place)


def _windows(call: Call, window: RecurringWindow, today: date) -> list[tuple[date, date]]:
    begin = max(today - timedelta(days=31), call.opens_on)
    found = []
    for ahead in range(_MONTHS_AHEAD + 1):
        year, month = divmod(begin.year * 12 + begin.month - 1 + ahead, 12)
        length = monthrange(year, month + 1)[1]
        if month + 1 in window.months and window.first_day <= length:
            first = max(date(year, month + 1, window.first_day), call.opens_on)
            last = min(date(year, month + 1, min(window.last_day, length)), call.closes_on or date.max)
            if first <= last:
                found.append((first, last))
    return found
