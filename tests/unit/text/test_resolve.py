"""Which language of a text a reader gets."""

from __future__ import annotations

import pytest

from generator.model.fields.text import Text
from generator.text.resolve import Resolved, resolve

TEXT = Text("da", {"da": "Hej", "en": "Hello", "pt": "Olá", "fa": "سلام"})


@pytest.mark.parametrize(
    ("language", "fallbacks", "expected"),
    [
        ("da", (), Resolved("Hej", "da", is_fallback=False)),
        ("en", (), Resolved("Hello", "en", is_fallback=False)),
        ("pt-BR", (), Resolved("Olá", "pt", is_fallback=False)),
        ("prs", (), Resolved("سلام", "fa", is_fallback=False)),
        ("de", (), Resolved("Hej", "da", is_fallback=True)),
        ("de", ("fr", "en-GB"), Resolved("Hello", "en", is_fallback=True)),
    ],
)
def test_the_nearest_language_is_taken(language: str, fallbacks: tuple[str, ...], expected: Resolved) -> None:
    """First the language and its wider tags, then the fallbacks in order, then the source."""
    assert resolve(TEXT, language, fallbacks) == expected


def test_a_text_knows_its_own_direction() -> None:
    """Persian found on a German page still runs from right to left."""
    assert resolve(TEXT, "de", ("fa",)).direction == "rtl"
