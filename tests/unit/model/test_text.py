"""A text and its translations as a value."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

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


def test_strings_are_read_when_one_is_asked_for() -> None:
    """Languages are known without reading; all strings are read at once, and once."""
    asked: list[int] = []

    def read() -> dict[str, str]:
        asked.append(1)
        return {"nb": "Hei", "de": "Hallo"}

    text = Text.unread("nb", ("nb", "de"), read)
    assert (text.language, tuple(text.tags), text.languages, asked) == ("nb", ("nb", "de"), ("nb", "de"), [])
    assert (text.get("de"), text.source, tuple(text.tags), asked) == ("Hallo", "Hei", ("nb", "de"), [1])
    assert text == Text("nb", {"nb": "Hei", "de": "Hallo"})


def test_a_text_has_no_other_attributes() -> None:
    """What a text does not have is a mistake in the program, whether it is read or not."""
    for text in (Text("da", {"da": "Hej"}), Text.unread("da", ("da",), dict)):
        with pytest.raises(AttributeError, match="lenguages"):
            text.lenguages  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("copied", [pickle.dumps, lambda text: pickle.dumps(copy.deepcopy(text))])
def test_an_unread_text_travels_as_any_other(copied: Callable[[Text], bytes]) -> None:
    """A copy, and what another process gets, is the text with its strings."""
    text = Prose.unread("da", ("da",), lambda: {"da": "Hej"})
    found = pickle.loads(copied(text))  # noqa: S301
    assert (type(found), found) == (Prose, Prose("da", {"da": "Hej"}))
