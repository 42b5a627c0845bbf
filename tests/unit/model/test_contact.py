"""Phone numbers with and without country, e-mail and web addresses, read or refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.fields.contact import Email, Phone, PhoneNumber, WebUrl
from tests.support.fields import read, refusal

ODENSE = PhoneNumber("+4532123456", "+45 32 12 34 56", "tel:+45-32-12-34-56")


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("32 12 34 56", "DK"),
        ("32123456", "DK"),
        ("+45 32 12 34 56", ""),
        ("+45 32 12 34 56", "DE"),
        ("+4532123456", ""),
        ("+45 32-12-34-56", "DK"),
        ("0045 32 12 34 56", "DK"),
        ("(+45) 32 12 34 56", "DK"),
    ],
)
def test_every_way_to_write_a_number_gives_one_number(typed: str, country: str) -> None:
    """National or international, spaced or not: a number is stored once and shown in one form."""
    assert read(Phone, typed, **({"country": country} if country else {})) == ODENSE


@pytest.mark.parametrize(
    ("typed", "country", "shown"),
    [
        ("030 123456", "DE", "+49 30 123456"),
        ("02951 / 97 12 34", "DE", "+49 2951 971234"),
        ("22 12 34 56", "NO", "+47 22 12 34 56"),
    ],
)
def test_a_land_line_is_read_with_its_area(typed: str, country: str, shown: str) -> None:
    """The leading zero of a German area code is dropped abroad."""
    assert shown == read(Phone, typed, country=country).international


DIGITS = '"{}" is not a phone number: digits, spaces and a leading + only'
INVALID = '"{}" is not a valid phone number: '


@pytest.mark.parametrize(
    ("typed", "country", "message", "help"),
    [
        (
            "32 12 34 56",
            "",
            '"{}" has no country code and the record has no country',
            "write the number as +45 …, or add a line such as country: DK",
        ),
        ("32 12 34", "DK", INVALID + "it has too few digits", "expected a number such as +45 32 12 34 56"),
        (
            "32 12 34 56 78 90 12",
            "DK",
            INVALID + "it has too many digits",
            "expected a number such as +45 32 12 34 56",
        ),
        (
            "+49 32 12",
            "DK",
            INVALID + "no such number is in use",
            "expected a number such as +49 30 123456",
        ),
        (
            "+999 12 34 56 78",
            "",
            INVALID + "it cannot be read",
            "expected a number such as +45 32 12 34 56",
        ),
        (
            "11 11 11 11",
            "DK",
            INVALID + "no such number is in use",
            "expected a number such as +45 32 12 34 56",
        ),
        ("call me", "DK", DIGITS, ""),
        ("1800 FLOWERS", "DK", DIGITS, ""),
        ("32 12 34 56 ext. 7", "DK", DIGITS, ""),
        ("٣٢١٢٣٤٥٦x", "DK", DIGITS, ""),
    ],
)
def test_an_unusable_number_is_refused(typed: str, country: str, message: str, help: str) -> None:
    """PP026 says what is wrong with a number, and shows a right one of the same country."""
    context = {"country": country} if country else {}
    assert ("PP026", message.replace("{}", typed), help) == refusal(Phone, typed, **context)


@pytest.mark.parametrize(
    ("typed", "address"),
    [("odense@kvinfo.example.org", "odense@kvinfo.example.org"), ("A.B+c@EXAMPLE.org", "A.B+c@example.org")],
)
def test_an_email_address_is_read(typed: str, address: str) -> None:
    """The domain is written in small letters; what stands before the @ stays."""
    assert address == read(Email, typed)


@pytest.mark.parametrize(
    "typed",
    ["odense", "odense@", "@example.org", "a b@example.org", "a@b@example.org", "a@-x.org", "<a@x.org>"],
)
def test_another_email_address_is_refused(typed: str) -> None:
    """PP027 shows what was typed, and the reason."""
    code, message, _ = refusal(Email, typed)
    start = f'"{typed}" is not an e-mail address: '
    assert ("PP027", start, True) == (code, message[: len(start)], len(message) > len(start))


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/", "http://a.example.org/b?c=d#e", "https://example.org:8443/", "https://ærø.dk/"],
)
def test_a_web_address_is_read_as_typed(typed: str) -> None:
    """Complete addresses are kept to the letter."""
    assert typed == read(WebUrl, typed)


NO_ADDRESS = '"{}" is not a web address; expected https://…'
CHARACTERS = '"{}" has characters that a web address may not have'


@pytest.mark.parametrize(
    ("typed", "message", "help"),
    [
        ("www.example.org", NO_ADDRESS, "did you mean https://www.example.org?"),
        ("example.org/apply", NO_ADDRESS, "did you mean https://example.org/apply?"),
        ("javascript:alert(1)", NO_ADDRESS, ""),
        ("data:text/html,x", NO_ADDRESS, ""),
        ("//example.org/", NO_ADDRESS, ""),
        ("https://localhost/", NO_ADDRESS, ""),
        ("https:///path", NO_ADDRESS, ""),
        ("ftp://example.org/", NO_ADDRESS, ""),
        ("https://[::1", NO_ADDRESS, ""),
        ("https://example.org:port/", NO_ADDRESS, ""),
        ('https://example.org/"x', CHARACTERS, ""),
        ("https://example.org/a b", CHARACTERS, ""),
        ("https://example.org/<script>", CHARACTERS, ""),
        ("https://user:secret@example.org/", CHARACTERS, ""),
        ("https://user@example.org/", CHARACTERS, ""),
    ],
)
def test_another_web_address_is_refused(typed: str, message: str, help: str) -> None:
    """PP028 for scripts, half addresses and hidden passwords; a bare host leads to the address meant."""
    assert ("PP028", message.replace("{}", typed), help) == refusal(WebUrl, typed)


@pytest.mark.parametrize("kind", [Phone, Email, WebUrl])
@pytest.mark.parametrize("value", [None, " ", ("a",), {"a": "b"}])
def test_another_shape_is_refused(kind: Any, value: object) -> None:
    """Nothing, a list or a group in place of a way of contact is PP022."""
    assert refusal(kind, value)[0] == "PP022"
