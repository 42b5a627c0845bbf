"""Sentences with a number for scripts, which choose the form by `Intl.PluralRules`.

Takes a voice and a function that says the sentence, returns one form for each plural category of CLDR.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.render.voice import Voice
from generator.text.locales import babel_locale

SAMPLES = (0, 1, 2, 3, 5, 6, 7, 11, 20, 21, 100)
"""In every language of CLDR, one of these has each plural category that a number up to a thousand can have."""


def plural_words(voice: Voice, words: Callable[[int], str]) -> dict[str, str]:
    """Return the words for each plural category, with `{n}` where the number stands.

    `other` is always there, for browsers that do not know the language.
    """
    rule = babel_locale(voice.language).plural_form
    found: dict[str, str] = {}
    for number in SAMPLES:
        found.setdefault(str(rule(number)), words(number).replace(voice.number(number), "{n}"))
    last = SAMPLES[-1]
    return {"other": words(last).replace(voice.number(last), "{n}"), **found}
