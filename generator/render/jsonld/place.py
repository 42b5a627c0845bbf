"""A place with its address (schema.org Place, City, AdministrativeArea).

Takes a voice and a place that the site shows. A city without a street still has an address, its own name and
country, because an event's place needs one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.fields.text import Text
from generator.model.place import Place
from generator.plan.pages import place_has_page
from generator.render.jsonld.node import Node, node
from generator.render.jsonld.parts import (
    PLACE_TYPES,
    entity_id,
    place_name,
    postal_address,
    record_address,
    words,
)
from generator.render.voice import Voice


def place(voice: Voice, record: Place) -> Node:
    """Return a place with everything that is stated of it."""
    return node(
        PLACE_TYPES[record.place_type],
        entity_id(voice, record),
        name=words(voice, record.name),
        url=record_address(voice, record) if place_has_page(record) else "",
        address=postal_address(record.address) if record.address else _address_by_name(voice, record),
        containedInPlace=place_name(voice, record.part_of),
        amenityFeature=_step_free(voice, record),
    )


def _address_by_name(voice: Voice, record: Place) -> Node:
    names: dict[str, Text] = {}
    for found in _with_larger(voice, record):
        names.setdefault(found.place_type, found.name)
    return node(
        "PostalAddress",
        addressLocality=words(voice, names.get("city")),
        addressRegion=words(voice, names.get("region")),
        addressCountry=record.country,
    )


def _with_larger(voice: Voice, record: Place) -> Iterator[Place]:
    found: Place | None = record
    while found is not None:
        yield found
        found = voice.plan.view.get(Place, found.part_of)


def _step_free(voice: Voice, record: Place) -> Node | None:
    if record.step_free is None:
        return None
    name = voice.say("Step-free entrance")
    return node("LocationFeatureSpecification", name=name, value=record.step_free)
