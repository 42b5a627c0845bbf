"""What several kinds of nodes share: ids, words with their language, short forms, addresses, pictures.

Takes a voice and records that the site shows; returns values of nodes. All addresses are absolute.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.base import Address, Record
from generator.model.fields.text import Prose, Text
from generator.model.media import Media
from generator.model.place import Place
from generator.model.programme import Programme
from generator.plan.pages import place_has_page
from generator.plan.routes import record_route
from generator.render.jsonld.node import Node, Spoken, Value, node
from generator.render.voice import Voice, shared
from generator.text.richtext import plain

PROGRAMME = "EducationalOccupationalProgram"
PLACE_TYPES = {"city": "City", "region": "AdministrativeArea", "venue": "Place"}


def entity_id(voice: Voice, record: Record, part: str = "") -> str:
    """Return the `@id` of what a record is about: the same on every page and in every language of the site."""
    return f"{voice.plan.addresses.base}#{record.kind}/{record.id}{f'/{part}' if part else ''}"


def words(voice: Voice, text: Text | None, spoken: str = "") -> str | Spoken:
    """Return a text in the reader's best language, marked where that is not the language of the node.

    `spoken` is the node's `inLanguage`; without it nodes speak the language of the page.
    """
    if text is None:
        return ""
    found = voice.text(text)
    said = plain(found.text) if isinstance(text, Prose) else found.text
    expected = spoken or voice.language
    as_expected = found.language == expected or (expected == voice.language and not found.is_fallback)
    return said if as_expected else Spoken(said, found.language)


def own_address(voice: Voice) -> str:
    """Return the address under which this page's text should be known."""
    return voice.plan.canonical(voice.page)


def record_address(voice: Voice, record: Record) -> str:
    """Return the address of a record's page in this language; empty when there is none."""
    route = record_route(record.kind, record.id)
    return voice.plan.addresses.absolute(voice.language, route) if voice.has(route) else ""


def picture_address(voice: Voice, id: str | None) -> str:
    """Return the address of a picture as it is shared; empty when the site may not show it."""
    media = voice.plan.view.get(Media, id)
    return f"{voice.plan.addresses.base}{voice.pictures.of(media).shared.path}" if media else ""


def picture_object(voice: Voice, id: str | None) -> Value:
    """Return a picture with its size, or its address alone where no size is known; empty when it is not shown."""
    media, url = voice.plan.view.get(Media, id), picture_address(voice, id)
    file = voice.pictures.of(media).shared if media else None
    if file is None or not file.width:
        return url
    return node("ImageObject", url=url, width=file.width, height=file.height)


@shared
def programme_name(voice: Voice, id: str) -> Node | None:
    """Return a programme in short."""
    programme = voice.plan.view.get(Programme, id)
    if programme is None:
        return None
    name, url = words(voice, programme.name), record_address(voice, programme)
    return node(PROGRAMME, entity_id(voice, programme), name=name, url=url)


@shared
def place_name(voice: Voice, id: str | None) -> Node | None:
    """Return a place in short."""
    place = voice.plan.view.get(Place, id)
    if place is None:
        return None
    url = record_address(voice, place) if place_has_page(place) else ""
    name = words(voice, place.name)
    return node(PLACE_TYPES[place.place_type], entity_id(voice, place), name=name, url=url)


def place_names(voice: Voice, ids: Iterable[str]) -> tuple[Value, ...]:
    """Return the places that the site shows, in short."""
    return tuple(found for id in ids if (found := place_name(voice, id)))


def postal_address(address: Address) -> Node:
    """Return an address as it stands in the record."""
    lines = (address.address_1, address.address_2 or "")
    return node(
        "PostalAddress",
        streetAddress=", ".join(line for line in lines if line),
        postalCode=address.postal_code,
        addressLocality=address.city,
        addressCountry=address.country,
    )
