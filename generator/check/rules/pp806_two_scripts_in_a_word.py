"""A word mixes letters of two scripts.

What it does
    Looks for Latin, Cyrillic and Greek letters that stand side by side in one word. They look alike: "а" and "a".

Why it matters
    Such a word looks right, but a search does not find it, a voice cannot read it, and a browser may break it. It
    comes from two keyboards, or from somebody who wants to deceive.

Example
    # content/calls/mentors-odense.en.yml
    name: Mentоrs for Odense  # PP806

Use instead
    # content/calls/mentors-odense.en.yml
    name: Mentors for Odense
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity

_MIXED = re.compile(
    r"[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f]"
)
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")


def own(words: Words) -> Iterator[Flaw]:
    """Yield texts with such a word; the first in each text is enough."""
    if words.is_ascii or not _OTHER.search(words.foreign) or not _MIXED.search(words.joined):
        return
    for path, text in words.strings:
        if not (found := _MIXED.search(text)):
            continue
        word = next(word for word in _WORD.finditer(text) if word.end() > found.start())
        values = {"word": word[0], "letters": ", ".join(_strange(word[0]))}
        message = 'the word "{word}" has letters of another script: {letters}'
        help = "type the word anew on one keyboard"
        yield Flaw(words.record, path, message, values, help, line=text.count("\n", 0, found.start()))


def _strange(word: str) -> list[str]:
    """The letters of the script that fewer letters of the word are of, with their names."""
    scripts = [unicodedata.name(letter, "?").partition(" ")[0] for letter in word]
    rare = min(sorted(set(scripts)), key=scripts.count)
    strange = dict.fromkeys(letter for letter, script in zip(word, scripts, strict=True) if script == rare)
    return [f"{letter} ({unicodedata.name(letter).capitalize()})" for letter in strange]


RULE = Rule("PP806", Severity.ERROR, "0.1", __doc__, own=own, of_parts=True)
