"""The JSON Schema of each type of value, as YAML 1.2 programs read it and as the loader accepts it.

Takes a key, returns a schema with a message of our own. The loader takes every scalar as text; other programs read
`5000` as a number and `true` as a truth value, so a schema allows each way in which such a text is usually written.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.limits import LIMITS
from generator.model.fields import tables
from generator.schema.fields import Key
from generator.schema.labels import labels_of

Schema = dict[str, Any]

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = (
    "(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_ONE_LINE = "^(?=[\\s\\S]*\\S)\\n*[^<>\\n]*\\n*$"
_PROSE = "^(?![\\s\\S]*</?[A-Za-z!])[\\s\\S]*\\S[\\s\\S]*$"
_WRITTEN = ["string", "number", "boolean"]
"""How a text may arrive: a postal code is a number to other programs, and `true` is no text to them."""


def _text(pattern: str, message: str, *, types: list[str] | str = "string", **more: Any) -> Schema:
    return {"type": types, "pattern": f"^(?:{pattern})$", "errorMessage": message, **more}


def _number(message: str, last: float, pattern: str, first: int = 0) -> Schema:
    """A number with or without quotes."""
    types = ["integer" if isinstance(last, int) else "number", "string"]
    return _text(pattern, message, types=types, minimum=first, maximum=last)


_SIMPLE: dict[str, Schema] = {
    "line": {
        "type": _WRITTEN,
        "pattern": _ONE_LINE,
        "maxLength": LIMITS.label_characters,
        "errorMessage": "expected one line of plain text, without < and >",
    },
    "slug": _text(
        _SLUG,
        "expected an id such as kvinfo-odense: small letters a–z, digits and single hyphens",
        types=["string", "integer", "boolean"],
        maxLength=LIMITS.id_characters,
        minimum=0,
    ),
    "integer": _number("expected a whole number such as 12", 999_999_999, "0|[1-9][0-9]{0,8}"),
    "number": _number("expected a number such as 2 or 1.5", 999_999_999.9999, "[0-9]{1,9}(?:\\.[0-9]{1,4})?"),
    "month": _number("expected a month as a number from 1 to 12", 12, "[1-9]|1[0-2]", 1),
    "day": _number("expected a day of the month from 1 to 31", 31, "[1-9]|[12][0-9]|3[01]", 1),
    "boolean": _text("true|false", "expected true or false", types=["boolean", "string"]),
    "date": _text(_DAY, "expected a day that exists, as year-month-day: 2026-09-01"),
    "time": _text(_CLOCK, "expected a time of day from 00:00 to 23:59, such as 17:30"),
    "datetime": _text(f"{_DAY}[ T] *{_CLOCK} *", "expected a day and a time such as 2026-09-01 17:30"),
    "colour": _text("#[0-9A-Fa-f]{6}", 'expected a colour as # and six digits, in quotes: "#7a1f5c"'),
    "phone": _text(
        "\\(?\\+?[0-9\\s()/.\\u2010-\\u2013-]+",
        "expected a phone number such as +45 32 12 34 56: digits, spaces and a leading + only",
        types=["string", "integer"],
        minimum=0,
    ),
    "email": _text(
        '[^\\s@<>"/:]+@[^\\s@<>"/:]+\\.[^\\s@<>"/:]+', "expected an e-mail address such as mentor@example.org"
    ),
    "url": _text(
        "https?://[^\\s<>\"'`{}|\\\\^@/]*\\.[^\\s<>\"'`{}|\\\\^]+",
        "expected a web address that begins with https://",
    ),
    "path": _text(
        "/?(?:[a-z0-9_~-]+/)*(?:[a-z0-9_~-]+(?:\\.html?)?)?",
        "expected an address inside the site, such as about/ or da/about/",
        types=["string", "integer", "boolean"],
        maxLength=200,
    ),
    "picture": _text(
        "[a-z0-9][a-z0-9_-]*\\.(?:png|jpe?g|webp|avif)",
        "expected the name of a picture in content/media: small letters, then .png, .jpg, .webp or .avif",
    ),
}


def leaf(key: Key) -> Schema:
    """Return the schema of one value under `key`, without its description; not for groups and texts."""
    if key.form == "choice":
        return _choice(key.choices, labels_of(key))
    if key.form == "language":
        return _text(
            language_pattern(),
            "expected a language code (BCP 47) such as da, nb, uk or ckb",
            examples=["ar", "da", "de", "en", "nb", "tr", "uk"],
        )
    if key.form == "country":
        codes = tuple(sorted(tables.countries()))
        return {
            **_choice(codes, tuple(_countries()[code] for code in codes)),
            "errorMessage": "expected a country as two capital letters such as DK",
        }
    if key.form == "timezone":
        message = "expected a time zone such as Europe/Copenhagen"
        return {"type": "string", "enum": sorted(tables.timezones()), "errorMessage": message}
    if key.form == "reference" and key.target is not None:
        what = f"a word of {key.target.vocabulary}.yml" if key.target.vocabulary else "a record"
        folder = "content/vocabulary" if key.target.vocabulary else f"content/{key.target.kind}"
        message = f"expected the id of {what} in {folder}: small letters a–z, digits and single hyphens"
        return {**_SIMPLE["slug"], "errorMessage": message}
    return dict(_SIMPLE[key.form])


def text(kind: str) -> Schema:
    """Return the schema of a text in one language: `label` for one line, `prose` for Markdown."""
    if kind == "label":
        return dict(_SIMPLE["line"])
    message = "expected plain text or Markdown, without HTML"
    return {
        "type": _WRITTEN,
        "pattern": _PROSE,
        "maxLength": LIMITS.prose_characters,
        "errorMessage": message,
    }


@cache
def language_pattern() -> str:
    """Return a pattern for the codes of languages: two letters that are one, or three, then subtags."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    two = [a + b for a in letters for b in letters if tables.is_language(a + b)]
    return f"(?:{'|'.join(two)}|[a-z]{{3}})(?:-[A-Za-z0-9]{{2,8}})*"


def _choice(words: tuple[str, ...], labels: tuple[str, ...]) -> Schema:
    return {
        "type": "string",
        "enum": list(words),
        "enumDescriptions": list(labels),
        "errorMessage": f"expected one of: {', '.join(words)}",
    }


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    names = Locale.parse("en").territories
    return {code: str(names.get(code, code)) for code in tables.countries()}
