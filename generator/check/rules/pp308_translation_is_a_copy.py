"""A translation is a copy of the text that it should translate.

What it does
    Compares each translation with its source, without regard to case, spaces and punctuation. Equal names and short
    labels are fine; an equal sentence is not.

Why it matters
    Readers get a text that they cannot read, without the notice that it is in another language, and nobody sees
    that the translation is still missing.

Example
    # content/calls/mentors-odense.en.yml
    summary: Vi søger mentorer, som har tid fra februar 2027.  # PP308

Use instead
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import inf

from generator.check.languages import serves
from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS, _WORDS_OF_KIN = 6, 15
"""From this number of words on it is a sentence and not a name; and between languages such as Danish and Norwegian."""
_KIN = 15
"""The distance of such languages by CLDR; English and German are above 60."""


def own(words: Words) -> Iterator[Flaw]:
    """Yield translations equal to their source; those into a language that the source serves are passed over."""
    for path, text in words.texts:
        first = _first_word(text.source)
        for language, string in text.items():
            if language == text.language or _first_word(string) != first:
                continue
            source = _words(text.source)
            if len(source) >= _least(text.language, language) and _words(string) == source:
                values = {"language": language, "source": text.language}
                message = 'the text for "{language}" is that of "{source}", not translated'
                help = "translate it, or delete it: readers then get the source with a notice"
                yield Flaw(words.record, (*path, language), message, values, help)


@cache
def _least(source: str, language: str) -> float:
    """The number of words from which on a text in `language` should differ from its source."""
    from langcodes import tag_distance

    if serves((source,), language):
        return inf
    return _WORDS_OF_KIN if tag_distance(language, source) <= _KIN else _WORDS


def _first_word(text: str) -> str:
    """The first of `_words`: most translations differ in it, and the rest need not be read."""
    found = _LETTERS.search(text)
    return found[0].casefold() if found else ""


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(text)]


RULE = Rule("PP308", Severity.WARNING, "0.1", __doc__, own=own)
