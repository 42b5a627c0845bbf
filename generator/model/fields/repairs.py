"""What was meant beyond doubt by a fact that is written in another way.

Takes the text as typed, returns it as it should stand, or `None` when there is more than one reading. Whether the
result is a valid fact is for the field that asks.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_QUOTES = "“”„‟‘’‚‛«»"
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_TIME = re.compile(
    r"(?:kl\.?|um)?\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*Uhr)?|kl\.?\s*(?P<kl>\d{1,2})|(?P<uhr>\d{1,2})\s*Uhr",
    re.ASCII | re.IGNORECASE,
)
_MOMENT = re.compile(r"(.*\d{4}|\d{4}\S+?)(?:,\s*|\s+|T)(.+)", re.ASCII)
_LONGEST_MOMENT = 64
_PHONE_WORD = re.compile(r"(?:tel|tlf|telefon|telephone|phone|mobil|mobile|fon)\b[.:]*\s*", re.IGNORECASE)


def plain(text: str) -> str:
    """Return `text` without unseen characters, odd spaces and typographic quotes around it."""
    seen = _ODD_SPACE.sub(" ", _UNSEEN.sub("", text)).strip()
    if len(seen) > 2 and seen[0] in _QUOTES and seen[-1] in _QUOTES:
        seen = seen[1:-1].strip()
    return seen


def date_meant(text: str) -> str | None:
    """Return the one day that `text` can mean, as year-month-day."""
    readings = days_meant(text)
    return readings[0].isoformat() if len(readings) == 1 else None


def days_meant(text: str) -> tuple[date, ...]:
    """Return the days that `text` can mean, the likelier first.

    Points are written between day, month and year in this order wherever they are used; with slashes or hyphens the
    month may come first, so that only a day after the twelfth tells.
    """
    seen = plain(text)
    if found := _YEAR_FIRST.fullmatch(seen):
        return _days((found[1], found[3], found[4]))
    found = _DAY_FIRST.fullmatch(seen)
    if found is None:
        return ()
    day_first = found[4], found[3], found[1]
    return _days(day_first) if found[2] == "." else _days(day_first, (found[4], found[1], found[3]))


def _days(*readings: tuple[str, str, str]) -> tuple[date, ...]:
    """The days among these years, months and days, each once."""
    days: dict[date, None] = {}
    for reading in readings:
        with suppress(ValueError):
            days[date(*map(int, reading))] = None
    return tuple(days)


def time_meant(text: str) -> str | None:
    """Return the time of day that `text` can mean, as 09:30."""
    found = _TIME.fullmatch(plain(text))
    if found is None:
        return None
    hour, minute = found["hour"] or found["kl"] or found["uhr"], found["minute"] or "00"
    return f"{int(hour):02}:{minute}" if int(hour) < 24 and int(minute) < 60 else None


def moment_meant(text: str) -> str | None:
    """Return the date and time that `text` can mean."""
    found = _MOMENT.fullmatch(plain(text)) if len(text) <= _LONGEST_MOMENT else None
    meant = (date_meant(found[1]), time_meant(found[2])) if found else (None, None)
    return f"{meant[0]} {meant[1]}" if meant[0] and meant[1] else None


def email_meant(text: str) -> str:
    """Return an address without the `mailto:` and the brackets in which programs hand it over."""
    seen = plain(text)
    if seen.startswith("<") and seen.endswith(">"):
        seen = seen[1:-1]
    return re.sub(r"^mailto:", "", seen, flags=re.IGNORECASE)


def phone_meant(text: str) -> str:
    """Return a number without the word or `tel:` before it, its country code with a plus."""
    digits = _PHONE_WORD.sub("", plain(text), count=1) if _PHONE_WORD.match(plain(text)) else plain(text)
    return re.sub(r"^00(?=[1-9])", "+", digits)
