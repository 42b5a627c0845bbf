"""Which bytes and characters a content file may hold."""

import pytest

from generator.load.characters import decode, refused_character

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CONTROLS = "".join(map(chr, [*range(0x09), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0)]))
HIDDEN = "\u2028\u2029\u206a\u206f\ufeff\ufff9\ufffb\ufffe\uffff\U000e0001\U000e0041\U000e007f"


def places(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding."""
    return [(each.code, each.position.line, each.position.column) for each in decode(data, "f.yml")[1]]


@pytest.mark.parametrize("character", BIDI + CONTROLS + HIDDEN, ids=lambda char: f"U+{ord(char):04X}")
def test_a_character_that_hides_something_is_refused_where_it_stands(character: str) -> None:
    """The finding points to line and column, counted in characters after letters of several bytes."""
    data = f"name: x\ntext: é😀{character}z\n".encode()
    text, _ = decode(data, "f.yml")
    assert (text, places(data)) == (None, [("PP001", 2, 9)])


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "\u200eA\u200f ب \u061c",
        "zero\u200bwidth and soft\u00adhyphen and no\u00a0break",
        "tab\there",
        "line\r\nline\n",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "👩\u200d👩\u200d👧",
    ],
    ids=["persian", "devanagari", "marks", "soft", "tab", "crlf", "flag", "family"],
)
def test_what_languages_need_is_kept(text: str) -> None:
    """Joiners, direction marks, Windows line ends and the flags of regions pass unchanged."""
    assert (text, ()) == decode(text.encode(), "f.yml")


def test_every_refused_character_of_a_file_is_listed() -> None:
    """One run shows all places, in order."""
    assert places("a\x07b\u202e\n\n\x00".encode()) == [("PP001", 1, 2), ("PP001", 1, 4), ("PP001", 3, 1)]


def test_a_lone_carriage_return_is_refused_and_a_windows_line_end_is_not() -> None:
    """Only the carriage return without a line feed is a fault."""
    assert places(b"a\r\nb\rc\r\n") == [("PP001", 2, 2)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_named(encoding: str) -> None:
    """UTF-16 and UTF-32, with and without a mark, are recognised as what they are."""
    text, findings = decode("name: KVINFO\n".encode(encoding), "f.yml")
    assert text is None
    assert [each.text for each in findings] == ["This file is in UTF-16 or UTF-32; expected is UTF-8."]


def test_a_latin_1_byte_is_found_by_column_in_characters() -> None:
    """The byte is named with the letter it probably stands for."""
    data = "a: 1\nnavn: øé".encode() + b"\xf8\n"
    finding = decode(data, "f.yml")[1][0]
    assert places(data) == [("PP001", 2, 9)]
    assert finding.text == "The byte 0xF8 is not UTF-8; in Windows-1252 it would be “ø”."


@pytest.mark.parametrize("data", [b"a\xc3", b"a\xed\xa0\x80", b"a\xc0\xaf", b"a\xf5\x80\x80\x80", b"a\x80"])
def test_broken_utf_8_is_refused(data: bytes) -> None:
    """Truncated, surrogate, overlong and stray bytes are refused at the byte."""
    assert places(data) == [("PP001", 1, 2)]


def test_a_byte_order_mark_is_refused_and_the_rest_is_still_read() -> None:
    """The text comes back without the mark, together with the finding."""
    text, findings = decode(b"\xef\xbb\xbfname: x\n", "f.yml")
    assert (text, [each.code for each in findings]) == ("name: x\n", ["PP001"])


def test_a_refused_character_has_its_unicode_name() -> None:
    """The name is the one of the Unicode standard."""
    assert [refused_character("a\u202eb"), refused_character("ab")] == ["U+202E RIGHT-TO-LEFT OVERRIDE", None]
