"""Translations that are older than their source, as far as the readers of a site are to know of them.

Takes the states of all texts and a site's wish (`outdated_translations`); returns what pages must say: where the source
stands in for a text, and from which day a page's translation is. A site that shows them as they are has none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from generator.history.texts import Key
from generator.model.fields.text import Prose, Text

if TYPE_CHECKING:  # few portals look into their past
    from generator.history.states import TextState


@dataclass(frozen=True, slots=True)
class Outdated:
    """`replaced` are texts with the language in which readers get their source; `since` is when the translation of a
    record or page into a language was last right, for a notice."""

    replaced: frozenset[tuple[Text, str]] = frozenset()
    since: Mapping[tuple[Key, str], date] = field(default_factory=dict)

    def without(self, text: Text) -> Text:
        """Return a text without the translations that its source stands in for."""
        if not self.replaced:
            return text
        gone = {tag for tag in text.values if (text, tag) in self.replaced}
        kept = {tag: words for tag, words in text.values.items() if tag not in gone}
        return type(text)(text.language, kept) if gone else text


NONE = Outdated()


def outdated_for(wish: str, states: Iterable[TextState]) -> Outdated:
    """Return what a site with this wish makes of the states of all translations."""
    from generator.history.states import State

    found = [state for state in states if state.state is State.OUTDATED]
    if wish == "source":
        return Outdated(frozenset((_text(state), state.language) for state in found))
    since: dict[tuple[Key, str], date] = {}
    for state in found if wish == "notice" else ():
        if state.since:
            place = (state.text.key, state.language)
            since[place] = min(since.get(place, state.since), state.since)
    return Outdated(since=since)


def _text(state: TextState) -> Text:
    return (Prose if state.text.prose else Text)(state.text.language, state.text.values)
