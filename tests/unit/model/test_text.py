"""A text and its translations as a value."""

from __future__ import annotations

import pytest

from generator.model.fields.text import Prose, Text


def test_a_text_gives_its_source_and_translations() -> None:
    """Each language has its own words; others have none."""
    text = Text("da", {"da": "Hej", "de": "Hallo"})
    assert (text.source, text.get("de"), text.get("en")) == ("Hej", "Hallo", None)


def test_languages_begin_with_the_source() -> None:
    """The source comes first, translations by code."""
    assert Text("nb", {"ar": "a", "de": "b", "nb": "c"}).languages == ("nb", "ar", "de")


def test_a_blank_translation_is_none() -> None:
    """An empty line in an overlay means: not translated yet."""
    assert Text("da", {"da": "Hej", "de": " ", "en": ""}).languages == ("da",)


def test_a_text_without_source_is_refused() -> None:
    """Translations of nothing are an error."""
    with pytest.raises(ValueError, match="source language 'da'"):
        Text("da", {"de": "Hallo"})


def test_equal_texts_have_one_hash() -> None:
    """The order of translations does not matter."""
    one, other = Text("da", {"da": "a", "de": "b"}), Text("da", {"de": "b", "da": "a"})
    assert (one, hash(one)) == (other, hash(other))


def test_prose_is_not_a_line_of_the_same_words() -> None:
    """Markdown and plain text differ even where their characters agree."""
    assert Prose("da", {"da": "a"}) != Text("da", {"da": "a"})


def test_a_text_keeps_its_own_copy() -> None:
    """Changing the dictionary it was made from changes nothing."""
    values = {"da": "Hej"}
    text = Text("da", values)
    values["da"] = "Nej"
    assert text.source == "Hej"
