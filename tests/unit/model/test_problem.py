"""The nearest known word, and the advice that names it."""

from __future__ import annotations

import pytest

from generator.model.fields.problem import advice_on, nearest

KEYS = ("name", "summary", "website", "B1", "PP203")


@pytest.mark.parametrize(
    ("word", "close"),
    [("web_site", "website"), ("Name", "name"), ("b1", "B1"), ("pp204", "PP203"), ("xyz", ""), ("", "")],
)
def test_the_nearest_word_is_found_whatever_its_case(word: str, close: str) -> None:
    """A word that is mistyped or in other letters leads to the known one as it is spelled."""
    assert close == nearest(word, KEYS)


@pytest.mark.parametrize(
    ("word", "known", "advice"),
    [
        ("sumary", KEYS, "did you mean summary?"),
        ("xyz", ("b", "a"), "one of: a, b"),
        ("xyz", "abcdefghijklmn", "one of: a, b, c, d, e, f, g, h, i, j, k, l …"),
    ],
)
def test_advice_names_one_word_or_lists_a_few(word: str, known: tuple[str, ...], advice: str) -> None:
    """With nothing near, up to twelve words are shown."""
    assert advice == str(advice_on(word, known))
