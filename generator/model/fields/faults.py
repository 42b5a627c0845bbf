"""Why a phone number or an e-mail address is none, in words for whoever typed it.

Takes the text as typed and knows already that it is not valid; returns sentences. Repairs beyond doubt are for
`repairs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from generator.diagnostics import Phrase
from generator.model.fields import tables
from generator.model.fields.repairs import phone_meant

_LETTERS_FOR_DIGITS = str.maketrans("OoIl", "0011")
_BETWEEN_TWO = re.compile(
    r"\s*[,;|/&]\s*|\s+(?:or|and|oder|und|eller|og|el\.)\s+|(?<=\d)\s+(?=\+)", re.IGNORECASE
)
_FEWEST = 5
"""Digits; less is an extension."""
_LONGEST = 320
"""Characters that are looked at: the longest address has fewer, and what is typed is not trusted."""
_WEB = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)

_EMAIL_REASONS = (
    (r"[^@]*@[^@,;\s]*[,;\s][^@]*@.*", "it has more than one address; write one here"),
    (r"[^@]*[(\[{]\s*(?:at|a|snabela)\s*[)\]}].*", "write the sign @ itself"),
    (r"[^@]*", "there is no @ in it"),
    (r"[^@]*@[^@]*@.*", "there is more than one @ in it"),
    (r"@.*", "nothing stands before the @"),
    (r".*@", "nothing stands after the @"),
    (r"[^<]*<[^>]*>.*", "write the address only, without a name and without < and >"),
    (r".*\s.*", "there is a blank in it"),
    (r".*\.\..*", "there are two points in a row"),
    (r"\..*|.*\.|.*\.@.*|.*@\..*", "a point stands at its beginning, at its end or beside the @"),
    (r".*@[^.]*", "what follows the @ has no ending such as .org"),
    (r".*@(?:.*\.)?(?:test|local|localhost|invalid|example|arpa|onion)", "nobody gets mail at {server}"),
    (r"[^@]*[^\w.!#$%&'*+/=?^`{|}~@-].*", "before the @ there is a character that is not allowed"),
)
"""Patterns of the whole text and what is wrong with it; the first one that fits is told."""
_NO_SERVER = "what follows the @ is not the name of a server"


def email_reason(text: str) -> Phrase:
    """Return why `text` is no e-mail address."""
    seen = text.strip()[:_LONGEST]
    if _WEB.fullmatch(seen):
        return Phrase("that is a web address")
    reason = next((words for pattern, words in _EMAIL_REASONS if re.fullmatch(pattern, seen)), _NO_SERVER)
    return Phrase(reason, {"server": seen.rpartition("@")[2]})


def phone_fault(text: str, country: str | None) -> tuple[str, Phrase] | None:
    """Return message and advice when it is plain what is wrong with a number; `None` otherwise."""
    if len(text) > _LONGEST:
        return None
    parts = [part for part in _BETWEEN_TWO.split(text) if sum(map(str.isdigit, part)) >= _FEWEST]
    if len(parts) > 1 and all(_valid(phone_meant(part), country) for part in parts):
        help = Phrase("write each number as an item of its own: - number: {first}", {"first": parts[0]})
        return '"{found}" has more than one number', help
    without = re.sub(r"\(0\)\s*", "", text)
    if without != text and (number := _valid(phone_meant(without), country)):
        help = Phrase("write it without (0): {number}", {"number": number})
        return '"{found}" has a zero in brackets, which is not dialled with the country code', help
    digits = text.translate(_LETTERS_FOR_DIGITS)
    if digits != text and (number := _valid(phone_meant(digits), country)):
        help = Phrase("did you mean {suggestion}?", {"suggestion": number})
        return '"{found}" has a letter where a digit is meant', help
    return None


def other_country(text: str, country: str | None, language: str) -> str | None:
    """Return the country of the record's language when the number is valid there, and not in `country`."""
    if "+" in text or country is None:
        return None
    return next(
        (other for other in _countries_of(language) if other != country and _valid(text, other)), None
    )


def _countries_of(language: str) -> Iterator[str]:
    likely = str(tables.cldr("likely_subtags").get(language.partition("-")[0], "")).split("_")
    yield from (part for part in likely[1:] if tables.is_country(part))


def _valid(text: str, country: str | None) -> str | None:
    """Return the number in the notation for people, or `None`."""
    if "+" not in text and not country:
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
