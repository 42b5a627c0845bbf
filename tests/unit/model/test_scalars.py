"""Facts that are one value: what is read, and how everything else is refused."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest

from generator.load.node import OverlaidValue
from generator.model.fields.codes import CefrLevel
from generator.model.fields.scalars import (
    Boolean,
    Colour,
    Integer,
    IsoDate,
    LocalDateTime,
    LocalTime,
    Number,
    Slug,
    one_of,
)
from generator.model.media import Media
from tests.support.fields import read, refusal

Word = Annotated[str, one_of(Literal["open", "closed", "full"])]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Slug, "kvinfo-odense", "kvinfo-odense"),
        (Slug, "2026", "2026"),
        (Slug, "a" * 80, "a" * 80),
        (Integer, "0", 0),
        (Integer, "320", 320),
        (Integer, "999999999", 999999999),
        (Number, "2", Decimal("2")),
        (Number, "1.5", Decimal("1.5")),
        (Boolean, "true", True),
        (Boolean, "false", False),
        (IsoDate, "2026-09-01", date(2026, 9, 1)),
        (IsoDate, "2024-02-29", date(2024, 2, 29)),
        (LocalTime, "00:00", time(0, 0)),
        (LocalTime, "23:59", time(23, 59)),
        (LocalDateTime, "2026-09-01 17:30", datetime(2026, 9, 1, 17, 30)),  # noqa: DTZ001 - a wall clock
        (LocalDateTime, "2026-09-01T17:30", datetime(2026, 9, 1, 17, 30)),  # noqa: DTZ001 - a wall clock
        (Colour, "#7A1f5C", "#7a1f5c"),
        (Word, "full", "full"),
    ],
)
def test_a_value_is_read(kind: Any, typed: str, value: object) -> None:
    """What an editor types in the expected form becomes the value that it says."""
    assert value == read(kind, typed)


WHOLE = 'found "{}"; expected a whole number such as 12'
DECIMAL = 'found "{}"; expected a number such as 2 or 1.5'
DAY = 'found "{}"; expected a date as year-month-day, 2026-09-01'
CLOCK = 'found "{}"; expected a time of day from 00:00 to 23:59, such as 17:30'
ID = 'the id "{}" is not usable: small letters a–z, digits and single hyphens only'
COLOUR = 'found "{}"; expected a colour as # and six digits, such as #7a1f5c'
TRUTH = 'found "{}"; expected true or false'
WORDS = '"{}" is not allowed here; expected one of: open, closed, full'


@pytest.mark.parametrize(
    ("kind", "typed", "code", "message", "help"),
    [
        (Slug, "KVINFO Odense", "PP033", ID, 'for example "kvinfo-odense"'),
        (Slug, "kvinfo--odense", "PP033", ID, 'for example "kvinfo-odense"'),
        (Slug, "../etc", "PP033", ID, 'for example "etc"'),
        (Slug, "Ærøskøbing Café", "PP033", ID, 'for example "aeroeskoebing-cafe"'),
        (Slug, "Осло", "PP033", ID, ""),
        (Slug, "a\n", "PP033", ID, 'for example "a"'),
        (Integer, "010", "PP025", WHOLE, ""),
        (Integer, "-1", "PP025", WHOLE, ""),
        (Integer, "1.5", "PP025", WHOLE, ""),
        (Integer, "1e3", "PP025", WHOLE, ""),
        (Integer, "1_000", "PP025", WHOLE, ""),
        (Integer, "٣", "PP025", WHOLE, ""),
        (Integer, "9" * 10, "PP025", WHOLE, ""),
        (Number, "1,5", "PP025", DECIMAL, "write the decimal point as a point: 1.5"),
        (Number, "about 2", "PP025", DECIMAL, ""),
        (Number, "nan", "PP025", DECIMAL, ""),
        (Number, "٢", "PP025", DECIMAL, ""),
        (Boolean, "yes", "PP034", TRUTH, "did you mean true?"),
        (Boolean, "Nein", "PP034", TRUTH, "did you mean false?"),
        (Boolean, "1", "PP034", TRUTH, ""),
        (IsoDate, "01.09.2026", "PP024", DAY, "did you mean 2026-09-01?"),
        (IsoDate, "1/9/2026", "PP024", DAY, "did you mean 2026-09-01?"),
        (IsoDate, "2026-9-1", "PP024", DAY, ""),
        (IsoDate, "٢٠٢٦-٠٩-٠١", "PP024", DAY, ""),
        (LocalTime, "١٢:٠٠", "PP037", CLOCK, ""),
        (IsoDate, "soon", "PP024", DAY, ""),
        (
            IsoDate,
            "2026-09-31",
            "PP024",
            "{} does not exist",
            "that month has 30 days: did you mean 2026-09-30 or 2026-10-01?",
        ),
        (
            IsoDate,
            "2026-02-29",
            "PP024",
            "{} does not exist",
            "that month has 28 days: did you mean 2026-02-28 or 2026-03-01?",
        ),
        (
            IsoDate,
            "2024-02-30",
            "PP024",
            "{} does not exist",
            "that month has 29 days: did you mean 2024-02-29 or 2024-03-01?",
        ),
        (
            IsoDate,
            "2026-12-32",
            "PP024",
            "{} does not exist",
            "that month has 31 days: did you mean 2026-12-31 or 2027-01-01?",
        ),
        (IsoDate, "2026-13-01", "PP024", "{} does not exist", "the middle number is the month, 01 to 12"),
        (IsoDate, "2026-01-00", "PP024", "{} does not exist", ""),
        (IsoDate, "0000-01-01", "PP024", "{}: expected a year from 1900 to 2200", ""),
        (IsoDate, "1899-12-31", "PP024", "{}: expected a year from 1900 to 2200", ""),
        (IsoDate, "9999-12-31", "PP024", "{}: expected a year from 1900 to 2200", ""),
        (LocalTime, "24:00", "PP037", CLOCK, ""),
        (LocalTime, "9.30", "PP037", CLOCK, "did you mean 09:30?"),
        (LocalTime, "9:30", "PP037", CLOCK, "did you mean 09:30?"),
        (LocalTime, "5 pm", "PP037", CLOCK, ""),
        (Colour, "red", "PP035", COLOUR, ""),
        (Colour, "#abc", "PP035", COLOUR, ""),
        (Word, "opne", "PP023", WORDS, "did you mean open?"),
        (Word, "FULL", "PP023", WORDS, "did you mean full?"),
        (Word, "xyz", "PP023", WORDS, ""),
    ],
)
def test_another_form_is_refused(kind: Any, typed: str, code: str, message: str, help: str) -> None:
    """A wrong value has the code of its type, is shown as typed, and leads to the nearest right one."""
    assert (code, message.replace("{}", typed), help) == refusal(kind, typed)


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        (
            "2026-09-01",
            "PP037",
            'found "2026-09-01"; expected a date and a time such as 2026-09-01 17:30',
        ),
        ("2026-09-31 10:00", "PP024", "2026-09-31 does not exist"),
        ("2026-09-01 25:00", "PP037", CLOCK.replace("{}", "25:00")),
    ],
)
def test_a_moment_names_its_wrong_half(typed: str, code: str, message: str) -> None:
    """A date and time is refused for the part that is wrong."""
    assert (code, message) == refusal(LocalDateTime, typed)[:2]


def test_a_level_in_small_letters_leads_to_the_level() -> None:
    """The nearest word is found whatever its case."""
    assert refusal(CefrLevel, "b1")[2] == "did you mean B1?"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "this is empty; expected {}"),
        ("", "this is empty; expected {}"),
        ("  ", "this is empty; expected {}"),
        (("a",), "found a list; expected {}"),
        ({"da": "a"}, "found a group of keys; expected {}"),
    ],
)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Slug, "an id such as kvinfo-odense"),
        (Integer, "a whole number"),
        (Number, "a number"),
        (Boolean, "true or false"),
        (IsoDate, "a date such as 2026-09-01"),
        (LocalTime, "a time such as 17:30"),
        (LocalDateTime, "a date and time such as 2026-09-01 17:30"),
        (Colour, "a colour such as #7a1f5c"),
        (Word, "one of open, closed, full"),
    ],
)
def test_another_shape_is_refused(kind: Any, expected: str, value: object, message: str) -> None:
    """Nothing, a list or a group of keys in place of a value is PP022 and says what should stand there."""
    assert ("PP022", message.format(expected), "") == refusal(kind, value)


@pytest.mark.parametrize("kind", [Slug, Integer, Number, Boolean, IsoDate, LocalTime, Colour, Word])
def test_a_fact_in_an_overlay_is_refused(kind: Any) -> None:
    """A translation cannot change a fact, not even to the same value."""
    code, message, _ = refusal(kind, OverlaidValue("2", {"da": "2"}))
    assert (code, message.partition(":")[0]) == ("PP031", "this is a fact, and facts are not translated")


@pytest.mark.parametrize("name", ["odense.png", "a_b-2.jpeg", "x.webp", "x.avif", "x.jpg"])
def test_a_picture_name_is_read(name: str) -> None:
    """Small letters, digits, hyphens and the suffix of a picture name a file."""
    assert name == Media.model_validate({"id": "x", "file": name}).file


@pytest.mark.parametrize(
    "name", ["Odense.png", "../x.png", "x.svg", "x.png.exe", "a b.png", ".png", "a/b.png"]
)
def test_another_picture_name_is_refused(name: str) -> None:
    """Other folders, scripts and capitals are PP501."""
    kind = Annotated[str, Media.model_fields["file"].metadata[0]]
    code, message, _ = refusal(kind, name)
    assert ("PP501", f'"{name}" is not the name of a picture in content/media') == (
        code,
        message.partition(":")[0],
    )
