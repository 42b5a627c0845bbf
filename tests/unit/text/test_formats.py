"""Dates, times, numbers and lists in each language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from babel import localedata

from generator.text import formats

DAY = date(2027, 3, 9)
MOMENT = datetime(2027, 3, 9, 18, 0)  # noqa: DTZ001 - local times have their zone beside them
LANGUAGES = sorted(name for name in localedata.locale_identifiers() if name != "root" and "_" not in name)


@pytest.fixture(scope="module")
def printed() -> dict[str, list[str]]:
    """Everything that is formatted, in each language of CLDR."""
    return {language: _everything(language) for language in LANGUAGES}


def _everything(language: str) -> list[str]:
    return [
        formats.date(DAY, language),
        formats.date_with_weekday(DAY, language),
        formats.date_range(DAY, date(2027, 4, 6), language),
        formats.weekday(DAY, language),
        formats.time_range(time(18), time(20, 30), language),
        formats.datetime_at(MOMENT, "Europe/Copenhagen", language),
        formats.number(12345.5, language),
        formats.list_and(("A", "B", "C"), language),
        formats.list_or(("A", "B"), language),
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "9 March 2027"),
        ("de", "9. März 2027"),
        ("da", "9. marts 2027"),
        ("uk", "9 березня 2027\u202fр."),
        ("ar", "9 مارس 2027"),
        ("fa", "9 مارس 2027"),
        ("prs", "9 مارچ 2027"),
        ("so", "Maarso 9, 2027"),
        ("xx", "9 March 2027"),
    ],
)
def test_a_date_has_its_month_in_letters(language: str, expected: str) -> None:
    """Dates are Gregorian with Latin digits in every language, Persian and Dari included."""
    assert formats.date(DAY, language) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2027, 3, 9), "9. marts 2027"),
        (date(2027, 3, 11), "9.–11. marts 2027"),
        (date(2027, 4, 11), "9. marts–11. april 2027"),
        (date(2028, 3, 9), "9. marts 2027–9. marts 2028"),
    ],
)
def test_a_range_says_once_what_its_days_share(last: date, expected: str) -> None:
    """Month and year are repeated only where they differ."""
    assert formats.date_range(DAY, last, "da") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "9 مارس – 6 أبريل 2027"), ("fa", "9 مارس تا 6 آوریل 2027"), ("he", "9 מרץ – 6 אפריל 2027")],
)
def test_a_range_is_in_reading_order(language: str, expected: str) -> None:
    """In right-to-left languages, too, the first day is written first."""
    assert formats.date_range(DAY, date(2027, 4, 6), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Tuesday, 9 March 2027, 18:00 (Copenhagen)"),
        ("da", "tirsdag den 9. marts 2027, 18.00 (København)"),
        ("ar", "الثلاثاء، 9 مارس 2027، 18:00 (كوبنهاغن)"),
        ("tr", "9 Mart 2027 Salı, 18:00 (Kopenhag)"),
    ],
)
def test_a_moment_says_whose_time_it_is(language: str, expected: str) -> None:
    """Weekday, date, time in 24 hours and the city of the zone, with a comma between two numbers."""
    assert formats.datetime_at(MOMENT, "Europe/Copenhagen", language) == expected


def test_a_moment_can_go_without_city() -> None:
    """A site in one zone does not repeat it."""
    assert formats.datetime_at(MOMENT, "Europe/Oslo", "nb", city=False) == "tirsdag 9. mars 2027, 18:00"


@pytest.mark.parametrize(
    ("zone", "language", "expected"),
    [
        ("Europe/Kyiv", "uk", "Київ"),
        ("America/Argentina/Buenos_Aires", "rhg", "Buenos Aires"),
        ("Europe/Copenhagen", "rhg", "Copenhagen"),
        ("UTC", "da", "UTC"),
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, language: str, expected: str) -> None:
    """Renamed zones, and languages for which CLDR has no names, give a name that a reader knows."""
    assert formats.zone_city(zone, language) == expected


@pytest.mark.parametrize(
    ("month", "expected"), [(1, "2027-01-09T18:00+01:00"), (7, "2027-07-09T18:00+02:00")]
)
def test_machines_get_the_offset_of_the_day(month: int, expected: str) -> None:
    """Summer time is in the offset."""
    assert formats.iso_datetime(MOMENT.replace(month=month, day=9), "Europe/Copenhagen") == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "18:00–20:30 Uhr"), ("da", "18.00–20.30"), ("ar", "18:00–20:30")]
)
def test_a_time_range_has_24_hours(language: str, expected: str) -> None:
    """No language says "PM", which would be turned round in right-to-left text."""
    assert formats.time_range(time(18), time(20, 30), language) == expected


def test_a_time_range_without_length_is_one_time() -> None:
    """Equal ends are said once."""
    assert formats.time_range(time(18), time(18), "en") == "18:00"


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "1,234.5"), ("de", "1.234,5"), ("nb", "1\xa0234,5"), ("ar", "1,234.5")]
)
def test_numbers_have_the_separators_of_the_language(language: str, expected: str) -> None:
    """Digits are Latin, also in Arabic."""
    assert formats.number(1234.5, language) == expected


@pytest.mark.parametrize(
    ("function", "language", "expected"),
    [
        (formats.list_and, "en", "A, B and C"),
        (formats.list_and, "ar", "A وB وC"),
        (formats.list_or, "de", "A, B oder C"),
        (formats.list_or, "uk", "A, B або C"),
    ],
)
def test_lists(function: Callable[[tuple[str, ...], str], str], language: str, expected: str) -> None:
    """Items are joined as a sentence of the language joins them."""
    assert function(("A", "B", "C"), language) == expected


@pytest.mark.parametrize("items", [(), ("A",)])
def test_short_lists_are_their_items(items: tuple[str, ...]) -> None:
    """Nothing is joined where there is nothing to join."""
    assert formats.list_and(items, "de") == "".join(items)


def test_all_languages_of_cldr_use_latin_digits(printed: dict[str, list[str]]) -> None:
    """No language of CLDR prints other digits, and none fails."""
    foreign = {
        language: text
        for language, texts in printed.items()
        for text in texts
        if any(unicodedata.category(one) == "Nd" and not one.isascii() for one in text)
    }
    assert foreign == {}


def test_no_language_prints_bidi_controls(printed: dict[str, list[str]]) -> None:
    """Isolation is the template's work; marks in the text would be copied along with it."""
    controls = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert [language for language, texts in printed.items() if controls & set("".join(texts))] == []


def test_languages_do_not_leak_into_each_other() -> None:
    """What was formatted before changes nothing, although Babel's locales share their data."""
    for language in ("ps", "he", "zgh", "bs"):
        _everything(language)
    weekdays = [formats.weekday(date(2027, 3, 10), language) for language in ("fr", "pl", "sv")]
    assert weekdays == ["mercredi", "środa", "onsdag"]
