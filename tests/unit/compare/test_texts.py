"""Two wordings of a text: what is said of the difference, and which translations fall behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.texts import Passage, compare_texts, passage
from generator.history.normal import normal
from generator.model.fields.text import Text

WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five"]), max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A mentor helps.", "a mentor  helps!"),
        ("We meet – twice", "We meet, twice"),
        ("ﬁnd", "find"),
        ("Straße", "STRASSE"),
    ],
)
def test_only_letters_and_digits_count(before: str, after: str) -> None:
    """Capitals, blanks, punctuation and ligatures do not make a translation outdated."""
    assert normal(before) == normal(after)


@pytest.mark.parametrize(("before", "after"), [("2 hours", "3 hours"), ("mentor", "mentors"), ("für", "fur")])
def test_letters_and_digits_count(before: str, after: str) -> None:
    """A digit or a letter more is another text."""
    assert normal(before) != normal(after)


def test_changed_source_outdates_what_stayed() -> None:
    """A translation that changed in the same commit is fresh; the others fell behind."""
    before = Text("da", {"da": "To gange", "en": "Twice", "ar": "مرتين", "de": "Zweimal"})
    after = Text("da", {"da": "Tre gange", "en": "Thrice", "ar": "مرتين", "uk": "Тричі"})
    found = compare_texts(before, after)
    assert (found.outdated, found.added, found.removed) == (("ar",), ("uk",), ("de",))
    assert [language for language, _, _ in found.reworded] == ["da", "en"]


def test_changed_translation_outdates_nothing() -> None:
    """Another wording of a translation is no matter of the others."""
    before = Text("da", {"da": "To gange", "en": "Twice", "de": "Zweimal"})
    after = Text("da", {"da": "To gange", "en": "Two times", "de": "Zweimal"})
    assert compare_texts(before, after).outdated == ()


def test_passage_shows_the_words_around() -> None:
    """A few words stand around each change, the rest is left out."""
    before = "One two three four five six seven eight nine ten eleven."
    after = "One two three four five six SEVEN eight nine ten eleven."
    assert str(passage(before, after)) == "… three four five six [-seven-] {+SEVEN+} eight nine ten eleven."


def rebuilt(found: Passage, leave: str) -> list[str]:
    """The words of a passage without one side."""
    return [word for kind, text in found.parts if kind not in (leave, "gap") for word in text.split()]


@given(WORDS, WORDS)
def test_passage_has_no_words_of_its_own(before: str, after: str) -> None:
    """All words of a passage are, in order, words of the two texts."""
    found = passage(before, after)
    for side, leave in ((before, "new"), (after, "old")):
        rest = iter(side.split())
        assert all(word in rest for word in rebuilt(found, leave) if word != "…")


@given(WORDS)
def test_same_texts_have_no_passage_of_changes(text: str) -> None:
    """A text and itself differ nowhere."""
    assert [kind for kind, _ in passage(text, text).parts if kind in ("old", "new")] == []


def test_long_texts_are_compared_quickly() -> None:
    """Two chapters without a word in common, and two of one word, are told apart by their ends."""
    one, other = "a " * 15_000, "b " * 15_000
    assert len(str(passage(one, other))) < 200
