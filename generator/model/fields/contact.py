"""Ways to reach somebody: phone numbers, e-mail addresses, web addresses.

Takes the text as typed; a national phone number is read with the record's `country`, which the validation
context carries. Returns canonical values, or raises a `problem`. Whether a number answers is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from pydantic import BeforeValidator, ValidationInfo

from generator.diagnostics import Phrase
from generator.model.fields.faults import email_reason, other_country, phone_fault
from generator.model.fields.problem import problem, refixed, scalar
from generator.model.fields.repairs import email_meant, phone_meant

WITHOUT_COUNTRY = '"{found}" has no country code and the record has no country'
"""What is said of a national number in a record of no country."""
_PHONE_CHARACTERS = re.compile(r"\(?\+?[\d\s()/.\u2010-\u2013-]+")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A valid number: E.164 for machines, the international notation for people, RFC 3966 for `tel:` links."""

    e164: str
    international: str
    uri: str


def _phone(value: object, info: ValidationInfo) -> PhoneNumber:
    text = scalar(value, "a phone number such as +45 32 12 34 56")
    country = (info.context or {}).get("country")
    language = str((info.context or {}).get("language", "en"))
    if not _is_phone(text, country) and (fault := phone_fault(text, country)):
        message, help = fault
        raise refixed(problem("PP026", message, help, found=text), _phone_fix(text, country))
    if not _PHONE_CHARACTERS.fullmatch(text):
        raise refixed(
            problem(
                "PP026",
                '"{found}" is not a phone number: digits, spaces and a leading + only',
                found=text,
            ),
            _phone_fix(text, country),
        )
    if "+" not in text and not country:
        raise refixed(
            problem(
                "PP026",
                WITHOUT_COUNTRY,
                "write the number as +45 …, or add a line such as country: DK",
                found=text,
            ),
            _phone_fix(text, country),
        )
    number = _parsed(text, country)
    if number is None or not phonenumbers.is_valid_number(number):
        raise refixed(
            problem(
                "PP026",
                '"{found}" is not a valid phone number: {reason}',
                _phone_help(text, country, language),
                reason=_phone_reason(number),
                found=text,
                country=country or "",
            ),
            _phone_fix(text, country),
        )
    form = phonenumbers.PhoneNumberFormat
    return PhoneNumber(
        phonenumbers.format_number(number, form.E164),
        phonenumbers.format_number(number, form.INTERNATIONAL),
        phonenumbers.format_number(number, form.RFC3966),
    )


def _parsed(text: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None


def _is_phone(text: str, country: str | None) -> bool:
    number = _parsed(text, country) if _PHONE_CHARACTERS.fullmatch(text) else None
    return number is not None and phonenumbers.is_valid_number(number)


def _phone_fix(text: str, country: str | None) -> str | None:
    """Return the valid number that was meant, in the notation for people; `None` when in doubt."""
    meant = phone_meant(text)
    if meant == text or not _PHONE_CHARACTERS.fullmatch(meant) or ("+" not in meant and not country):
        return None
    try:
        number = phonenumbers.parse(meant, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _phone_reason(number: phonenumbers.PhoneNumber | None) -> Phrase:
    reasons = {
        phonenumbers.ValidationResult.TOO_SHORT: "it has too few digits",
        phonenumbers.ValidationResult.TOO_LONG: "it has too many digits",
        phonenumbers.ValidationResult.INVALID_COUNTRY_CODE: "its country code is not in use",
    }
    verdict = phonenumbers.is_possible_number_with_reason(number) if number else None
    return Phrase(
        reasons.get(verdict, "no such number is in use") if verdict is not None else "it cannot be read"
    )


def _phone_help(text: str, country: str | None, language: str) -> Phrase:
    region = country
    if "+" in text:
        digits = re.sub(r"\D", "", text)
        regions = (
            phonenumbers.region_code_for_country_code(int(digits[:size]))
            for size in (1, 2, 3)
            if digits[:size]
        )
        region = next((found for found in regions if found not in (None, "ZZ")), country)
    example = phonenumbers.example_number(region) if region else None
    if example is None:
        return Phrase("expected a number such as {example}", {"example": "+45 32 12 34 56"})
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if other := other_country(text, country, language):
        help = "expected a number such as {example}; or is the country wrong? In {other} this number is valid"
        return Phrase(help, {"example": shown, "other": other})
    return Phrase("expected a number such as {example}", {"example": shown})


def _email(value: object) -> str:
    text = scalar(value, "an e-mail address")
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        message = '"{found}" is not an e-mail address: {reason}'
        raise refixed(
            problem("PP027", message, found=text, reason=email_reason(text)), _email_fix(text)
        ) from None


def _email_fix(text: str) -> str | None:
    meant = email_meant(text)
    from email_validator import EmailNotValidError, validate_email

    try:
        return meant if meant != text and validate_email(meant, check_deliverability=False) else None
    except EmailNotValidError:
        return None


def _web_url(value: object) -> str:
    text = scalar(value, "a web address such as https://example.org/")
    bare = re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text)
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and parts.port != 0
    except ValueError:  # half an IPv6 address, a port that is no number
        whole = False
    if not whole:
        help = "did you mean https://{found}?" if bare else ""
        raise problem("PP028", '"{found}" is not a web address; expected https://…', help, found=text)
    if re.search(r"[\s<>\"'`{}|\\^]", text) or parts.username or parts.password:
        raise problem("PP028", '"{found}" has characters that a web address may not have', found=text)
    return text


Phone = Annotated[PhoneNumber, BeforeValidator(_phone)]
Email = Annotated[str, BeforeValidator(_email)]
WebUrl = Annotated[str, BeforeValidator(_web_url)]
