"""Which language of a text a reader gets, and whether it is the one that was asked for.

Takes a `Text`, the reader's language and the site's fallbacks, returns the words with the language they are
in. What is done about a missing translation (a notice, or leaving it out) is the site's policy, not this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.fields.text import Text
from generator.text.locales import Direction, chain, direction


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text in one language. `is_fallback`: the reader asked for another language than this."""

    text: str
    language: str
    is_fallback: bool

    @property
    def direction(self) -> Direction:
        """The direction of the text itself, which may differ from the page's."""
        return direction(self.language)

    def __str__(self) -> str:
        return self.text


def resolve(text: Text, language: str, fallbacks: Sequence[str] = ()) -> Resolved:
    """Return `text` in `language`, else in a wider tag of it, else in a fallback, else as it was written.

    A wider tag (`pt` for `pt-BR`) is no fallback: its readers understand it.
    """
    for tag in chain(language):
        if (found := text.get(tag)) is not None:
            return Resolved(found, tag, is_fallback=False)
    for fallback in fallbacks:
        for tag in chain(fallback):
            if (found := text.get(tag)) is not None:
                return Resolved(found, tag, is_fallback=True)
    return Resolved(text.source, text.language, is_fallback=True)
