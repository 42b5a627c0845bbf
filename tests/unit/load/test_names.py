"""What a file name says."""

import pytest

from generator.limits import LIMITS
from generator.load.names import (
    BadName,
    Name,
    check_id,
    is_language,
    is_slug,
    printable,
    read_name,
    slug_like,
)


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("kvinfo.yml", ".yml", Name("kvinfo")),
        ("kvinfo.da.yml", ".yml", Name("kvinfo", "da")),
        ("kvinfo.ckb.yml", ".yml", Name("kvinfo", "ckb")),
        ("kvinfo.zh-Hant.yml", ".yml", Name("kvinfo", "zh-Hant")),
        ("kvinfo.de-1996.yml", ".yml", Name("kvinfo", "de-1996")),
        ("2026-09.yml", ".yml", Name("2026-09")),
        ("about.md", ".md", Name("about")),
        ("about-us.pt-BR.md", ".md", Name("about-us", "pt-BR")),
    ],
)
def test_a_usable_name_has_an_id_and_perhaps_a_language(name: str, suffix: str, expected: Name) -> None:
    """The part before the first dot is the id, the part after it the language."""
    assert read_name(name, suffix) == expected


RULE = " The rule for names: portal explain PP033."


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("kvinfo.yaml", "Rename it to kvinfo.yml."),
        ("kvinfo.YML", "Rename it to kvinfo.yml."),
        ("KVINFO.yml", "Rename it to kvinfo.yml." + RULE),
        ("Århus_2.da.yml", "Rename it to aarhus-2.da.yml." + RULE),
        ("a--b.yml", "Rename it to a-b.yml." + RULE),
        ("-a.yml", "Rename it to a.yml." + RULE),
        ("a b.yml", "Rename it to a-b.yml." + RULE),
        ("日本.yml", "Choose another name." + RULE),
        ("con.yml", "Choose another name." + RULE),
        ("aux.da.yml", "Choose another name." + RULE),
        ("a.DA.yml", "Did you mean a.da.yml? Rename the file."),
        ("a.nb_NO.yml", "Did you mean a.nb.yml? Rename the file."),
        ("a.danish.yml", "Codes are BCP 47: da, nb, ar, ckb, zh-Hant. A name of a record has no dots."),
        ("a.da.de.yml", "Codes are BCP 47: da, nb, ar, ckb, zh-Hant. A name of a record has no dots."),
        ("a..yml", "Codes are BCP 47: da, nb, ar, ckb, zh-Hant. A name of a record has no dots."),
        ("notes.txt", "Delete it, move it elsewhere, or rename it if it belongs here."),
        ("a.yml~", "Delete it, move it elsewhere, or rename it if it belongs here."),
        ("a.md", "Delete it, move it elsewhere, or rename it if it belongs here."),
        ("README", "Delete it, move it elsewhere, or rename it if it belongs here."),
    ],
)
def test_an_unusable_name_says_what_would_do(name: str, help: str) -> None:
    """The advice holds the nearest usable name where there is one."""
    bad = read_name(name, ".yml")
    assert isinstance(bad, BadName)
    advice = bad.help
    for slot, value in bad.values.items():
        advice = advice.replace("{" + slot + "}", str(value))
    assert advice == help


@pytest.mark.parametrize(
    "name", ["", "..", "a/b", "a\\b", "a.b", "é", "A", "a_b", "a\n", "nul", "com1", "~", "a "]
)
def test_what_is_no_id(name: str) -> None:
    """An id is a–z, 0–9 and single hyphens, and no name of a device."""
    assert not is_slug(name)


@pytest.mark.parametrize("code", ["", "d", "DA", "dansk", "da_DK", "da-", "da-D", "da\n", "x-private", "1a"])
def test_what_has_not_the_shape_of_a_language_code(code: str) -> None:
    """Codes start with two or three small letters; parts are joined by hyphens."""
    assert not is_language(code)


def test_slug_like_is_empty_when_nothing_is_left() -> None:
    """Letters without an ASCII form leave no suggestion."""
    assert [slug_like("Ça va?"), slug_like("مرحبا")] == ["ca-va", ""]


def test_printable_shows_what_cannot_be_seen() -> None:
    """Line breaks, escapes and bytes that are not UTF-8 are written out."""
    assert printable("a\nb\x1b[31m\udce9\u202eé") == r"a\nb\x1b[31m\udce9\u202eé"


def test_the_length_of_an_id_is_limited() -> None:
    """The longest id is fine; one more letter is refused with the limit."""
    longest = "a" * LIMITS.id_characters
    bad = check_id(longest + "a")
    assert check_id(longest) is None
    assert bad is not None
    assert bad.values["limit"] == LIMITS.id_characters
