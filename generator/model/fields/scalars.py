"""Facts that are one value: ids, whole numbers, amounts, yes/no, dates, times, colours, words of a short list.

Each type takes the text as typed in YAML and returns a Python value, or raises a `problem` that says what was
found and what is expected. Contact data, codes and texts have modules of their own.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from generator.diagnostics import Phrase
from generator.limits import LIMITS
from generator.load.names import slug_like
from generator.model.fields.problem import nearest, problem, refixed, scalar
from generator.model.fields.repairs import date_meant, moment_meant, plain, time_meant

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOCAL_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,4})?", re.ASCII)
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _slug(value: object) -> str:
    text = scalar(value, "an id such as kvinfo-odense")
    if _SLUG.fullmatch(text) and len(text) > LIMITS.id_characters:
        message = "this id has {count} characters; the limit is {limit}"
        raise problem("PP033", message, "choose a shorter id", count=len(text), limit=LIMITS.id_characters)
    if not _SLUG.fullmatch(text):
        suggestion = slug_like(text)
        raise refixed(
            problem(
                "PP033",
                'the id "{found}" is not usable: small letters a–z, digits and single hyphens only',
                'for example "{suggestion}"' if suggestion else "",
                found=text,
                suggestion=suggestion,
            ),
            plain(text) if _SLUG.fullmatch(plain(text)) else None,
        )
    return text


def _integer(value: object) -> int:
    text = scalar(value, "a whole number")
    if not re.fullmatch(r"0|[1-9]\d{0,8}", text):
        raise problem("PP025", 'found "{found}"; expected a whole number such as 12', found=text)
    return int(text)


def _decimal(value: object) -> Decimal:
    text = scalar(value, "a number")
    try:
        if not _DECIMAL.fullmatch(text):
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        help = "write the decimal point as a point: {point}" if "," in text else ""
        message = 'found "{found}"; expected a number such as 2 or 1.5'
        raise problem("PP025", message, help, found=text, point=text.replace(",", ".")) from None


def _boolean(value: object) -> bool:
    text = scalar(value, "true or false")
    if text not in ("true", "false"):
        meant = {"yes": "true", "ja": "true", "on": "true", "no": "false", "nein": "false", "nej": "false"}
        near = meant.get(text.casefold())
        help = "did you mean {suggestion}?" if near else ""
        message = 'found "{found}"; expected true or false'
        raise problem("PP034", message, help, found=text, suggestion=near)
    return text == "true"


def parse_date(text: str) -> date:
    """Return the day written as `YYYY-MM-DD`, or raise a `problem` that names the nearest day."""
    match = _DATE.fullmatch(text)
    if not match:
        local = _LOCAL_DATE.fullmatch(text)
        near = f"{local[3]}-{int(local[2]):02}-{int(local[1]):02}" if local else ""
        raise refixed(
            problem(
                "PP024",
                'found "{found}"; expected a date as year-month-day, 2026-09-01',
                "did you mean {suggestion}?" if near else "",
                found=text,
                suggestion=near,
            ),
            date_meant(text),
        )
    year, month, day = (int(part) for part in match.groups())
    first, last = LIMITS.first_year, LIMITS.last_year
    if not first <= year <= last:
        message = "{found}: expected a year from {first} to {last}"
        raise problem("PP024", message, found=text, first=first, last=last)
    try:
        return date(year, month, day)
    except ValueError:
        raise problem("PP024", "{found} does not exist", _nearest_day(year, month, day), found=text) from None


def _nearest_day(year: int, month: int, day: int) -> str | Phrase:
    if not 1 <= month <= 12:
        return "the middle number is the month, 01 to 12"
    if not day:
        return ""
    last = _MONTH_DAYS[month - 1]
    if month == 2 and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        last = 28
    following = f"{year + month // 12}-{month % 12 + 1:02}-01"
    values = {"days": last, "last": f"{year}-{month:02}-{last}", "following": following}
    return Phrase("that month has {days} days: did you mean {last} or {following}?", values)


def _date(value: object) -> date:
    return parse_date(scalar(value, "a date such as 2026-09-01"))


def _time(value: object) -> time:
    text = scalar(value, "a time such as 17:30")
    match = _TIME.fullmatch(text)
    if not match:
        meant = time_meant(text)
        help = "did you mean {suggestion}?" if meant else ""
        message = 'found "{found}"; expected a time of day from 00:00 to 23:59, such as 17:30'
        raise refixed(problem("PP037", message, help, found=text, suggestion=meant), meant)
    return time(int(match[1]), int(match[2]))


def _datetime(value: object) -> datetime:
    text = scalar(value, "a date and time such as 2026-09-01 17:30")
    day, separator, clock = text.replace("T", " ").partition(" ")
    if not separator:
        raise problem(
            "PP037", 'found "{found}"; expected a date and a time such as 2026-09-01 17:30', found=text
        )
    try:
        return datetime.combine(parse_date(day), _time(clock.strip()))
    except PydanticCustomError as fault:
        raise refixed(fault, moment_meant(text)) from None


def _colour(value: object) -> str:
    text = scalar(value, "a colour such as #7a1f5c")
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise problem(
            "PP035", 'found "{found}"; expected a colour as # and six digits, such as #7a1f5c', found=text
        )
    return text.lower()


def _between(first: int, last: int) -> BeforeValidator:
    def validate(value: object) -> int:
        number = _integer(value)
        if not first <= number <= last:
            message = "found {found}; expected a number from {first} to {last}"
            raise problem("PP025", message, found=number, first=first, last=last)
        return number

    return BeforeValidator(validate)


Slug = Annotated[str, BeforeValidator(_slug)]
Integer = Annotated[int, BeforeValidator(_integer)]
Number = Annotated[Decimal, BeforeValidator(_decimal)]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
IsoDate = Annotated[date, BeforeValidator(_date)]
Month = Annotated[int, _between(1, 12)]
DayOfMonth = Annotated[int, _between(1, 31)]
LocalTime = Annotated[time, BeforeValidator(_time)]
LocalDateTime = Annotated[datetime, BeforeValidator(_datetime)]
"""A date and wall-clock time without zone; the record or site says which zone."""
Colour = Annotated[str, BeforeValidator(_colour)]


def _at_least_one(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise problem("PP022", "this list is empty; expected at least one item")
    return value


AtLeastOne = AfterValidator(_at_least_one)
"""For a list that means nothing when it is empty."""


def one_of(choices: Any) -> BeforeValidator:
    """Return a validator for a `Literal` type: the typed word must be one of its values."""
    words = tuple(str(word) for word in get_args(choices))

    def validate(value: object) -> str:
        text = scalar(value, Phrase("one of {words}", {"words": ", ".join(words)}))
        if text not in words:
            raise refixed(
                problem(
                    "PP023",
                    '"{found}" is not allowed here; expected one of: {choices}',
                    suggest=lambda: nearest(text, words),
                    found=text,
                    choices=", ".join(words),
                ),
                plain(text) if plain(text) in words else None,
            )
        return text

    return BeforeValidator(validate)
