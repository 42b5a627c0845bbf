"""The search for private texts in files leaves out none that a pattern would find."""

from __future__ import annotations

import html
import json
import re
import sys
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.traces import trace_of, written_digits
from generator.publish.private import PrivateTexts
from generator.publish.sieve import Sieve

PRIVATE = (
    *(
        "Anna Berg",
        "Jørgen Åse-Holm",
        "Séan O'Neill & Co",
        "Åsö",
        "李小龙",
        "Олена Ковальчук",
        "فاطمة الزهراء",
        "Kim Ek",
    ),
    *(
        "anna.berg@example.org",
        "Jürgen@Bürger.example",
        "Kis@Ek.example",
        "Dİlek@Örnek.example",
        "ж@ю.я",
        "N. N. Ørn",
        "Ö. Ü. Ä.",
        "José",
    ),
    *("+4532123456", "+493012345678", "+4791234567", "+380441234567", "+12015550123", "+4520123456"),
)
PATTERNS = {text: re.compile(trace) for text in PRIVATE if (trace := trace_of(text))}
SIEVE = Sieve(PATTERNS)
SPACES = (" ", "  ", "\n", "\u00a0", "&nbsp;", "&#160;", "%20", "%C2%A0", "+", "\u2009")
APART = (
    "",
    "",
    " ",
    "-",
    " / ",
    "\u2011",
    "\u00a0",
    "&nbsp;",
    "&#160;",
    "%20",
    "%C2%A0",
    "(",
    ") ",
    "\u2013 \u2009",
)
AROUND = (
    "",
    " ",
    ".",
    "s",
    "x",
    "5",
    "%20",
    "%C3%B8",
    r"\n",
    r"\u00f8",
    ">",
    "&amp;",
    "1 ",
    "2-",
    "\u0301",
    "%",
    "&",
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A private text in one of the ways in which files write it, with something around it."""
    text = draw(st.sampled_from(sorted(PATTERNS)))
    if text.startswith("+"):
        digits = draw(st.sampled_from((text, text[1:], f"00{text[1:]}", *written_digits(text))))
        text = "".join(digit + draw(st.sampled_from(APART)) for digit in digits)
    else:
        cut = draw(st.integers(0, len(text)))
        text = unicodedata.normalize("NFD", text[:cut]) + unicodedata.normalize("NFC", text[cut:])
        if "@" in text:
            case = draw(st.sampled_from((str.upper, str.title, str.lower)))
            text = (
                case(text)
                .replace("I", draw(st.sampled_from("Iİı")))
                .replace("S", draw(st.sampled_from("Sſ")))
            )
            text = draw(st.sampled_from((text, unicodedata.normalize("NFD", text))))
        text = text.replace("K", draw(st.sampled_from("K\u212a")))
        forms = (str, html.escape, quote, json.dumps, lambda text: text.replace(" ", "\n"))
        text = draw(st.sampled_from(forms))(text).strip('"').replace(" ", draw(st.sampled_from(SPACES)))
    return draw(st.sampled_from(AROUND)) + text + draw(st.sampled_from(AROUND))


@given(st.lists(written(), max_size=3).map("".join))
@settings(max_examples=1500, deadline=None)
def test_what_a_pattern_finds_is_possible(text: str) -> None:
    """However a file writes a private text, in whichever normal form: what would be found is named."""
    normal = unicodedata.normalize("NFC", text)
    found = {private for private, pattern in PATTERNS.items() if pattern.search(normal)}
    assert found <= SIEVE.possible_in(text.encode())


@pytest.mark.parametrize("text", sorted(PATTERNS))
def test_each_text_is_found_as_it_is(text: str) -> None:
    """The texts above can be found, one by one."""
    data = f"<p>{text}</p>"
    assert PATTERNS[text].search(data)
    assert Sieve([text]).possible_in(data.encode()) == {text}


def test_most_texts_are_not_possible() -> None:
    """A page with none of them needs no search, whatever escapes and numbers it has: that is what this is for."""
    page = '<p data-x="&#34;1 &amp; 2%">12.000 people, 2026-11-21, tel. 44 44 44 44</p><a href="a%20b.ics">\\n</a>'
    assert SIEVE.possible_in(page.encode()) == {"ж@ю.я"}


def test_few_signs_become_signs_of_ascii() -> None:
    """Of all characters that are written otherwise in the normal form, only one is a letter of ASCII there.

    Of the others one can end an escaped space.
    """
    changed = (
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.normalize("NFC", chr(code)) != chr(code)
    )
    in_ascii = {one: kept for one in changed if (kept := unicodedata.normalize("NFC", one)).isascii()}
    assert in_ascii == {"\u212a": "K", "\u037e": ";", "\u1fef": "`"}


@pytest.mark.parametrize(
    ("private", "text"),
    [
        ("DİLEK@example.org", '<a href="mailto:D%C4%B0LEK@example.org">Skriv</a>'),
        ("DİLEK@example.org", '{"email": "D\\u0130LEK@example.org"}'),
        ("milan@example.org", "<p>MI\u0307LAN@EXAMPLE.ORG</p>"),
        ("+4712345678", "tel. 12&nbsp\u037e345678"),
    ],
)
def test_turkish_letters_and_greek_marks(private: str, text: str) -> None:
    """What becomes another letter or sign in the normal form, or when it is small, is found all the same."""
    assert PrivateTexts([private]).found_in("index.html", text.encode()) == ((private, 1),)


def test_letters_that_are_like_others() -> None:
    """Where case does not matter, a search takes four other characters for letters of ASCII."""
    any_case = re.compile("[a-z]", re.IGNORECASE)
    found = {chr(code) for code in range(128, sys.maxunicode + 1) if any_case.fullmatch(chr(code))}
    assert found == set("\u212aİıſ")
    for like in found:
        address = f"a{like}b@example.org"
        sought = [letter for letter in "kis" if re.fullmatch(letter, like, re.IGNORECASE)]
        assert [Sieve([f"a{letter}b@example.org"]).possible_in(address.encode()) for letter in sought] != [
            set()
        ]


@pytest.mark.parametrize(
    "text", ["%2012%2034%2056%2078", "a%2020123456", "%2020%20123456", "20&nbsp;12&#160;34%C2%A056"]
)
def test_digits_of_an_escape_may_be_those_of_a_number(text: str) -> None:
    """Escaped spaces end in digits."""
    assert Sieve(["+4520123456", "+4520123478"]).possible_in(text.encode())
