"""Languages, countries and time zones: is a code real, what was probably meant, and whom does it serve.

Takes codes as typed, returns truth values, whole tables and the nearest right code. The data are those of
CLDR (Babel), the IANA registries (langcodes, tzdata) and ISO 3166. Nothing is read before it is asked for.
Names for readers are made in `text.locales`, not here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast
from zoneinfo import ZoneInfo

_LONGEST_TAG = 35  # the longest registered tag that BCP 47 asks software to accept
_NOT_A_LANGUAGE = frozenset({"und", "mul", "zxx", "mis", "art", "x", "i"})
_WRITTEN_AS = {"no": "nb"}  # Norwegian in general is a language, but texts are in one of its two forms
_EDITORS_WRITE = ("en", "da", "de", "nb", "sv")  # a language may be named in these: "engelsk", "Englisch"
_WITHDRAWN = frozenset({"in", "iw", "ji", "jw", "mo", "sh"})  # still in the registry, replaced long ago
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_COMMON = frozenset(_CODES.split())
"""All languages of two letters, for which the registry, slow to load, need not be asked; a test compares."""
_KOSOVO = "XK"  # no ISO 3166 code yet; CLDR, banks and the EU use this one
_CENTRAL_EUROPE = frozenset({"CET", "CEST", "MET", "MEST", "MEZ", "MESZ", "GMT+1", "UTC+1"})
_CENTRAL_CITIES = {
    "da": "Europe/Copenhagen",
    "nb": "Europe/Oslo",
    "nn": "Europe/Oslo",
    "sv": "Europe/Stockholm",
}
_NOT_A_PLACE = ("Etc/", "SystemV/", "US/")


def cldr(table: str) -> Mapping[str, object]:
    """Return one of CLDR's supplemental tables as Babel names it, `likely_subtags` for one."""
    from babel.core import get_global

    return cast(Mapping[str, object], get_global(table))  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def is_language(tag: str) -> bool:
    """Tell whether `tag` is a BCP 47 tag in its usual spelling that names a language: `da`, `ckb`, `zh-Hant`.

    `DK`, `de_DE`, `eng`, private codes, extensions and withdrawn codes are not; variants (`de-simple`) are.
    """
    return tag in _COMMON or (canonical_tag(tag) == tag and _head(tag) not in _WITHDRAWN)


@lru_cache(maxsize=4096)
def canonical_tag(tag: str) -> str | None:
    """Return `tag` in the usual spelling (`de_de` gives `de-DE`), or `None` when it names no language."""
    if not 2 <= len(tag) <= _LONGEST_TAG or not tag.isascii():
        return None
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        parsed = Language.get(tag, normalize=False)
    except LanguageTagError:
        return None
    code = (parsed.language or "und").partition("-")[0]
    private = len(code) == 3 and "qaa" <= code <= "qtz"
    if code in _NOT_A_LANGUAGE or private or parsed.private or parsed.extensions or not parsed.is_valid():
        return None
    region = parsed.territory
    if region and not region.isdigit() and not is_country(region):
        return None
    return parsed.to_tag()


@lru_cache(maxsize=1024)
def nearest_language(tag: str) -> str | None:
    """Return the language tag that `tag` was probably meant to be, or `None`.

    Knows other spellings (`de_DE`), old and three-letter codes (`iw`, `dan`), countries (`dk`, `ua`), names
    (`English`, `Deutsch`, `engelsk`) and Norwegian in general (`no` is written as `nb`).
    """
    code = tag.strip()
    head = _head(code.replace("_", "-")).lower()
    known = canonical_tag(code)
    if known and head not in _WITHDRAWN and head not in _WRITTEN_AS:
        return known
    found = _by_code(head) or _by_language_name(code)
    return _WRITTEN_AS.get(found, found) if found else None


def _by_code(head: str) -> str | None:
    likely = cldr("likely_subtags")
    country = head.upper()
    of_country = likely.get(f"und_{country}", likely["und"]) if is_country(country) else None
    for guess in (_WRITTEN_AS.get(head), cldr("language_aliases").get(head), of_country):
        language = _head(str(guess).replace("_", "-")) if guess else ""
        if is_language(language):
            return language
    return None


def _by_language_name(name: str) -> str | None:
    wanted = name.casefold()
    english = _english_languages()
    if wanted in english:
        return english[wanted]
    every = _languages_by_any_name()
    return every.get(wanted) or _close(wanted, english) or _close(wanted, every)


@lru_cache(maxsize=1024)
def script(tag: str) -> str:
    """Return the ISO 15924 code of the script that `tag` is written in, the likely one if it names none."""
    parts = subtags(tag)
    named = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if named:
        return named
    likely = cldr("likely_subtags")
    region = next((part for part in parts[1:] if part.isupper() and len(part) == 2), "")
    found = likely.get(f"{parts[0]}_{region}") or likely.get(parts[0])
    return str(found).split("_")[1] if found else "Latn"


