"""What rules share: advice, places inside places, languages that serve others, picture types, consent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.check.advice import Advice, enumerated, with_article
from generator.check.languages import serves
from generator.check.persons import lacking, lapsed_at
from generator.check.pictures import file_type
from generator.model.area import Area, wider_places
from generator.model.base import Consent, Record
from generator.model.catalog import Catalog, Key
from generator.model.fields.text import Text
from generator.model.place import Place
from generator.text.resolve import resolve


def catalog_of(**part_of: str | None) -> Catalog:
    """A catalog of cities, each part of another or of none."""
    records: dict[Key, Record] = {
        ("places", id): Place.model_validate(
            {"id": id, "name": id, "place_type": "city", "country": "DK"}
            | ({"part_of": wider} if wider else {})
        )
        for id, wider in part_of.items()
    }
    return Catalog(MappingProxyType(records), MappingProxyType({}))


CHAIN = catalog_of(
    cafe="odense", odense="fyn", fyn="denmark", denmark=None, aarhus="denmark", loop="pool", pool="loop"
)


def consent(**dates: str) -> Consent:
    """A consent to a photo, given at the beginning of 2026."""
    data = {"basis": "consent", "scope": ("photo",), "given_on": "2026-01-01"}
    return Consent.model_validate(data | dates)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("cafe", ("cafe", "odense", "fyn", "denmark")),
        ("denmark", ("denmark",)),
        ("loop", ("loop", "pool")),
        ("nowhere", ("nowhere",)),
    ],
)
def test_wider_places(place: str, expected: tuple[str, ...]) -> None:
    """The way outwards ends at the widest place, and at a cycle."""
    assert expected == wider_places(CHAIN, place)


@pytest.mark.parametrize(
    ("area", "place", "expected"),
    [
        ("odense", "odense", True),
        ("odense", "cafe", True),
        ("odense", "denmark", True),
        ("odense", "aarhus", False),
        ("denmark", "aarhus", True),
        ("fyn", "aarhus", False),
    ],
)
def test_area_meets(area: str, place: str, expected: bool) -> None:
    """A place meets an area when one of the two holds the other."""
    assert expected == Area.of(CHAIN, (area,)).meets(place)


def test_endless_chain_is_cut() -> None:
    """A chain of a thousand places costs no more than a few steps."""
    chain = catalog_of(**{f"p{number}": f"p{number + 1}" for number in range(1000)})
    assert len(wider_places(chain, "p0")) == 16


@pytest.mark.parametrize("language", ["zh-TW", "zh-HK", "uz-AF", "pa-PK", "yue-Hant", "sr-Latn", "de-simple"])
def test_a_rule_and_a_page_agree_on_whom_a_text_serves(language: str) -> None:
    """A reader is served, for a rule, by exactly the tags whose texts the page would show as the reader's own."""
    candidates = ("zh", "zh-Hant", "zh-Hans", "uz", "pa", "yue", "sr", "de", language)
    shown = [not resolve(Text(tag, {tag: "x"}), language).is_fallback for tag in candidates]
    assert shown == [serves({tag}, language) for tag in candidates]


def test_serves_needs_one_of_them() -> None:
    """A reader is served by the wider language, not by another one."""
    assert [serves({"pt", "en"}, "pt-BR"), serves({"pt-BR", "en"}, "pt")] == [True, False]


def test_advice_stops_when_its_work_is_done() -> None:
    """Past the bound there is no suggestion, so that a hostile pull request cannot buy time."""
    advice = Advice(CHAIN, comparisons=10)
    given = [str(advice.record("places", "odens")) for _ in range(3)]
    assert given == ["did you mean odense?", "", ""]


def test_advice_without_records_names_the_file() -> None:
    """Where there is no record of a kind, the file to make is named."""
    assert str(Advice(CHAIN).record("calls", "autumn")) == "make the file content/calls/autumn.yml"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a and b"),
        (("a", "b", "c"), "a, b and c"),
        (("a", "b", "c", "d", "e", "f", "g"), "a, b, c, d, e and 2 more"),
    ],
)
def test_enumerated(words: tuple[str, ...], expected: str) -> None:
    """Lists read as in a sentence, and long ones are cut."""
    assert expected == str(enumerated(words))


@pytest.mark.parametrize(("noun", "expected"), [("place", "a place"), ("organisation", "an organisation")])
def test_with_article(noun: str, expected: str) -> None:
    """The article fits the first sound."""
    assert expected == str(with_article(noun))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpg"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\x24\0\0\0WAVEfmt ", ""),
        (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf", "avif"),
        (b"\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf", "avif"),
        (b"\0\0\0\x20ftypisom\0\0\0\0isomiso2mp41", ""),
        (b"GIF89a", "gif"),
        (b"<svg xmlns=", "svg"),
        (b"<html><body>", ""),
        (b"", ""),
    ],
)
def test_file_type(head: bytes, expected: str, tmp_path: Path) -> None:
    """A picture's type is told by its first bytes, whatever its name."""
    path = tmp_path / "picture.png"
    path.write_bytes(head)
    assert expected == file_type(path)


def test_file_type_of_unreadable_file(tmp_path: Path) -> None:
    """A file that cannot be opened has no type."""
    assert file_type(tmp_path / "missing.png") == ""


def test_lacking_tells_the_two_cases_apart() -> None:
    """No consent at all and a consent for something else need different advice; a fitting one needs none."""
    answers = (lacking(None, "photo"), lacking(consent(), "name"), lacking(consent(), "photo"))
    assert [None if answer is None else answer[0] for answer in answers] == [
        "there is no consent for the {scope}",
        "the consent does not cover the {scope}",
        None,
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"withdrawn_on": "2026-02-01", "expires_on": "2026-01-15"}, "withdrawn_on"),
        ({"withdrawn_on": "2026-09-01", "expires_on": "2026-01-15"}, "expires_on"),
        ({"given_on": "2026-09-01"}, "given_on"),
    ],
)
def test_lapsed_at(dates: dict[str, str], expected: str) -> None:
    """The key is the one whose date ends the consent on the day."""
    assert ("consent", expected) == lapsed_at(consent(**dates), date(2026, 3, 1))
