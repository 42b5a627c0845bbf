"""A translation has a number that the source does not have.

What it does
    Compares the numbers in digits of each translation with those of its source. Digits of other scripts count as
    the same, and numbers up to twelve, which one language spells out, are passed over. A site's own pages are
    not compared.

Why it matters
    A price, a year or an amount that is right in one language only misleads exactly those who cannot check it.

Example
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2028.  # PP310

Use instead
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2027.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.site import SitePage

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f\u2019'٬٫ ]\d{3}(?!\d))*")
_DIGIT = re.compile(r"\d")
_WHOLE = re.compile(r"\+?\d(?:[.,:/\u00a0\u202f\u2019'٬٫ -]?\d)*")
_SPELLED = 12
"""Numbers up to this one are often words in one language and digits in another."""


def own(words: Words) -> Iterator[Flaw]:
    """Yield translations with such a number; the first in each is enough."""
    if isinstance(words.record, SitePage) or not _DIGIT.search(words.joined):
        return
    for path, text in words.texts:
        for language, string in text.items():
            found = _numbers(string) if language != text.language and _DIGIT.search(string) else None
            extra = sorted(found - _numbers(text.source)) if found else None
            if extra:
                values = {"number": _as_written(string, extra[0]), "source": text.language}
                message = 'the number {number} is not in the text for "{source}"'
                help = "correct the one that is wrong"
                yield Flaw(words.record, (*path, language), message, values, help)


def _as_written(text: str, number: int) -> str:
    """The whole number or date in which these digits stand."""
    return next((whole for whole in _WHOLE.findall(text) if number in _numbers(whole)), str(number))


def _numbers(text: str) -> set[int]:
    found = (
        "".join(str(unicodedata.digit(sign)) for sign in match if sign.isdigit())
        for match in _NUMBER.findall(text)
    )
    return {int(number) for number in found if number and len(number) < 16 and int(number) > _SPELLED}


RULE = Rule("PP310", Severity.WARNING, "0.1", __doc__, own=own)
