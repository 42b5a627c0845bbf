"""How each language is searched: which stemmer, which word boundaries.

Takes a BCP 47 code, returns explicit settings for Material's search, so that none is guessed by MkDocs (it
drops Greek and Hebrew, gives Ukrainian a Russian stemmer) or by Material (it asks for a Slovenian stemmer
that it does not ship). The scripts named lie in Material's `lunr` folder; `theme/scripts/search.js` uses them.
"""

from __future__ import annotations

from dataclasses import dataclass

_PUNCTUATION = r"\s\-\u2010-\u2015.,;:!?()\[\]{}<>\"'\u00ab\u00bb\u2018-\u201f\u2026/\\|\u00b7\u2022&=+*~^"
_OTHER_SCRIPTS = r"\u060c\u061b\u061f\u06d4\u055d\u0589\u1361-\u1368\u0964\u3001\u3002\uff01-\uff0f"
_JOINERS = r"\u200b\u200c\u2060"

WORDS = f"[{_PUNCTUATION}{_OTHER_SCRIPTS}{_JOINERS}]+"
"""Between words: blanks and punctuation of every script, zero-width joints of Persian compounds."""

CHARACTERS = WORDS + r"|(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff])"
"""For scripts without blanks between words: each letter is a word of its own."""

_STEMMERS = {
    **{code: code for code in ("ar", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "hy", "it")},
    **{code: code for code in ("nl", "pt", "ro", "ru", "sv", "tr")},
    **dict.fromkeys(("nb", "nn", "no"), "no"),
}
"""Languages whose stemmer ships with Material and helps. Not among them: `hi` and `th` (their scripts load a
677 kB dictionary for nothing), `vi`, `kn`, `sa`, `ta`, `te`, `ko` (stop words only)."""

_UNSPACED = frozenset({"zh", "yue", "wuu", "th", "lo", "my", "km"})
_STEPS = ("stopWordFilter", "stemmer")


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Settings of one index: `lang` is a stemmer's name, `en` with no steps where there is none."""

    lang: str
    separator: str
    pipeline: tuple[str, ...]

    @property
    def scripts(self) -> tuple[str, ...]:
        """What the search worker loads, below Material's `lunr` folder."""
        if self.lang == "en":
            return ()
        segmenter = ("tinyseg.js",) if self.lang == "ja" else ()
        return ("min/lunr.stemmer.support.min.js", *segmenter, f"min/lunr.{self.lang}.min.js")


def search_settings(language: str) -> SearchSettings:
    """Return the search settings of a BCP 47 language; every language has some."""
    primary = language.replace("_", "-").split("-")[0].lower()
    if primary == "ja":
        return SearchSettings("ja", WORDS, _STEPS)
    if primary in _UNSPACED:
        return SearchSettings("en", CHARACTERS, ())
    stemmer = _STEMMERS.get(primary)
    return SearchSettings(stemmer, WORDS, _STEPS) if stemmer else SearchSettings("en", WORDS, ())
