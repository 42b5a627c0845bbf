"""Directions, names and the CLDR locale of a language."""

from __future__ import annotations

import pytest
from babel import Locale, localedata

from generator.text import locales


@pytest.mark.parametrize(
    "tag",
    [
        "ar",
        "fa",
        "fa-AF",
        "prs",
        "ps",
        "ur",
        "he",
        "ckb",
        "dv",
        "syr",
        "aii",
        "rhg",
        "ku-Arab",
        "pa-PK",
        "uz-AF",
        "az-IR",
        "ar-DK",
    ],
)
def test_right_to_left(tag: str) -> None:
    """Languages in Arabic, Hebrew, Syriac, Thaana and Rohingya letters run from right to left."""
    assert locales.direction(tag) == "rtl"


@pytest.mark.parametrize(
    "tag", ["da", "de", "uk", "tr", "so", "ti", "ku", "kmr", "zh-Hant", "ar-Latn", "az", "pa", "xx"]
)
def test_left_to_right(tag: str) -> None:
    """The script decides, not the language: Arabic in Latin letters runs from left to right."""
    assert locales.direction(tag) == "ltr"


def test_directions_agree_with_every_locale_of_cldr() -> None:
    """The short list of scripts says what CLDR says for each of its thousand locales."""
    known = (name for name in localedata.locale_identifiers() if name != "root")
    wrong = [
        name
        for name in known
        if (Locale.parse(name).text_direction == "rtl")
        != (locales.direction(name.replace("_", "-")) == "rtl")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("da", "dansk"),
        ("nb", "norsk bokmål"),
        ("ar", "العربية"),
        ("ckb", "کوردیی ناوەندی"),
        ("prs", "دری"),
        ("fa-AF", "دری"),
        ("zh-Hant", "繁體中文"),
        ("aii", "Assyrian Neo-Aramaic"),
        ("xx", "xx"),
    ],
)
def test_native_names(tag: str, name: str) -> None:
    """A language is named in itself, else in English, else by its tag."""
    assert locales.native_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "reader", "name"),
    [
        ("ar", "da", "arabisk"),
        ("de-CH-1996", "xx", "Swiss High German (German orthography of 1996)"),
        ("nb", "de", "Norwegisch (Bokmål)"),
        ("de-simple", "de", "Deutsch (simple)"),
    ],
)
def test_names_for_readers(tag: str, reader: str, name: str) -> None:
    """A language is named in the reader's language; what CLDR cannot name in one word stands in brackets."""
    assert locales.language_name(tag, reader) == name


@pytest.mark.parametrize(("reader", "name"), [("ar", "الدانمرك"), ("tr", "Danimarka"), ("xx", "Denmark")])
def test_country_names(reader: str, name: str) -> None:
    """A country is named in the reader's language, else in English."""
    assert locales.country_name("DK", reader) == name


def test_an_unknown_country_keeps_its_code() -> None:
    """Nothing is invented."""
    assert locales.country_name("QQ", "de") == "QQ"


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [
        ("en", "en_GB"),
        ("en-simple", "en_GB"),
        ("en-US", "en_US"),
        ("prs", "fa_AF"),
        ("ckb", "ckb"),
        ("zh-TW", "zh_Hant_TW"),
        ("de-simple", "de"),
        ("ku-Arab", "en_GB"),
        ("aii", "en_GB"),
        ("xx", "en_GB"),
    ],
)
def test_the_nearest_locale_is_in_the_same_script(tag: str, identifier: str) -> None:
    """Formats come from the nearest locale whose letters the reader knows, else from British English."""
    assert str(locales.babel_locale(tag)) == identifier


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("da", ("da",)),
        ("pt-BR", ("pt-BR", "pt")),
        ("prs", ("prs", "fa-AF", "fa")),
        ("de-simple", ("de-simple", "de")),
        ("zh-Hant", ("zh-Hant",)),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant")),
        ("zh-TW", ("zh-TW",)),
        ("sr-Latn", ("sr-Latn",)),
    ],
)
def test_the_chain_ends_where_the_script_changes(tag: str, tags: tuple[str, ...]) -> None:
    """Readers of a tag understand its wider tags, unless these are written otherwise."""
    assert locales.chain(tag) == tags
