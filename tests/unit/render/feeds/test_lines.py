"""Text in calendars and cards: nothing a parser stumbles over, nothing lost."""

from __future__ import annotations

import re

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar.cal.component import Component

from generator.render.feeds.lines import PlainText, add, clean, written
from generator.render.voice import TextView
from tests.support.feeds import unfolded

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\r\n;,\\nN:"😀é'), max_size=300
)


def card(text: str) -> Component:
    """A component with one text."""
    component = Component()
    component.name = "VCARD"
    component.add("NOTE", PlainText(clean(text)))
    return component


def read(line: str) -> str:
    """Undo the escaping of a value by the rule of RFC 5545, 3.3.11."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", line), line
    return re.sub(r"\\(.)", lambda pair: "\n" if pair[1] in "nN" else pair[1], line)


@given(TEXT)
@example("C:\\New\\note; one, two\r\nthree\rfour")
@example("😀" * 80)
@example("\\" * 200)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    """Whatever the text, unfolding and unescaping gives it again."""
    line = unfolded(written(card(text)))[1]
    assert read(line.removeprefix("NOTE:")) == clean(text)


@given(TEXT)
@example("\\" * 200)
@example("^" * 200)
@example("é" * 300)
@example("x" * 69 + "\\;é")
def test_lines_are_folded_where_the_library_folds_them(text: str) -> None:
    """Ours is faster, and nothing else."""
    assert written(card(text)) == card(text).to_ical()


@given(TEXT)
@example("é" * 37 + "😀" * 40)
def test_lines_have_75_octets_and_end_in_crlf(text: str) -> None:
    """No line is longer, no letter is cut in two, and no line ends otherwise."""
    data = written(card(text))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert not re.search(rb"[\r\n]", b"".join(lines))
    assert [line.decode() for line in lines]


@given(TEXT)
@example("two  spaces at a fold" * 9)
def test_another_parser_reads_the_same(text: str) -> None:
    """vobject gets the text that was written."""
    read_again = vobject.readOne(written(card(f"a{text}z")).decode(), validate=False)
    assert read_again.note.value == clean(f"a{text}z")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("\u202eabc\u200f\u2066", "abc"),
        ("a\x00\x07\x0b\x7f\x9f\ufffe\ud800b", "ab"),
        ("zwj 👩\u200d🏫, zwnj می\u200cخواهم", "zwj 👩\u200d🏫, zwnj می\u200cخواهم"),
    ],
)
def test_characters_that_no_file_may_hold_are_left_out(text: str, expected: str) -> None:
    """Control characters, bidi controls and noncharacters go; joiners are spelling and stay."""
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (TextView("Hej", "da", True), "en", ["NOTE;LANGUAGE=da:Hej"]),
        (TextView("Hello", "en", False), "", ["NOTE;LANGUAGE=en:Hello"]),
        ("Hello", "en", ["NOTE;LANGUAGE=en:Hello"]),
        ("https://example.org", "", ["NOTE:https://example.org"]),
        ("", "en", []),
        (" \x07", "en", []),
    ],
)
def test_a_text_says_its_language(text: TextView | str, language: str, expected: list[str]) -> None:
    """The language in which it was found, else the given one; an empty text is no property."""
    component = Component()
    component.name = "VCARD"
    add(component, "NOTE", text, language)
    assert unfolded(component.to_ical())[1:-1] == expected
