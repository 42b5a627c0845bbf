"""Search settings: every language has explicit ones, and nothing is asked for that Material does not ship."""

import re

import pytest

from generator.engine.language import MATERIAL_TEMPLATES
from generator.engine.search import CHARACTERS, WORDS, search_settings

LANGUAGES = (
    *("ar", "ckb", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "hy", "it"),
    *("ja", "ko", "ku", "lt", "lv", "nb", "nl", "nn", "no", "pl", "ps", "prs", "pt-BR", "ro", "ru", "sk"),
    *("sl", "so", "sv", "th", "ti", "tr", "uk", "ur", "vi", "zh-Hans"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_exist(language: str) -> None:
    """Every script that the worker would load for a language is in Material."""
    folder = MATERIAL_TEMPLATES / "assets/javascripts/lunr"
    assert [name for name in search_settings(language).scripts if not (folder / name).is_file()] == []


@pytest.mark.parametrize(
    ("language", "stemmer"),
    [
        ("da", "da"), ("nb", "no"), ("nn", "no"), ("pt-BR", "pt"), ("el", "el"), ("he", "he"), ("ja", "ja"),
        ("uk", "en"), ("sl", "en"), ("so", "en"), ("ti", "en"), ("ckb", "en"), ("fa", "en"), ("hi", "en"),
    ],
)  # fmt: skip
def test_stemmer(language: str, stemmer: str) -> None:
    """A language gets its own stemmer or none, never that of another language."""
    assert stemmer == search_settings(language).lang


@pytest.mark.parametrize("language", ["uk", "sl", "so", "ti", "ckb", "th", "hi", "zh-Hans"])
def test_no_english_steps_elsewhere(language: str) -> None:
    """Without a stemmer no English step is left over: it would cut words of other alphabets."""
    assert search_settings(language).pipeline == ()


@pytest.mark.parametrize(
    ("separator", "text", "words"),
    [
        (WORDS, "Mentor, (Aarhus) – 2026!", ["Mentor", "Aarhus", "2026"]),
        (WORDS, "كيف؟ نعم، هنا", ["كيف", "نعم", "هنا"]),
        (WORDS, "می\u200cشود", ["می", "شود"]),
        (WORDS, "መምህራን፣ስራሕ", ["መምህራን", "ስራሕ"]),
        (CHARACTERS, "导师 Mentor", ["导", "师", "Mentor"]),
    ],
)
def test_word_boundaries(separator: str, text: str, words: list[str]) -> None:
    """Words end at blanks and punctuation of each script; unspaced scripts are cut into letters."""
    assert words == [part for part in re.split(separator, text) if part]