@lru_cache(maxsize=1024)
def chain(tag: str) -> tuple[str, ...]:
    """Return `tag` and the wider tags that its readers understand, nearest first.

    `pt-BR` gives itself and `pt`; `prs`, which CLDR calls `fa-AF`, gives all three. Never another script.
    """
    names = (tag, "-".join(subtags(tag)))
    wider = (name.rsplit("-", cut)[0] for name in names for cut in range(name.count("-") + 1))
    return tuple(one for one in dict.fromkeys(wider) if script(one) == script(tag))


def subtags(tag: str) -> list[str]:
    """The parts of `tag` after CLDR's replacement of its language: `prs` becomes `fa`, `AF`."""
    head, *rest = tag.replace("_", "-").split("-")
    alias = str(cldr("language_aliases").get(head, head)).split("_")
    return [*alias, *rest] if not rest else [alias[0], *_added(alias[1:], rest), *rest]


def _added(alias: list[str], rest: list[str]) -> Iterator[str]:
    """Parts of an alias for which the tag itself has nothing of the same shape."""
    shapes = {len(part) for part in rest}
    return (part for part in alias if len(part) not in shapes)


@cache
def languages() -> frozenset[str]:
    """Return the languages that CLDR can name, for suggestions and schemas; `is_language` accepts more."""
    return frozenset(code for code in _english_languages().values() if is_language(code))


@cache
def countries() -> frozenset[str]:
    """Return the two-letter codes of ISO 3166, and Kosovo's."""
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text("utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line[:1].isalpha()) | {_KOSOVO}


def is_country(code: str) -> bool:
    """Tell whether `code` is a country's two capital letters."""
    return code in countries()


@lru_cache(maxsize=1024)
def nearest_country(code: str) -> str | None:
    """Return the country that `code` was probably meant to be (`dk`, `UK`, `DNK`, `Denmark`), or `None`."""
    from babel import Locale

    upper = code.strip().upper()
    alias = cldr("territory_aliases").get(upper)
    candidates = (upper, *(alias if isinstance(alias, list | tuple) else ()))
    for candidate in candidates:
        if is_country(str(candidate)):
            return str(candidate)
    names = Locale.parse("en").territories
    return _close(code, {str(names[known]).casefold(): known for known in countries() if known in names})


@cache
def timezones() -> frozenset[str]:
    """Return the names of time zones that name a place, and `UTC`."""
    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    return frozenset(name for name in names if "/" in name and not name.startswith(_NOT_A_PLACE)) | {"UTC"}


def is_timezone(name: str) -> bool:
    """Tell whether `name` is a time zone written like `Europe/Copenhagen`."""
    return name in timezones()


@lru_cache(maxsize=256)
def nearest_timezone(name: str, language: str = "") -> str | None:
    """Return the time zone that `name` was probably meant to be (`Copenhagen`, `europe/oslo`), or `None`.

    `CET` and the like are those of a city in the country of `language`.
    """
    wanted = name.strip().replace(" ", "_")
    if wanted.upper() in _CENTRAL_EUROPE:
        return _CENTRAL_CITIES.get(_head(language), "Europe/Berlin")
    by_name = {zone.casefold(): zone for zone in sorted(timezones(), reverse=True)}
    by_city = {zone.rsplit("/", 1)[-1].casefold(): zone for zone in sorted(timezones(), reverse=True)}
    return _close(wanted, by_name) or _close(wanted, by_city)


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo:
    """Return a time zone's rules from the installed tzdata, never the machine's, so that builds agree.

    Raises `ValueError` when `is_timezone` would say no.
    """
    if not is_timezone(name):
        raise ValueError(f"no such time zone: {name!r}")
    with files("tzdata.zoneinfo").joinpath(*name.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def _head(tag: str) -> str:
    return tag.partition("-")[0]


def _close(wanted: str, names: Mapping[str, str]) -> str | None:
    close = difflib.get_close_matches(wanted.strip().casefold(), names, n=1, cutoff=0.8)
    return names[close[0]] if close else None


@cache
def _english_languages() -> Mapping[str, str]:
    return _languages_in("en")


@cache
def _languages_by_any_name() -> Mapping[str, str]:
    """Names in the editors' languages and in each language itself.

    Reads every locale of CLDR, which takes half a second: only a name that is unknown in English pays it.
    """
    from babel import Locale, localedata

    found: dict[str, str] = {}
    for identifier in _shortest_first(localedata.locale_identifiers()):
        if "_" not in identifier and is_language(identifier):
            name = Locale.parse(identifier).get_language_name(identifier)
            found.setdefault((name or identifier).casefold(), identifier)
    for editor in _EDITORS_WRITE:
        found = {**_languages_in(editor), **found}
    return found


def _languages_in(locale: str) -> dict[str, str]:
    from babel import Locale

    names = Locale.parse(locale).languages
    return {str(names[code]).casefold(): code.replace("_", "-") for code in _shortest_first(names)[::-1]}


def _shortest_first(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: (len(code), code))
