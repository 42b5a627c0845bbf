"""Dates, times, numbers and lists as each language writes them: Gregorian, Latin digits, 24 hours.

Takes Python values and a language tag, returns plain text from CLDR (Babel) in reading order, without bidi
controls: isolation is the template's work. Durations and rates are in `units`; nothing here reads a clock.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from babel import Locale, dates, lists, numbers

from generator.model.fields.tables import cldr, zone
from generator.text.locales import babel_locale

Number = int | float | Decimal
_BIDI_CONTROLS = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?!\1)")
_ARABIC_COMMA = "\u060c"


@lru_cache(maxsize=16384)
def date(day: dt.date, language: str) -> str:
    """Return a day with its month in letters: `1 March 2027`, `1. marts 2027`."""
    return plain(dates.format_date(day, "long", babel_locale(language)))


@lru_cache(maxsize=16384)
def date_with_weekday(day: dt.date, language: str) -> str:
    """Return a day with its weekday: `Tuesday, 9 March 2027`."""
    return plain(dates.format_date(day, "full", babel_locale(language)))


@lru_cache(maxsize=16384)
def date_range(first: dt.date, last: dt.date, language: str) -> str:
    """Return the span of two days without repeating what they share: `4–6 March 2027`."""
    if first == last:
        return date(first, language)
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    return _interval(first, last, "yMMMd", field, babel_locale(language))


@lru_cache(maxsize=1024)
def weekday(day: dt.date, language: str) -> str:
    """Return the name of the day of the week, as it stands alone: `Tuesday`."""
    return plain(dates.format_date(day, "cccc", babel_locale(language)))


@lru_cache(maxsize=256)
def month_name(month: int, language: str) -> str:
    """Return the name of a month, 1 to 12, as it stands alone: `March`."""
    return plain(dates.format_date(dt.date(2024, month, 1), "LLLL", babel_locale(language)))


@lru_cache(maxsize=4096)
def time(at: dt.time, language: str) -> str:
    """Return a time of day in 24 hours: `18:00`, `18.00`."""
    moment = dt.datetime.combine(dt.date(2000, 1, 1), at)
    return _skeleton(moment, "Hm", babel_locale(language))


@lru_cache(maxsize=4096)
def time_range(start: dt.time, end: dt.time, language: str) -> str:
    """Return the span of two times of one day: `18:00–20:00`."""
    if start == end:
        return time(start, language)
    day = dt.date(2000, 1, 1)
    first, last = dt.datetime.combine(day, start), dt.datetime.combine(day, end)
    field = "H" if start.hour != end.hour else "m"
    return _interval(first, last, "Hm", field, babel_locale(language))


@lru_cache(maxsize=16384)
def datetime_at(local: dt.datetime, timezone: str, language: str, *, city: bool = True) -> str:
    """Return weekday, date, time and whose time it is: `Tuesday, 9 March 2027, 18:00 (Copenhagen)`.

    `local` is the wall-clock time in `timezone`, without a zone of its own. `city=False` leaves the place
    out, for a site where all is in one zone. Raises `ValueError` for an unknown zone.
    """
    locale = babel_locale(language)
    text = _beside(date_with_weekday(local.date(), language), time(local.time(), language), locale)
    return f"{text} ({zone_city(timezone, language)})" if city else text


@lru_cache(maxsize=1024)
def zone_city(timezone: str, language: str) -> str:
    """Return the city that names a time zone, in `language`: `Copenhagen`, `København`."""
    renamed = cldr("zone_aliases")  # CLDR may keep a city under the zone's old name (Europe/Kiev)
    known = zone(timezone).key
    names = {known, str(renamed.get(known, known))} | {old for old, new in renamed.items() if new == known}
    for tag in (language, "en"):
        cities = babel_locale(tag).time_zones
        city = next((cities[name]["city"] for name in sorted(names) if "city" in cities.get(name, {})), None)
        if city:
            return plain(str(city))
    return timezone.rsplit("/", 1)[-1].replace("_", " ")


@lru_cache(maxsize=4096)
def iso_datetime(local: dt.datetime, timezone: str) -> str:
    """Return `local` with the offset of its zone, for `<time datetime>`: `2027-03-09T18:00+01:00`."""
    return local.replace(tzinfo=zone(timezone)).isoformat(timespec="minutes")


@lru_cache(maxsize=4096)
def number(value: Number, language: str) -> str:
    """Return a number with the language's separators: `1,234.5`, `1.234,5`."""
    return plain(numbers.format_decimal(value, locale=babel_locale(language)))


def list_and(items: Sequence[str], language: str) -> str:
    """Return the items joined as a sentence does: `a, b and c`."""
    return _listed(tuple(items), "standard", language)


def list_or(items: Sequence[str], language: str) -> str:
    """Return the items joined as alternatives: `a, b or c`."""
    return _listed(tuple(items), "or", language)


def plain(text: str) -> str:
    """Return `text` without the bidi controls that CLDR puts into some patterns."""
    return text.translate(_BIDI_CONTROLS)


def _listed(items: tuple[str, ...], style: str, language: str) -> str:
    locale = babel_locale(language)
    known = style if style in locale.list_patterns else "standard"
    return plain(lists.format_list(items, known, locale))  # type: ignore[arg-type]


def _skeleton(moment: dt.date | dt.datetime, skeleton: str, locale: Locale) -> str:
    pattern = str(locale.datetime_skeletons[skeleton])
    return _applied(pattern, moment, locale)


def _interval(first: dt.date, last: dt.date, skeleton: str, field: str, locale: Locale) -> str:
    """Apply CLDR's pattern for an interval whose greatest difference is `field`, with months in full."""
    known: Mapping[str, Sequence[str]] = locale.interval_formats.get(skeleton) or {}
    parts = [_SHORT_MONTH.sub(r"\1\1\1\1", part) for part in known.get(field, ())]
    if len(parts) != 2:
        whole = "d MMMM y" if skeleton == "yMMMd" else "HH:mm"
        parts = [f"{whole} – ", whole]
    moments = (first, last)
    return "".join(_applied(part, moment, locale) for part, moment in zip(parts, moments, strict=True))


def _applied(pattern: str, moment: dt.date | dt.datetime, locale: Locale) -> str:
    return plain(dates.parse_pattern(pattern).apply(moment, locale))


def _beside(day: str, at: str, locale: Locale) -> str:
    """Put a time beside its date; a comma where CLDR has only a space, because two numbers would touch."""
    pattern = str(locale.datetime_formats["medium"])
    if pattern == "{1} {0}":
        comma = _ARABIC_COMMA if locale.text_direction == "rtl" else ","
        pattern = f"{{1}}{comma} {{0}}"
    return plain(pattern.replace("{1}", day).replace("{0}", at))
