"""The rules of a time zone as a VTIMEZONE (RFC 5545, 3.6.5), for the years that a calendar needs.

Takes the name of a zone and years, returns the bytes of a component with an onset for each change of the clocks.
From the installed tzdata, so that builds agree. The library's own gives onsets in the wrong offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal.component import Component

from generator.model.fields.tables import zone
from generator.render.feeds.lines import PlainText, written

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What clocks show: offset from UTC before and after the onset, the name, whether it is summer time."""

    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=256)
def vtimezone(timezone: str, first: int, last: int) -> bytes:
    """Return the component, as it is written, for the years `first` to `last`, both included."""
    component = Timezone()
    component.add("TZID", PlainText(timezone))
    for rule, onsets in _observances(timezone, first, last):
        part = TimezoneDaylight() if rule.is_daylight else TimezoneStandard()
        part.add("DTSTART", onsets[0])
        part.add("TZOFFSETFROM", rule.before)
        part.add("TZOFFSETTO", rule.after)
        part.add("TZNAME", PlainText(rule.name))
        _repeat(part, onsets)
        component.add_component(part)
    return written(component)


def _repeat(part: Component, onsets: tuple[datetime, ...]) -> None:
    """Name every onset; also the first, because some programs read a part without RDATE as none."""
    part.add("RDATE", list(onsets))


@lru_cache(maxsize=256)
def _observances(timezone: str, first: int, last: int) -> tuple[tuple[_Rule, tuple[datetime, ...]], ...]:
    """Return each rule with its onsets, in the wall-clock time that was shown before."""
    start = datetime(first, 1, 1, tzinfo=UTC) - _STEP if first > 1 else datetime(1, 1, 2, tzinfo=UTC)
    end = datetime(min(last, MAXYEAR - 1) + 1, 1, 1, tzinfo=UTC)
    there = zone(timezone)
    opening = start.astimezone(there)
    found: dict[_Rule, list[datetime]] = {}
    _note(found, opening, _offset(opening), (opening.dst() or timedelta()) > timedelta())
    at = start
    while at < end:
        following = at + _STEP
        if _shown(following, timezone) != _shown(at, timezone):
            onset = _onset(at, following, timezone)
            before, after = (moment.astimezone(there) for moment in (onset - _SECOND, onset))
            is_daylight = (after.dst() or timedelta()) > (before.dst() or timedelta())
            _note(found, after, _offset(before), is_daylight)
        at = following
    return tuple((rule, tuple(onsets)) for rule, onsets in found.items())


def _note(found: dict[_Rule, list[datetime]], onset: datetime, before: timedelta, is_daylight: bool) -> None:
    rule = _Rule(before, _offset(onset), onset.tzname() or "", is_daylight)
    wall = (onset.astimezone(UTC) + before).replace(tzinfo=None)
    found.setdefault(rule, []).append(wall)


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta()


def _shown(at: datetime, timezone: str) -> tuple[timedelta | None, str | None]:
    there = at.astimezone(zone(timezone))
    return there.utcoffset(), there.tzname()


def _onset(before: datetime, after: datetime, timezone: str) -> datetime:
    """Return the second at which the clocks change; there is one change between the two."""
    old = _shown(before, timezone)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // (2 * _SECOND))
        if _shown(middle, timezone) == old:
            before = middle
        else:
            after = middle
    return after
