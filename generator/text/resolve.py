"""Which language of a text a reader gets, and whether it is the one that was asked for.

Takes a `Text`, the reader's language and the languages that stand in for it, returns the words with the language
they are in. What is done about a missing translation (a notice, or leaving it out) is the site's policy, not this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model.fields.text import Text
from generator.model.site import Site
from generator.text.locales import Direction, chain, direction

_ENGLISH = "en"
_SCANDINAVIAN = ("nb", "nn", "no", "da", "sv")
"""Who reads one of these reads the others; in this order for Norwegians, whose other standard is the nearest."""


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


def resolve_for(site: Site, text: Text, language: str) -> Resolved:
    """Return `text` for readers of `language` on a site."""
    return resolve(text, language, stand_ins(language, site.languages, site.fallback_languages))


@lru_cache(maxsize=1024)
def stand_ins(language: str, languages: tuple[str, ...], chosen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return which languages stand in for `language`, the best first; `languages` are the site's, its default first.

    The site's own order where it has `chosen` one. Else what readers of Danish, Norwegian and Swedish understand of
    each other; then English where the site has it, which more readers from elsewhere know than a site's local
    language; then the site's default language.
    """
    if chosen:
        return tuple(dict.fromkeys(chosen))
    near = _SCANDINAVIAN if chain(language)[-1] in _SCANDINAVIAN else ()
    english = tuple(tag for tag in languages if chain(tag)[-1] == _ENGLISH)
    return tuple(tag for tag in dict.fromkeys((*near, *english, languages[0])) if tag != language)
