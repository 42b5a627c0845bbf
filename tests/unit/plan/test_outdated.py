"""A site's wish decides what readers get of a translation that is older than its source."""

from __future__ import annotations

from datetime import date

import pytest

from generator.history.states import State, TextState
from generator.history.texts import Translatable
from generator.model.fields.text import Prose, Text
from generator.plan.outdated import NONE, Outdated, outdated_for

VALUES = {"da": "Ny", "en": "Old", "ar": "قديم"}


def state(kind: State, language: str = "en", day: int = 3, *, prose: bool = False) -> TextState:
    """The state of a translation of a programme's text."""
    text = Translatable(
        "programmes", "bro", "summary", "content/programmes/bro.yml", "da", VALUES, prose=prose
    )
    return TextState(text, language, kind, date(2026, 1, day))


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("show", NONE),
        ("notice", Outdated(since={(("programmes", "bro"), "en"): date(2026, 1, 3)})),
        ("source", Outdated(replaced=frozenset({(Text("da", VALUES), "en")}))),
    ],
)
def test_wish(wish: str, expected: Outdated) -> None:
    """Only outdated translations count, and of several the oldest day."""
    states = [state(State.OUTDATED, day=9), state(State.OUTDATED), state(State.FRESH, "ar")]
    assert outdated_for(wish, states) == expected


@pytest.mark.parametrize("kind", [Text, Prose])
def test_source_stands_in(kind: type[Text]) -> None:
    """Where the source stands in, a text is without that translation and keeps the others."""
    found = outdated_for("source", [state(State.OUTDATED, prose=kind is Prose)])
    assert found.without(kind("da", VALUES)) == kind("da", {"da": "Ny", "ar": "قديم"})
    assert found.without(kind("da", {"da": "Ny", "en": "Other"})).get("en") == "Other"
