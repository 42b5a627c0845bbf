"""Texts for readers: in the record's language, by language, joined with overlays, and what no text may hold."""

from __future__ import annotations

from typing import Any

import pytest

from generator.limits import LIMITS
from generator.load.node import OverlaidValue
from generator.model.fields.text import Prose as ProseText
from generator.model.fields.text import Text
from generator.model.fields.texts import Label, Line, Prose
from tests.support.fields import read, refusal


@pytest.mark.parametrize(
    ("value", "language", "texts"),
    [
        ("Hej", "da", {"da": "Hej"}),
        ("  Hej   med  dig ", "da", {"da": "Hej med dig"}),
        ({"da": "Hej", "en": "Hello"}, "da", {"da": "Hej", "en": "Hello"}),
        (
            OverlaidValue("Hej", {"en": "Hello", "ar": "مرحبا"}),
            "da",
            {"da": "Hej", "en": "Hello", "ar": "مرحبا"},
        ),
        (
            OverlaidValue({"da": "Hej", "en": "Hello"}, {"uk": "Привіт"}),
            "da",
            {"da": "Hej", "en": "Hello", "uk": "Привіт"},
        ),
        (OverlaidValue("Hej", {"en": "  "}), "da", {"da": "Hej"}),
        ('Tom & Jerry\'s "café" – 100 %', "da", {"da": 'Tom & Jerry\'s "café" – 100 %'}),
        ("no", "da", {"da": "no"}),
        ("01067", "de", {"de": "01067"}),
    ],
)
def test_a_label_is_read(value: object, language: str, texts: dict[str, str]) -> None:
    """One line in the record's language, a map of languages, or either with overlays; spaces are evened out."""
    assert Text(language, texts) == read(Label, value, language=language)


def test_a_map_without_the_records_language_has_its_first_as_source() -> None:
    """Labels by language need not have the record's own."""
    assert read(Label, {"en": "Hello", "uk": "Привіт"}, language="da").language == "en"


def test_prose_keeps_its_lines() -> None:
    """Markdown needs line breaks; only the ends are trimmed."""
    assert ProseText("en", {"en": "# A\n\n* b\n* c < d"}) == read(Prose, "# A\n\n* b\n* c < d\n\n")


@pytest.mark.parametrize("kind", [Label, Prose])
def test_a_finished_text_is_kept(kind: Any) -> None:
    """A text that is one already is not read again."""
    text = ProseText("da", {"da": "Hej"})
    assert read(kind, text) is text


def test_a_line_is_the_same_in_every_language() -> None:
    """Names and streets are strings."""
    assert read(Line, " Anna   Eksempel ") == "Anna Eksempel"


MARKUP = "found one of the characters < and >; expected one line of plain text"
CONTROL = "found a control character; expected one line of plain text"
BREAK = "found a line break; expected one line of plain text"
HTML = "found HTML or a control character; expected plain text or Markdown"
MARKDOWN = "write **bold**, *italic*, lists and [links](https://…) as Markdown"


@pytest.mark.parametrize(
    ("kind", "value", "refused"),
    [
        (Label, "<b>x</b>", ("PP030", MARKUP, "")),
        (Label, "a > b", ("PP030", MARKUP, "")),
        (Label, "a\x07b", ("PP030", CONTROL, "")),
        (Label, "a\x9bb", ("PP030", CONTROL, "")),
        (Label, "a\nb", ("PP030", BREAK, "")),
        (Line, "<script>", ("PP030", MARKUP, "")),
        (Line, "a\nb", ("PP030", BREAK, "")),
        (Prose, "a <script>alert(1)</script>", ("PP030", HTML, MARKDOWN)),
        (Prose, "<!-- x -->", ("PP030", HTML, MARKDOWN)),
        (Prose, "a </p> b", ("PP030", HTML, MARKDOWN)),
        (Prose, "a\x00b", ("PP030", HTML, MARKDOWN)),
        (Label, "x" * 301, ("PP036", "this has 301 characters; a one-line text may have 300", "")),
        (Line, "x" * 301, ("PP036", "this has 301 characters; a one-line text may have 300", "")),
        (Prose, "x" * 65537, ("PP036", "this has 65537 characters; a text may have 65536", "")),
        (Label, None, ("PP022", "this is empty; expected a text", "")),
        (Prose, " ", ("PP022", "this is empty; expected a text", "")),
        (Label, {}, ("PP022", "this is empty; expected a text", "")),
        (Label, {"da": None}, ("PP022", "this is empty; expected a text", "")),
        (Label, ("a",), ("PP022", "found a list; expected a text", "")),
        (Label, {"da": {"x": "y"}}, ("PP022", "found a group of keys; expected a text", "")),
        (Line, None, ("PP022", "this is empty; expected one line of text", "")),
        (Line, {"da": "a"}, ("PP022", "found a group of keys; expected one line of text", "")),
    ],
)
def test_what_no_text_holds_is_refused(kind: Any, value: object, refused: tuple[str, str, str]) -> None:
    """Markup, control characters, too much of it, or another shape: each with its code and reason."""
    assert refused == refusal(kind, value)


@pytest.mark.parametrize(
    ("kind", "limit"), [(Label, LIMITS.label_characters), (Prose, LIMITS.prose_characters)]
)
def test_a_text_may_have_as_many_characters_as_the_limit_says(kind: Any, limit: int) -> None:
    """The limit itself is allowed."""
    assert len(read(kind, "x" * limit).source) == limit


def test_a_text_in_both_places_is_refused() -> None:
    """The same language in the record and in an overlay is an error, even with equal words."""
    assert refusal(Label, OverlaidValue("Hej", {"da": "Hej"}), language="da") == (
        "PP302",
        "this text stands twice in da: in the record and in its translation file",
        "keep one of them; prose belongs in the translation file",
    )


def test_an_unknown_language_of_a_label_is_refused() -> None:
    """A map's keys are languages; the nearest one is named."""
    assert refusal(Label, {"da": "Hej", "dk": "Hej"}) == (
        "PP301",
        '"dk" is not a language code; expected a text, or texts by language such as da and en',
        "did you mean da?",
    )


def test_an_overlay_for_a_line_is_a_fact() -> None:
    """What is the same in every language has no translation."""
    assert refusal(Line, OverlaidValue("Anna", {"en": "Ann"}))[0] == "PP031"
