"""A coordinator as a vCard 3.0 (RFC 2426), the version that telephones import.

Takes a voice and a coordinator that the site shows; returns bytes. One card for each language: role and notes
are in the reader's. No photographs: the card stays on a telephone after a consent has ended.
"""

from __future__ import annotations

from icalendar.cal.component import Component
from icalendar.prop import vAdr, vN, vOrg, vUri

from generator.model.base import Address
from generator.model.coordinator import Coordinator, PhoneLine
from generator.model.organisation import Organisation
from generator.plan.routes import contact_card_route, section_route
from generator.render.feeds.identity import identity
from generator.render.feeds.lines import PRODUCT, PlainText, add, clean, written
from generator.render.feeds.shown import reachable
from generator.render.views.people import Closed, coordinator_card
from generator.render.voice import Voice
from generator.text.locales import country_name

_TYPES = {"voice": "VOICE", "cell": "CELL", "text": "MSG"}


class _Card(Component):
    """A vCard; VERSION comes first."""

    name = "VCARD"
    canonical_order = ("VERSION", "PRODID", "UID", "FN", "N", "ORG", "TITLE")  # type: ignore[assignment]


class _Name(vN):
    """The parts of a name, each escaped as our texts are."""

    def to_ical(self) -> bytes:
        return _parts(self.fields)


class _Organisation(vOrg):
    def to_ical(self) -> bytes:
        return _parts(self.fields)


class _PostalAddress(vAdr):
    def to_ical(self) -> bytes:
        return _parts(self.fields)


def _parts(fields: tuple[str, ...]) -> bytes:
    return b";".join(PlainText(field).to_ical() for field in fields)


def contact_card(voice: Voice, coordinator: Coordinator) -> bytes:
    """Return the card in the voice's language.

    Without a name that may be told, the card is called by role and organisation. The whole name stands as
    the given name: nothing says which part of it is the family's.
    """
    contact = reachable(coordinator)
    role = voice.text(coordinator.role)
    organisation = voice.plan.view.get(Organisation, coordinator.organisation)
    house = voice.text(organisation.name) if organisation else None
    shown = clean(contact.name or (f"{role}, {house}" if house else str(role)))
    addresses = voice.plan.addresses
    card = _Card()
    card.add("VERSION", PlainText("3.0"))
    card.add("PRODID", PlainText(PRODUCT))
    card.add("UID", vUri(identity("coordinators", coordinator.id).urn))
    card.add("FN", PlainText(shown))
    card.add("N", _Name(("", shown, "", "", "")))
    if house:
        card.add("ORG", _Organisation((clean(str(house)),), params={"LANGUAGE": house.language}))
    add(card, "TITLE", role)
    _ways(card, contact.email, contact.phones)
    if coordinator.address:
        card.add("ADR", _address(coordinator.address, voice.language))
    for language in coordinator.languages:
        card.add("LANG", PlainText(language))
    add(card, "NOTE", "\n".join(_notes(voice, coordinator)), voice.language)
    directory = section_route("coordinators")
    if voice.has(directory):
        anchor = f"{addresses.absolute(voice.language, directory)}#coordinator-{coordinator.id}"
        card.add("URL", vUri(anchor))
    card.add("SOURCE", vUri(addresses.absolute(voice.language, contact_card_route(coordinator.id))))
    if coordinator.assured_on:
        card.add("REV", PlainText(f"{coordinator.assured_on.isoformat()}T00:00:00Z"))
    return written(card)


def _ways(card: Component, email: str, phones: tuple[PhoneLine, ...]) -> None:
    if email:
        card.add("EMAIL", PlainText(email, params={"TYPE": ["INTERNET", "WORK"]}))
    for phone in phones:
        card.add("TEL", PlainText(phone.number.e164, params={"TYPE": ["WORK", _TYPES[phone.type]]}))


def _address(address: Address, language: str) -> vAdr:
    country = country_name(address.country, language)
    fields = ("", address.address_2 or "", address.address_1, address.city, "", address.postal_code, country)
    return _PostalAddress(tuple(clean(field) for field in fields), params={"TYPE": "WORK"})


def _notes(voice: Voice, coordinator: Coordinator) -> list[str]:
    """What a telephone has no field for, line by line."""
    card = coordinator_card(voice, coordinator)
    told = [
        str(card.area or ""),
        f"{voice.say('Languages spoken')}: {card.languages}" if card.languages else "",
        f"{voice.say('Office hours')}: {'; '.join(f'{row.days}, {row.hours}' for row in card.office_hours)}"
        if card.office_hours
        else "",
        f"{voice.say('Days without office hours')}: {'; '.join(_closed(row) for row in card.closed)}"
        if card.closed
        else "",
        voice.say("By appointment") if card.by_appointment else "",
        f"{voice.say('Appointment')}: {card.appointment_url}" if card.appointment_url else "",
        card.replies,
        voice.say("Last checked: {date}", date=card.checked) if card.checked else "",
    ]
    return [line for line in told if line]


def _closed(row: Closed) -> str:
    return f"{row.days} ({row.reason})" if row.reason else row.days
