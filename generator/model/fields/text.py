"""A text with its translations: what an editor wrote, in which language, and what translators made of it.

Takes a source language and one string per language, returns a frozen, hashable value. Which language a
reader gets is decided in `text.resolve`; validation of what was typed happens before this. The strings of a text that
was kept are read when somebody asks for one: of most texts nobody asks more than which languages there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, ItemsView, Mapping
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Any, Self


class _Unread:
    """Has a place for the languages of a text and what reads its strings; nothing is there when they are read."""

    __slots__ = ("_unread",)
    _unread: tuple[Collection[str], Callable[[], Mapping[str, str]]] | None


@dataclass(frozen=True, slots=True)
class Text(_Unread):
    """Plain text. `language` is the tag of the source; `values` holds the source first, then translations by code.

    Translations that are blank count as not there. Raises `ValueError` without a text in `language`.
    """

    language: str
    values: Mapping[str, str]

    def __post_init__(self) -> None:
        values, source = self.values, intern(self.language)
        if source not in values:
            raise ValueError(f"a text needs its source language {source!r}")
        kept = {source: values[source]}
        if len(values) > 1:
            kept |= {
                intern(tag): values[tag] for tag in sorted(values) if tag != source and values[tag].strip()
            }
        object.__setattr__(self, "language", source)
        object.__setattr__(self, "values", kept)

    @classmethod
    def unread(cls, language: str, languages: Collection[str], read: Callable[[], Mapping[str, str]]) -> Self:
        """Return a text that is there in `languages`, in the order of `values`, which `read` returns when asked."""
        text = object.__new__(cls)
        object.__setattr__(text, "language", language)
        object.__setattr__(text, "_unread", (languages, read))
        return text

    if not TYPE_CHECKING:  # a type checker would take it that every attribute is there

        def __getattr__(self, name: str) -> Any:
            """Read the strings: only attributes without a value come here."""
            if name == "_unread":
                return None
            if name != "values" or self._unread is None:
                raise AttributeError(name)
            values = self._unread[1]()
            object.__setattr__(self, "values", values)
            object.__setattr__(self, "_unread", None)
            return values

    def __hash__(self) -> int:
        return hash((self.language, frozenset(self.values.items())))

    def __str__(self) -> str:
        return self.source

    @property
    def source(self) -> str:
        """The text in its source language."""
        return self.values[self.language]

    @property
    def tags(self) -> Collection[str]:
        """The languages in which there is a text, in the order of `languages`; no string is read."""
        return self._unread[0] if self._unread else self.values

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or `None`."""
        return self.values.get(language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The source language first, then the translations by code."""
        return tuple(self.tags)

    def items(self) -> ItemsView[str, str]:
        """Languages and texts, in the order of `languages`."""
        return self.values.items()


class Prose(Text):
    """CommonMark text; `text.richtext` turns it into HTML."""

    __slots__ = ()
