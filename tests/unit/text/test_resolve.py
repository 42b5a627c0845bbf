"""Which language of a text a reader gets."""

from __future__ import annotations

import pytest

from generator.model.fields.text import Text
from generator.model.site import Site
from generator.text.resolve import Resolved, resolve, resolve_for, stand_ins
from tests.support.records import SITE, catalog_of, changed

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


@pytest.mark.parametrize(
    ("language", "languages", "expected"),
    [
        ("uk", ("da", "en", "uk"), ("en", "da")),
        ("ar", ("de", "ar"), ("de",)),
        ("de", ("da", "de", "en-GB"), ("en-GB", "da")),
        ("en", ("da", "en"), ("da",)),
        ("nb", ("da", "nb", "en"), ("nn", "no", "da", "sv", "en")),
        ("da", ("en", "da"), ("nb", "nn", "no", "sv", "en")),
    ],
)
def test_readers_get_what_they_are_likely_to_know(
    language: str, languages: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """Scandinavian languages among each other, then English where the site has it, then the site's default."""
    assert stand_ins(language, languages) == expected


def test_a_site_may_choose_its_own_order() -> None:
    """What is written in `fallback_languages` holds for all readers, in its order."""
    files = {"sites/portal.yml": changed(SITE, languages="[da, en, uk]", fallback_languages="[da, en]")}
    site = catalog_of(files).get(Site, "portal")
    assert site is not None
    assert resolve_for(site, TEXT, "uk") == Resolved("Hej", "da", is_fallback=True)


def test_ukrainian_readers_get_english_before_danish() -> None:
    """Without an order of its own a Danish site with English shows newcomers its English."""
    site = catalog_of({"sites/portal.yml": changed(SITE, languages="[da, en, uk]")}).get(Site, "portal")
    assert site is not None
    assert resolve_for(site, TEXT, "uk") == Resolved("Hello", "en", is_fallback=True)
