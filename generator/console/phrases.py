"""Phrases become sentences: templates in the language of the run, values said inside them.

Takes phrases and the words of a run, and how one value is written; returns text. What makes a value safe is in `safe`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.compare.texts import Passage
from generator.console import safe
from generator.console.words import Words
from generator.diagnostics import Phrase

Writer = Callable[[object], str]


def spoken(words: Words, phrase: Phrase, write: Writer) -> str:
    """Return a sentence; `write` writes the values that are no phrases."""
    values = {
        name: spoken(words, value, write) if isinstance(value, Phrase) else write(value)
        for name, value in phrase.values.items()
    }
    return words.say(phrase.template, **values)


def markdown(value: object) -> str:
    """Write a value into Markdown; of a changed text what went and what came is marked."""
    if isinstance(value, Passage):
        return " ".join(_PIECES[kind](safe.markdown(text)) for kind, text in value.parts)
    return safe.markdown(value)


_PIECES: dict[str, Callable[[str], str]] = {
    "same": str,
    "gap": str,
    "old": lambda text: f"<del>{text}</del>",
    "new": lambda text: f"<ins>{text}</ins>",
}
