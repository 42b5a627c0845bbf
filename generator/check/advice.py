"""What to say about a word that is not known: the nearest one that is.

Takes a catalog, returns sentences for `help`. Comparing words costs time and content is untrusted, so the
work of one rule is bounded; past the bound there is no suggestion, and the finding stands without it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.catalog import Catalog
from generator.model.fields.problem import did_you_mean


@dataclass(slots=True)
class Advice:
    """Suggestions for the findings of one rule. `comparisons` is what is left of its work: a second or two."""

    catalog: Catalog
    comparisons: int = 200_000
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def record(self, kind: str, id: str) -> str:
        """Advice for a reference to a record of `kind`."""
        known = self._known.get((kind, ""))
        if known is None:
            known = self._known[kind, ""] = self.catalog.ids(kind)
        return self.word(id, known) if known else f"make the file content/{kind}/{id}.yml"

    def term(self, vocabulary: str, id: str) -> str:
        """Advice for a reference to a word of a vocabulary."""
        known = self._known.get(("vocabulary", vocabulary))
        if known is None:
            known = self._known["vocabulary", vocabulary] = self.catalog.terms(vocabulary)
        return self.word(id, known)

    def word(self, id: str, known: tuple[str, ...]) -> str:
        """Advice for any word, one of `known` being meant; empty when there is nothing to say."""
        if not known or len(known) > self.comparisons:
            return ""
        self.comparisons -= len(known)
        return did_you_mean(id, known)


def with_article(noun: str) -> str:
    """Return the English noun with its article: "a place", "an organisation"."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def enumerated(words: tuple[str, ...], last: str = "and", most: int = 5) -> str:
    """Return "a, b and c"; beyond `most` words, how many more there are."""
    if len(words) > most:
        return f"{', '.join(words[:most])} {last} {len(words) - most} more"
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
