"""Durations and rates with the right plural form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import localedata

from generator.text import units

UNITS: tuple[units.Unit, ...] = ("minute", "hour", "day", "week", "month", "year")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "4–12 months"),
        ("de", "4–12 Monate"),
        ("da", "4–12 måneder"),
        ("nb", "4–12 måneder"),
        ("tr", "4–12 ay"),
        ("uk", "4–12 місяців"),
        ("ar", "4–12 شهرًا"),
        ("prs", "4–12 ماه"),
        ("ti", "4–12 ኣዋርሕ"),
    ],
)
def test_a_span_has_the_plural_form_of_its_end(language: str, expected: str) -> None:
    """The duration of a match is said in every language without a translator."""
    assert units.duration_range(4, 12, "month", language) == expected


@pytest.mark.parametrize(
    ("count", "language", "expected"),
    [
        (1, "uk", "1 місяць"),
        (3, "uk", "3 місяці"),
        (5, "uk", "5 місяців"),
        (1, "ar", "شهر"),
        (2, "ar", "شهران"),
        (3, "ar", "3 أشهر"),
        (11, "ar", "11 شهرًا"),
        (100, "ar", "100 شهر"),
        (1, "en", "1 month"),
    ],
)
def test_each_plural_form_is_used(count: int, language: str, expected: str) -> None:
    """Ukrainian has three forms for whole numbers, Arabic six; one and two are words there."""
    assert units.duration(count, "month", language) == expected


def test_a_span_that_ends_in_the_dual_shows_its_numbers() -> None:
    """Arabic's word for "two months" has no place for "1–2"."""
    assert units.duration_range(1, 2, "month", "ar") == "1–2 شهر"


@pytest.mark.parametrize(("language", "expected"), [("en", "12 days"), ("de", "12 Tage"), ("da", "12 dage")])
def test_days_stay_days(language: str, expected: str) -> None:
    """Twelve days are not rounded to two weeks."""
    assert units.duration(12, "day", language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "2 hours per month"),
        ("de", "2 Stunden pro Monat"),
        ("da", "2 timer pr. måned"),
        ("uk", "2 години на місяць"),
        ("ar", "ساعتان في الشهر"),
        ("tr", "2 saat/ay"),
    ],
)
def test_rates(language: str, expected: str) -> None:
    """How much time in a month is said in every language."""
    assert units.rate(2, 2, "hour", "month", language) == expected


def test_a_rate_can_be_a_span_of_fractions() -> None:
    """Numbers in a rate are written as the language writes them."""
    assert units.rate(Decimal("1.5"), 2, "hour", "week", "de") == "1,5–2 Stunden pro Woche"


@pytest.mark.parametrize("language", ["ckb", "ps", "xx"])
def test_symbols_of_the_root_give_way_to_english(language: str) -> None:
    """A language in which CLDR has only "2 h" gets English words, in rates for both sides."""
    assert units.rate(2, 2, "hour", "month", language) == "2 hours per month"


def test_every_language_of_cldr_has_words_for_every_unit() -> None:
    """Nothing like "12 duration-month" is printed, whatever is missing in the data."""
    names = (name.replace("_", "-") for name in localedata.locale_identifiers() if name != "root")
    strange = [
        (name, text)
        for name in names
        for unit in UNITS
        if not (text := units.duration_range(4, 12, unit, name)).strip("0123456789–- ") or "duration" in text
    ]
    assert strange == []
