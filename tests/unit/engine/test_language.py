"""Words of Material's chrome for every language, and the partial that carries them."""

import dataclasses
from collections.abc import Callable

import jinja2
import pytest

from generator.engine.language import (
    language_partial,
    material_words,
    nearest_material_language,
    partial_source,
)
from generator.engine.unit import Unit
from generator.errors import RenderError

MakeUnit = Callable[..., Unit]


def macro(source: str) -> Callable[[str], object]:
    environment = jinja2.Environment(autoescape=False)
    return environment.from_string(source).module.t  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("language", "nearest"),
    [
        ("da", "da"), ("no", "nb"), ("ckb", "ku-IQ"), ("prs", "fa"), ("fa-AF", "fa"), ("pt-BR", "pt-BR"),
        ("pt-PT", "pt"), ("zh-Hans", "zh"), ("zh-Hant-HK", "zh-Hant"), ("fil", "tl"),
        ("so", "en"), ("ti", "en"), ("ku", "en"), ("kmr", "en"),
    ],
)  # fmt: skip
def test_nearest_file(language: str, nearest: str) -> None:
    """A language takes Material's words from the nearest language that has a file."""
    assert nearest == nearest_material_language(language)


def test_incomplete_file_is_filled_from_english() -> None:
    """A word that Material lacks in a language is there in English, never empty."""
    assert [key for key, word in material_words("ckb").items() if not word] == []


@pytest.mark.parametrize("word", ['"]}}{% raw %}', "{{7*7}}", "it's \\ \n", "ትግርኛ 🙂", "</script>"])
def test_partial_keeps_any_word(word: str) -> None:
    """Whatever a translator wrote comes out of the partial as it was and is never run as a template."""
    assert word == str(macro(partial_source({"search": word}))("search"))


def test_partial_says_language_and_direction(make_unit: MakeUnit) -> None:
    """Code and direction are the unit's, not those of the file that the words came from."""
    _, source = language_partial(make_unit("ckb", "rtl"))
    assert (str(macro(source)("language")), str(macro(source)("direction"))) == ("ckb", "rtl")


def test_own_words_win(make_unit: MakeUnit) -> None:
    """A word given by the portal replaces Material's."""
    unit = make_unit("da", strings={"search": "Find en mentor"})
    assert str(macro(language_partial(unit)[1])("search")) == "Find en mentor"


def test_other_words_other_name(make_unit: MakeUnit) -> None:
    """Two sites with different words in one language never share a compiled partial."""
    unit = make_unit("da")
    other = dataclasses.replace(unit, strings={"search": "Find"})
    assert language_partial(unit)[0] != language_partial(other)[0]


@pytest.mark.parametrize("language", ["", "e", 'en"', "en us", "../en", "english"])
def test_not_a_code(make_unit: MakeUnit, language: str) -> None:
    """What is not shaped like a language code never reaches the `lang` attribute or a file name."""
    with pytest.raises(RenderError, match="is not a language code"):
        language_partial(make_unit(language))


def test_not_a_direction(make_unit: MakeUnit) -> None:
    """Only the two directions are accepted."""
    with pytest.raises(RenderError, match="neither ltr nor rtl"):
        language_partial(make_unit("en", "up"))
