"""What is said about phone numbers and e-mail addresses that are none."""

from __future__ import annotations

import pytest

from generator.model.fields.faults import email_reason, other_country, phone_fault


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("www.broen.dk", "that is a web address"),
        ("https://broen.dk/kontakt", "that is a web address"),
        ("mette", "there is no @ in it"),
        ("mette(at)broen.dk", "write the sign @ itself"),
        ("mette@broen", "what follows the @ has no ending such as .org"),
        ("mette@@broen.dk", "there is more than one @ in it"),
        ("mette @broen.dk", "there is a blank in it"),
        ("mette@broen.dk.", "a point stands at its beginning, at its end or beside the @"),
        ("a@b.dk, c@d.dk", "it has more than one address; write one here"),
        ("Mette <m@b.dk>", "write the address only, without a name and without < and >"),
        ("me..tte@broen.dk", "there are two points in a row"),
        ("@broen.dk", "nothing stands before the @"),
        ("mette@", "nothing stands after the @"),
        ("m@mail.local", "nobody gets mail at mail.local"),
        ("a;b@c.dk", "before the @ there is a character that is not allowed"),
        ("m@-b.dk", "what follows the @ is not the name of a server"),
    ],
)
def test_reason_of_an_address(text: str, reason: str) -> None:
    """Each usual slip has words of its own."""
    assert reason == str(email_reason(text))


@pytest.mark.parametrize(
    ("text", "country", "help"),
    [
        ("32 12 34 56 / 32 12 34 57", "DK", "write each number as an item of its own: - number: 32 12 34 56"),
        ("32123456 eller 41234567", "DK", "write each number as an item of its own: - number: 32123456"),
        ("+49 (0)231 5012345", "DE", "write it without (0): +49 231 5012345"),
        ("32 12 34 5O", "DK", "did you mean +45 32 12 34 50?"),
        ("0231/50-12345", "DE", None),
        ("12", "DK", None),
    ],
)
def test_fault_of_a_number(text: str, country: str, help: str | None) -> None:
    """Two numbers, a zero in brackets and a letter among digits are told apart from other faults."""
    fault = phone_fault(text, country)
    assert help == (str(fault[1]) if fault else None)


@pytest.mark.parametrize(
    ("text", "country", "language", "other"),
    [
        ("32 12 34 56", "DE", "da", "DK"),
        ("32 12 34 56", "DK", "da", None),
        ("+45 32 12 34 56", "DE", "da", None),
        ("12", "DE", "da", None),
    ],
)
def test_number_of_the_other_country(text: str, country: str, language: str, other: str | None) -> None:
    """A number that is valid where the record's language is spoken makes the country doubtful."""
    assert other == other_country(text, country, language)
