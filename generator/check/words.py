"""What one record or own page says, gathered once for all the rules that look at its words.

Takes a record, returns its texts and strings with their key paths. Judges nothing, and knows no other record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.check.walk import strings_of, texts_of
from generator.load.characters import foreign
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.fields.text import Prose, Text
from generator.model.prose import ProseLink, links_of
from generator.model.site import SitePage


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one record or page. Each walk through its fields is made at most once."""

    record: Record | SitePage

    @cached_property
    def texts(self) -> tuple[tuple[Path, Text], ...]:
        """Every text for readers."""
        return tuple(texts_of(self.record))

    @cached_property
    def languages(self) -> frozenset[frozenset[str]]:
        """The different sets of languages in which texts for readers are there: few, however many texts."""
        return frozenset(frozenset(text.tags) for _, text in self.texts)

    @cached_property
    def prose(self) -> tuple[tuple[Path, Prose], ...]:
        """Every text in Markdown."""
        return tuple((path, text) for path, text in self.texts if isinstance(text, Prose))

    @cached_property
    def links(self) -> tuple[tuple[Path, ProseLink], ...]:
        """Every link in Markdown; the path ends with the language."""
        return tuple(
            ((*path, language), link)
            for path, text in self.prose
            for language, string in text.items()
            for link in links_of(string)
        )

    @cached_property
    def strings(self) -> tuple[tuple[Path, str], ...]:
        """Every string that readers may see, each translation with its language at the end of the path."""
        return tuple(strings_of(self.record))

    @cached_property
    def joined(self) -> str:
        """All strings, one below the other: what is not found here is in none of them.

        A pattern that can match across a line end may find more here than in the strings.
        """
        return "\n".join(string for _, string in self.strings)

    @cached_property
    def foreign(self) -> str:
        """The characters of `joined` that are not in ASCII: what a pattern does not find here is in none."""
        return foreign(self.joined.encode("utf-8", "surrogatepass"))

    @cached_property
    def is_ascii(self) -> bool:
        """Whether all strings are in ASCII."""
        return self.joined.isascii()


def all_words(catalog: Catalog) -> Iterator[Words]:
    """Yield the words of every record and every own page, one after the other, so that none are kept."""
    for record in (*catalog, *catalog.pages):
        yield Words(record)
