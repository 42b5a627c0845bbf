"""How long and how often: durations and rates with the plural form each language needs.

Takes numbers and a unit (`minute` to `year`), returns plain text such as `4–12 months` or `2 hours per
month`. The words are CLDR's; nothing is rounded or turned into another unit: 12 days stay 12 days.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, cast

from babel import Locale

from generator.text.formats import Number, number, plain
from generator.text.locales import OwnLocale, babel_locale

Unit = Literal["minute", "hour", "day", "week", "month", "year"]
_ROOT = OwnLocale("root")


@lru_cache(maxsize=4096)
def duration(value: Number, unit: Unit, language: str) -> str:
    """Return an amount of time: `12 months`, `شهران`."""
    return duration_range(value, value, unit, language)


@lru_cache(maxsize=4096)
def duration_range(minimum: Number, maximum: Number, unit: Unit, language: str) -> str:
    """Return a span of time: `4–12 months`. Equal ends give one amount.

    The unit takes the plural form of the larger number, which is what CLDR's rules for ranges say in nearly
    all languages.
    """
    return _amount(minimum, maximum, unit, language if _has_words(unit, "other", language) else "en")


@lru_cache(maxsize=4096)
def rate(minimum: Number, maximum: Number, unit: Unit, per: Unit, language: str) -> str:
    """Return how much time in each period: `2 hours per month`, `2–3 Stunden pro Monat`."""
    worded = _has_words(unit, "other", language) and _has_words(per, "per", language)
    reader = language if worded else "en"
    return plain(_patterns(per, reader)["per"].replace("{0}", _amount(minimum, maximum, unit, reader)))


def _amount(minimum: Number, maximum: Number, unit: Unit, language: str) -> str:
    patterns = _patterns(unit, language)
    other = patterns["other"]
    pattern = patterns.get(str(babel_locale(language).plural_form(maximum)), other)
    shown = number(maximum, language)
    if minimum != maximum:
        shown = f"{number(minimum, language)}–{shown}"
        pattern = pattern if "{0}" in pattern else other  # Arabic says "two months" in one word
    return plain(_spaced(pattern).replace("{0}", shown))


@lru_cache(maxsize=1024)
def _patterns(unit: Unit, language: str) -> Mapping[str, str]:
    """Return the unit's patterns by plural form, and `per`.

    CLDR's long form inherits from the short one where both are the same, and Babel's data leave that out.
    """
    locale = babel_locale(language)
    short, long = _stored(unit, "short", locale), _stored(unit, "long", locale)
    forms = long if "other" in long else short
    return {**forms, "per": long.get("per", short.get("per", "{0}"))}


@lru_cache(maxsize=1024)
def _has_words(unit: Unit, form: str, language: str) -> bool:
    """Tell whether the language names the unit; if not, it has the symbols of CLDR's root (`12 m`).

    Readers then get the English words, which more of them understand than the symbols.
    """
    return _patterns(unit, language)[form] != _stored(unit, "short", _ROOT)[form]


def _stored(unit: Unit, length: str, locale: Locale) -> dict[str, str]:
    units = cast(Mapping[str, Any], locale._data["unit_patterns"])
    return dict(units.get(f"duration-{unit}", {}).get(length, {}))


def _spaced(pattern: str) -> str:
    """Tigrinya's plural forms carry the stroke of its rates (`{0}/ኣዋርሕ`); an amount needs a space."""
    return pattern.replace("{0}/", "{0} ")
