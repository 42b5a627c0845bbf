"""What to say about a word that is not known: the nearest one that is.

Takes a catalog, returns sentences for `help`. Comparing words costs time and content is untrusted, so the
work of one rule is bounded; past the bound there is no suggestion, and the finding stands without it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.diagnostics import Phrase
from generator.model.catalog import Catalog
from generator.model.fields.problem import advice_on


@dataclass(slots=True)
class Advice:
    """Suggestions for the findings of one rule. `comparisons` is what is left of its work: a second or two."""

    catalog: Catalog
    comparisons: int = 200_000
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def record(self, kind: str, id: str) -> str | Phrase:
        """Advice for a reference to a record of `kind`."""
        known = self._known.get((kind, ""))
        if known is None:
            known = self._known[kind, ""] = self.catalog.ids(kind)
        if known:
            return self.word(id, known)
        return Phrase("make the file content/{kind}/{id}.yml", {"kind": kind, "id": id})

    def term(self, vocabulary: str, id: str) -> str | Phrase:
        """Advice for a reference to a word of a vocabulary."""
        known = self._known.get(("vocabulary", vocabulary))
        if known is None:
            known = self._known["vocabulary", vocabulary] = self.catalog.terms(vocabulary)
        return self.word(id, known)

    def word(self, id: str, known: tuple[str, ...]) -> str | Phrase:
        """Advice for any word, one of `known` being meant; empty when there is nothing to say."""
        if not known or len(known) > self.comparisons:
            return ""
        self.comparisons -= len(known)
        return advice_on(id, known)


def with_article(noun: str) -> Phrase:
    """Return the noun with its article: "a place", "an organisation"."""
    return Phrase(f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}")


def enumerated(words: tuple[str, ...], last: str = "and", most: int = 5) -> Phrase | str:
    """Return "a, b and c"; beyond `most` words, how many more there are."""
    if len(words) > most:
        cut = {"list": ", ".join(words[:most]), "n": len(words) - most}
        return Phrase("{list} and {n} more" if last == "and" else "{list} or {n} more", cut)
    if len(words) < 2:
        return "".join(words)
    parts = {"list": ", ".join(words[:-1]), "last": words[-1]}
    return Phrase("{list} and {last}" if last == "and" else "{list} or {last}", parts)
