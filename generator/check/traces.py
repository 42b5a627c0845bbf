"""Patterns that find a person's name, e-mail address or phone number in text, however the text writes it.

Takes a text as it is in a record: with an @ it is an address, with a + and digits a number in E.164, anything
else a name. The pattern is for text in NFC: plain, or as HTML, JSON or a web address write it.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import Literal
from urllib.parse import quote

import phonenumbers

Kind = Literal["name", "email", "phone"]

_SHORTEST_WORD = 4
"""A single word with fewer characters is a part of any language, not the trace of somebody."""
_SHORTEST_NUMBER = 6
"""With fewer digits, a number without its country code is any number."""

_SPACE = r"(?:\s|&nbsp;|&\#160;|%C2%A0|%20|\+)+"
_ESCAPE_BEFORE = r"(?<=\\[nrtbf])|(?<=\\u[0-9a-f]{4})|(?<=%[0-9A-Fa-f]{2})"
_BEFORE = rf"(?:(?<![^\W_])|{_ESCAPE_BEFORE})"
_BEFORE_EMAIL = rf"(?:(?<![\w.+-])|{_ESCAPE_BEFORE})"
_AFTER_NAME = r"(?:['’]?s)?(?![^\W_])"
_AFTER_EMAIL = r"(?![\w-]|\.\w)"
_PLUS = r"(?:\+|%2B|&\#43;)"
_BETWEEN_DIGITS = r"(?:[\s()./\u2010-\u2013-]|&nbsp;|&\#160;|%C2%A0|%20){0,3}"
_APART = r"[\s./\u2010-\u2013-]"


def kind_of(text: str) -> Kind:
    """Return what a private text is."""
    if "@" in text:
        return "email"
    return "phone" if re.fullmatch(r"\+[0-9]+", text) else "name"


def is_full_name(text: str) -> bool:
    """Whether a name has more than one word."""
    return len(text.split()) > 1


def trace_of(text: str) -> str | None:
    """Return the pattern that finds `text`, or `None` when it is too short to tell anything."""
    kind = kind_of(text)
    if kind == "phone":
        return _phone(text)
    written = "|".join(_forms(text))
    if kind == "email":
        return f"{_BEFORE_EMAIL}(?i:{written}){_AFTER_EMAIL}"
    if len(text) < _SHORTEST_WORD and not is_full_name(text):
        return None
    return f"{_BEFORE}(?:{written}){_AFTER_NAME}"


def _forms(text: str) -> list[str]:
    """Patterns for all that `written_forms` gives; any white space between words."""
    forms = written_forms(text)
    return sorted({_SPACE.join(re.escape(word) for word in form.split()) for form in forms})


def written_forms(text: str) -> list[str]:
    """Return `text` as it is, and as HTML, JSON and an address write it; not for numbers."""
    written = []
    for form in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        written += [form, html.escape(form), html.escape(form, quote=False)]
        written += [quote(form), quote(form, safe="@"), json.dumps(form)[1:-1]]
        written += [json.dumps(form, ensure_ascii=False)[1:-1]]
    return written


def _phone(e164: str) -> str:
    """Return the pattern of a number: with its country code, or as it is dialled in its country.

    A longer run of digits is another number. Without the country code, neither is one that continues.
    """
    number = phonenumbers.parse(e164)
    code = str(number.country_code)
    own, digits = written_digits(e164)
    significant = _BETWEEN_DIGITS.join(own)
    trunk = rf"(?:\(0\){_BETWEEN_DIGITS})?"
    found = (
        rf"(?:{_PLUS}|{_BEFORE}(?:00)?){_BETWEEN_DIGITS}{_BETWEEN_DIGITS.join(code)}{_BETWEEN_DIGITS}"
        rf"{trunk}{significant}(?![0-9])"
    )
    if len(digits) < _SHORTEST_NUMBER:
        return found
    alone = rf"{_BEFORE}(?<![0-9]{_APART}){_BETWEEN_DIGITS.join(digits)}(?![^\W_])(?!{_APART}[0-9])"
    return f"(?:{found}|{alone})"


def written_digits(e164: str) -> tuple[str, str]:
    """Return the digits of a number after its country code, and as it is dialled in its country."""
    number = phonenumbers.parse(e164)
    dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return phonenumbers.national_significant_number(number), re.sub(r"\D", "", dialled)
