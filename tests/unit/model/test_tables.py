"""Codes against real tables, and the nearest right code."""

from __future__ import annotations

import itertools
import string
import subprocess
import sys
from datetime import datetime

import pytest

from generator.model.fields import tables


@pytest.mark.parametrize(
    "tag",
    [
        "da",
        "de",
        "nb",
        "no",
        "ar",
        "uk",
        "ckb",
        "prs",
        "fa-AF",
        "kmr",
        "aii",
        "se",
        "zh-Hant",
        "pt-BR",
        "en-150",
        "de-simple",
    ],
)
def test_a_language_in_its_usual_spelling_is_one(tag: str) -> None:
    """Two and three letters, scripts, regions and registered variants name languages."""
    assert tables.is_language(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "xx",
        "dk",
        "english",
        "eng",
        "DE",
        "de_DE",
        "de-de",
        "no-",
        "",
        "-",
        "iw",
        "und",
        "mul",
        "qaa",
        "x-a",
        "de-x-a",
        "en-XX",
        "en-u-ca-persian",
        "i-klingon",
        "ا",
        "../de",
        "de\n",
        "a" * 5000,
    ],
)
def test_what_is_no_language_is_refused(tag: str) -> None:
    """Countries, names, other spellings, withdrawn, private and hostile values are not languages."""
    assert not tables.is_language(tag)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dk", "da"),
        ("ua", "uk"),
        ("cz", "cs"),
        ("gb", "en"),
        ("no", "nb"),
        ("no-NO", "nb"),
        ("norsk", "nb"),
        ("iw", "he"),
        ("dan", "da"),
        ("ger", "de"),
        ("DE", "de"),
        ("de_de", "de-DE"),
        ("English", "en"),
        ("Deutsch", "de"),
        ("engelsk", "en"),
        ("العربية", "ar"),
        ("arabik", "ar"),
        ("se", "se"),
        ("prs", "prs"),
        ("xx", None),
        ("", None),
        ("qwertyuiop", None),
    ],
)
def test_the_nearest_language_is_the_one_meant(typed: str, meant: str | None) -> None:
    """A wrong code leads to the language that an editor had in mind, and a right one to itself."""
    assert tables.nearest_language(typed) == meant


def test_every_language_on_the_list_is_one() -> None:
    """The table for schemas holds only codes that the check accepts, the portals' own among them."""
    assert {tag for tag in tables.languages() if not tables.is_language(tag)} == set()
    assert {"da", "de", "nb", "ar", "uk", "tr", "ckb", "so", "ti"} <= tables.languages()


@pytest.mark.parametrize(
    ("code", "known"), [("DK", True), ("XK", True), ("UK", False), ("dk", False), ("EU", False)]
)
def test_countries_are_those_of_iso_3166_and_kosovo(code: str, known: bool) -> None:
    """Pseudo-regions, aliases and small letters are not countries."""
    assert tables.is_country(code) is known


def test_there_are_250_countries() -> None:
    """ISO 3166 has 249 officially assigned codes; Kosovo comes on top."""
    assert len(tables.countries()) == 250


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dk", "DK"), ("UK", "GB"), ("DNK", "DK"), ("Denmark", "DK"), ("Germny", "DE"), ("ZZ", None)],
)
def test_the_nearest_country_is_the_one_meant(typed: str, meant: str | None) -> None:
    """Small letters, aliases, three letters and names lead to the country."""
    assert tables.nearest_country(typed) == meant


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Europe/Copenhagen", True),
        ("UTC", True),
        ("CET", False),
        ("Etc/GMT+1", False),
        ("../UTC", False),
        ("", False),
    ],
)
def test_time_zones_name_a_place(name: str, known: bool) -> None:
    """Abbreviations and offsets hide summer time, so only places and UTC are zones."""
    assert tables.is_timezone(name) is known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Copenhagen", "Europe/Copenhagen"),
        ("europe/oslo", "Europe/Oslo"),
        ("Europe/Kopenhagen", "Europe/Copenhagen"),
    ],
)
def test_the_nearest_time_zone_is_the_one_meant(typed: str, meant: str) -> None:
    """Cities and misspellings lead to the zone."""
    assert tables.nearest_timezone(typed) == meant


def test_a_zone_has_the_offsets_of_its_place() -> None:
    """Copenhagen is two hours ahead of UTC in summer and one in winter."""
    copenhagen = tables.zone("Europe/Copenhagen")
    offsets = [datetime(2027, month, 1, tzinfo=copenhagen).strftime("%z") for month in (1, 7)]
    assert offsets == ["+0100", "+0200"]


def test_an_unknown_zone_is_an_error() -> None:
    """A path in place of a zone reads no file."""
    with pytest.raises(ValueError, match="no such time zone"):
        tables.zone("../../etc/passwd")


def test_importing_the_tables_reads_nothing() -> None:
    """The command line starts without Babel and langcodes."""
    code = "import sys, generator.model.fields.tables; print({'babel', 'langcodes'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_common_languages_are_those_of_the_registry() -> None:
    """The languages of two letters that are known without the registry are just those that it knows."""
    pairs = ("".join(pair) for pair in itertools.product(string.ascii_lowercase, repeat=2))
    known = {tag for tag in pairs if tables.canonical_tag(tag) == tag} - tables._WITHDRAWN
    assert known == tables._COMMON
