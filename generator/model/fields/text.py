"""A text with its translations: what an editor wrote, in which language, and what translators made of it.

Takes a source language and one string per language, returns a frozen, hashable value. Which language a
reader gets is decided in `text.resolve`; validation of what was typed happens before this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from sys import intern


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text. `language` is the tag of the source; `values` holds the source and its translations.

    Translations that are blank count as not there. Raises `ValueError` without a text in `language`.
    """

    language: str
    values: Mapping[str, str]

    def __post_init__(self) -> None:
        if self.language not in self.values:
            raise ValueError(f"a text needs its source language {self.language!r}")
        kept = {
            intern(tag): text for tag, text in self.values.items() if text.strip() or tag == self.language
        }
        object.__setattr__(self, "language", intern(self.language))
        object.__setattr__(self, "values", kept)

    def __hash__(self) -> int:
        return hash((self.language, frozenset(self.values.items())))

    def __str__(self) -> str:
        return self.source

    @property
    def source(self) -> str:
        """The text in its source language."""
        return self.values[self.language]

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or `None`."""
        return self.values.get(language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The source language first, then the translations by code."""
        return (self.language, *sorted(self.values.keys() - {self.language}))

    def items(self) -> Iterator[tuple[str, str]]:
        """Languages and texts, in the order of `languages`."""
        return ((language, self.values[language]) for language in self.languages)


class Prose(Text):
    """CommonMark text; `text.richtext` turns it into HTML."""

    __slots__ = ()
