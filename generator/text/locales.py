"""What is known about a language: its direction, its names, and the CLDR locale that formats for it.

Takes BCP 47 tags and country codes, returns names and Babel locales. Which tags are real, and which serve
readers of which, is decided in `model.fields.tables`; dates and numbers are made in `formats`.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from babel import Locale, UnknownLocaleError, localedata

from generator.model.fields.tables import chain, is_country, is_language, nearest_language, script, subtags

__all__ = [
    "Direction",
    "babel_locale",
    "chain",
    "country_name",
    "direction",
    "is_country",
    "is_language",
    "language_name",
    "native_name",
    "nearest_language",
    "script",
]

Direction = Literal["ltr", "rtl"]

# The scripts in living use that run from right to left; a test compares them with CLDR's locales.
_RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"),
)
_ENGLISH = "en_GB"  # the portals' English: day before month, 24 hours


class OwnLocale(Locale):
    """A locale with its own copy of CLDR's data.

    Babel up to 2.18 lets locales share parts of their data and writes resolved names into them, so the
    weekdays of one language turn up in the next (its issue 1234). Output must not depend on what was
    formatted before.
    """

    _own: localedata.LocaleDataDict | None = None

    @property
    def _data(self) -> localedata.LocaleDataDict:
        if self._own is None:
            shared = localedata.load(str(self))
            self._own = localedata.LocaleDataDict(pickle.loads(pickle.dumps(shared)))  # noqa: S301 our own bytes
        return self._own


@lru_cache(maxsize=1024)
def direction(tag: str) -> Direction:
    """Return the direction in which `tag` is written, from its script."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=1024)
def babel_locale(tag: str) -> Locale:
    """Return the nearest locale of CLDR in the same script; British English when there is none.

    `prs` gives Dari's `fa_AF`; plain `en` is British. Callers format in Gregorian dates and Latin digits,
    which are Babel's defaults for every locale.
    """
    parts = subtags(tag)
    for length in range(len(parts), 0, -1):
        try:
            locale = OwnLocale.parse("_".join(parts[:length]))
        except (UnknownLocaleError, ValueError):
            continue
        if script(str(locale)) == script(tag):
            return locale if str(locale) != "en" else OwnLocale.parse(_ENGLISH)
    return OwnLocale.parse(_ENGLISH)


@lru_cache(maxsize=1024)
def native_name(tag: str) -> str:
    """Return a language's name in itself, in the letters CLDR gives it; else its English name, else `tag`."""
    return _name(tag, babel_locale(tag)) or language_name(tag, "en")


@lru_cache(maxsize=8192)
def language_name(tag: str, language: str) -> str:
    """Return the name of the language `tag` for readers of `language`; else its English name, else `tag`."""
    named = _name(tag, babel_locale(language)) or _name(tag, OwnLocale.parse("en"))
    return named or _registered_names().get(subtags(tag)[0], tag)


@lru_cache(maxsize=8192)
def country_name(code: str, language: str) -> str:
    """Return a country's name for readers of `language`; else its English name, else `code`."""
    english = OwnLocale.parse("en").territories
    return str(babel_locale(language).territories.get(code) or english.get(code) or code)


def _name(tag: str, locale: Locale) -> str | None:
    names: Mapping[str, str] = locale.languages
    whole = tag.replace("-", "_")
    if whole in names:
        return str(names[whole])
    parts = subtags(tag)
    for length in range(len(parts), 0, -1):
        known = names.get("_".join(parts[:length]))
        if known:
            details = [_detail(part, locale) for part in parts[length:]]
            return f"{known} ({', '.join(details)})" if details else str(known)
    return None


def _detail(part: str, locale: Locale) -> str:
    tables: tuple[Mapping[str, str], ...] = (locale.scripts, locale.territories, locale.variants)
    return next((str(table[key]) for table in tables for key in (part, part.upper()) if key in table), part)


@cache
def _registered_names() -> Mapping[str, str]:
    """English names from the IANA registry, for the thousands of languages that CLDR does not name.

    Reading the registry takes a moment, so only such a language pays for it.
    """
    from langcodes.registry_parser import parse_registry

    read: Callable[[], Iterable[Mapping[str, Any]]] = parse_registry
    return {entry["Subtag"]: entry["Description"][0] for entry in read() if entry["Type"] == "language"}
