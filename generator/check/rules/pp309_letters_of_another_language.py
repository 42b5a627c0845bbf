"""A text is written in letters that its language does not use.

What it does
    Counts the letters of each text of some length by script and compares them with the script of its language
    (CLDR: Arabic for ar, Cyrillic for uk, Latin for da). Names and addresses in Latin letters are fine as long as
    some words are in the language's own.

Why it matters
    The text is marked with the wrong language: voices read it out as noise, Arabic pages turn it round, and
    readers of that language cannot read it.

Example
    # content/calls/mentors-odense.en.yml
    summary: Шукаємо наставників, які мають час із лютого 2027 року.  # PP309

Use instead
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2027.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.fields import tables
from generator.model.site import SitePage

_ENOUGH = 12
"""Letters that tell a script."""
_NAMES = {
    "Arab": ("ARABIC",), "Cyrl": ("CYRILLIC",), "Latn": ("LATIN",), "Grek": ("GREEK",), "Hebr": ("HEBREW",),
    "Ethi": ("ETHIOPIC",), "Thai": ("THAI",), "Deva": ("DEVANAGARI",), "Geor": ("GEORGIAN",),
    "Armn": ("ARMENIAN",), "Beng": ("BENGALI",), "Taml": ("TAMIL",), "Hans": ("CJK",), "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"), "Kore": ("HANGUL", "CJK"),
}  # fmt: skip
"""How the names of a script's letters begin in Unicode, by its code in ISO 15924."""


def own(words: Words) -> Iterator[Flaw]:
    """Yield texts without any word in the letters of their language."""
    is_page = isinstance(words.record, SitePage)
    for path, text in words.texts:
        for language, string in text.items():
            letters = _letters_of(language)
            if letters and (other := _other_script(string, letters)):
                place = path if language == text.language and not is_page else (*path, language)
                values = {"language": language, "script": other.capitalize()}
                message = 'the text for "{language}" is in {script} letters'
                help = "put the text of that language here, or correct the language"
                yield Flaw(words.record, place, message, values, help)


@cache
def _letters_of(language: str) -> tuple[str, ...]:
    """How the names of the language's letters begin; nothing for scripts that are not among `_NAMES`."""
    return _NAMES.get(tables.script(language), ())


def _other_script(text: str, own: tuple[str, ...]) -> str:
    """The script of a text that has no letter of `own`; empty where it has, or is too short to tell."""
    if text.isascii() and "LATIN" in own:
        return ""
    scripts: Counter[str] = Counter()
    for letter in text:
        script = _script_of(letter)
        if script in own:
            return ""
        if script:
            scripts[script] += 1
    return scripts.most_common(1)[0][0] if scripts.total() >= _ENOUGH else ""


@cache
def _script_of(letter: str) -> str:
    """How the name of a letter begins; empty for what is no letter."""
    is_letter = unicodedata.category(letter)[0] == "L"
    return unicodedata.name(letter, "?").partition(" ")[0] if is_letter else ""


RULE = Rule("PP309", Severity.WARNING, "0.1", __doc__, own=own)
