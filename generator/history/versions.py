"""What a text said at one commit: the files of a record there, and how a value is found in them.

Takes blobs by language, returns digests of values. A translation stands in an overlay or, for labels, in the
record itself; both ways are asked, so that moving a text from one to the other changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from generator.history.leaves import Leaves
from generator.history.texts import PAGES, Key, Leaf

Files = dict[str, str]
"""The blobs of one record or page by language; empty for the record itself."""

BASE = ""


class Reader(Protocol):
    """Gives the texts of a blob."""

    def leaves(self, blob: str, *, is_page: bool) -> Leaves | None:
        """Return what stands in a blob, `None` when it cannot be read."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text as found: its digest, and the blob and key at which it stands."""

    digest: str
    blob: str
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The file that would say it could not be read: nobody knows what stood there."""


UNREADABLE = Unreadable()


@dataclass(frozen=True, slots=True)
class Versions:
    """Finds values. `page_languages` are the languages of pages without one in their name, by site."""

    reader: Reader
    page_languages: Mapping[str, str]

    def value(self, key: Key, files: Files, leaf: Leaf, language: str) -> Value | Unreadable | None:
        """Return what the files said at `leaf` in `language`; `None` when they said nothing."""
        is_page = key[0] == PAGES
        unreadable = False
        if overlay := files.get(language):
            found = self.reader.leaves(overlay, is_page=is_page)
            if found and leaf in found.at:
                return Value(found.at[leaf], overlay, leaf)
            unreadable = found is None
        if base := files.get(BASE):
            found = self.reader.leaves(base, is_page=is_page)
            for place in self._places(key, found, leaf, language):
                if found and place in found.at:
                    return Value(found.at[place], base, place)
            unreadable = unreadable or found is None
        return UNREADABLE if unreadable else None

    def leaves(self, key: Key, files: Files, language: str) -> dict[Leaf, str]:
        """Return the digests of all that the files say in `language` as a translation, by key."""
        is_page = key[0] == PAGES
        found: dict[Leaf, str] = {}
        ending = f".{language}"
        base = self.reader.leaves(files[BASE], is_page=is_page) if files.get(BASE) else None
        if base:
            found = {leaf.removesuffix(ending): at for leaf, at in base.at.items() if leaf.endswith(ending)}
        overlay = self.reader.leaves(files[language], is_page=is_page) if files.get(language) else None
        return {**found, **overlay.at} if overlay else found

    def own_language(self, key: Key, base: Leaves) -> str:
        """Return the language in which a record's own file is written."""
        if key[0] == PAGES:
            return self.page_languages.get(key[1].partition("/")[0], "en")
        return base.language or "en"

    def likeness(self, key: Key, one: str, other: str) -> float:
        """Return how much of what two blobs say is the same, from 0 to 1."""
        if one == other:
            return 1.0
        is_page = key[0] == PAGES
        first, second = (self.reader.leaves(blob, is_page=is_page) for blob in (one, other))
        if not first or not second or not first.at or not second.at:
            return 0.0
        same = len(first.at.items() & second.at.items())
        return same / max(len(first.at), len(second.at))

    def _places(self, key: Key, base: Leaves | None, leaf: Leaf, language: str) -> tuple[Leaf, ...]:
        """Where a record's own file may hold a text: in a map of languages, else as its only text."""
        inline = f"{leaf}.{language}"
        return (leaf, inline) if base and self.own_language(key, base) == language else (inline,)
