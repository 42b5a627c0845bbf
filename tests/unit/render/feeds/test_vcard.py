"""Contact cards: an independent parser reads what may be told, and nothing else stands in them."""

from __future__ import annotations

import json

import pytest
import vobject
from hypothesis import given, settings

from generator.plan.routes import contact_card_route
from generator.render.feeds.vcard import contact_card
from tests.support.feeds import LINES, PERSON, coordinator, portal, unfolded, usual_files, value, voice
from tests.support.records import changed

PATH = contact_card_route("odense")
CONSENT = "{{basis: consent, scope: [{}], given_on: 2026-01-01}}"


def card(language: str = "en", **keys: str | None) -> bytes:
    """The card of a coordinator."""
    plan = portal(coordinators__odense=changed(PERSON, **keys))
    return contact_card(voice(plan, language, "coordinators/"), coordinator(plan))


def test_a_card_has_what_the_record_says() -> None:
    """All properties, as text."""
    address = "{address_1: Road 1, address_2: 2nd floor, postal_code: 5000, city: Odense, country: DK}"
    hours = "[{days: [monday], opens: 10:00, closes: 14:00}]"
    data = card(address=address, office_hours=hours, languages="[da, uk]", replies_within_days="2")
    assert unfolded(data) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//programme-portal//generator//EN",
        f"UID:{value(data, 'UID')}",
        "FN:Coordinator\\, Association",
        "N:;Coordinator\\, Association;;;",
        "ORG;LANGUAGE=en:Association",
        "TITLE;LANGUAGE=en:Coordinator",
        "ADR;TYPE=WORK:;2nd floor;Road 1;Odense;;5000;Denmark",
        "EMAIL;TYPE=INTERNET,WORK:odense@example.org",
        "LANG:da",
        "LANG:uk",
        "NOTE;LANGUAGE=en:Languages spoken: Danish and Ukrainian\\nOffice hours: Monday\\, 10:00–14:00"
        "\\nAnswers within 2 days\\nLast checked: 1 October 2026",
        "REV:2026-10-01T00:00:00Z",
        "SOURCE:https://portal.example.org/feeds/odense.vcf",
        "TEL;TYPE=WORK,VOICE:+4532123456",
        "TEL;TYPE=WORK,CELL:+4534412345",
        "URL:https://portal.example.org/coordinators/#coordinator-odense",
        "END:VCARD",
    ]


def test_an_independent_parser_reads_the_card() -> None:
    """vobject finds names, numbers, mailbox and address, and holds the card for valid."""
    address = "{address_1: 'Road; 1, left', postal_code: 5000, city: Odense, country: DK}"
    read = vobject.readOne(card(address=address).decode(), validate=True)
    assert (read.fn.value, read.n.value.given, read.org.value) == (
        "Coordinator, Association",
        "Coordinator, Association",
        ["Association"],
    )
    assert [phone.value for phone in read.tel_list] == ["+4532123456", "+4534412345"]
    assert (read.email.value, read.adr.value.street, read.adr.value.code, read.adr.value.country) == (
        "odense@example.org",
        "Road; 1, left",
        "5000",
        "Denmark",
    )


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_name_comes_back(name: str) -> None:
    """Whatever stands in a name is in the card; no line is over 75 octets, every line ends in CRLF."""
    person = changed(PERSON, name=json.dumps(name, ensure_ascii=False), consent=CONSENT.format("name"))
    plan = portal(coordinators__odense=person)
    data = contact_card(voice(plan, "en", "coordinators/"), coordinator(plan))
    read = vobject.readOne(data.decode())
    assert [read.fn.value, read.n.value.given] == [coordinator(plan).name] * 2
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("name, email, phone", ("Anna Eksempel", 1, 2)),
        ("name", ("Anna Eksempel", 0, 0)),
        ("email", ("Coordinator\\, Association", 1, 0)),
        ("phone, photo", ("Coordinator\\, Association", 0, 2)),
        ("quotation", ("Coordinator\\, Association", 0, 0)),
        (None, ("Coordinator\\, Association", 1, 2)),
    ],
)
def test_only_what_the_consent_covers_is_told(scope: str | None, expected: tuple[str, int, int]) -> None:
    """Without a consent the mailbox and numbers are the role's; with one, its scope decides about each."""
    data = card(name="Anna Eksempel", consent=CONSENT.format(scope) if scope else None)
    lines = unfolded(data)
    ways = tuple(sum(line.startswith(name) for line in lines) for name in ("EMAIL", "TEL"))
    assert (value(data, "FN"), *ways) == expected


def test_the_uid_is_that_of_the_person() -> None:
    """Whoever saves the Danish card after the English one has one contact, also after an edit."""
    found = {
        value(data, "UID") for data in (card(), card("da"), card(role="Other"), card(email="b@example.org"))
    }
    assert found == {value(usual_files()[PATH], "UID")}


def test_each_language_has_a_card_of_its_own() -> None:
    """Role, organisation and notes in the reader's language, the address of the page too."""
    lines = unfolded(usual_files()[f"da/{PATH}"])
    assert [line for line in lines if line.startswith(("FN", "TITLE", "URL"))] == [
        "FN:Koordinator\\, Forening",
        "TITLE;LANGUAGE=da:Koordinator",
        "URL:https://portal.example.org/da/coordinators/#coordinator-odense",
    ]


def test_a_role_without_translation_says_its_language() -> None:
    """An English role on the Danish card is marked as English."""
    plan = portal(coordinators__odense__da=None)
    data = contact_card(voice(plan, "da", "coordinators/"), coordinator(plan))
    assert "TITLE;LANGUAGE=en:Coordinator" in unfolded(data)


def test_an_unconfirmed_record_has_no_revision() -> None:
    """What is not known is not said."""
    assert "REV" not in card(assured_on=None).decode()
