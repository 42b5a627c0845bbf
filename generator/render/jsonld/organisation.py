"""Organisations and the coordinators that answer for them (schema.org Organization, ContactPoint).

Takes a voice, ids and coordinators that the site shows. Of a person only what a consent covers is stated, and
nobody becomes a `Person`. That an organisation is non-profit is not known, so none is an NGO.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.coordinator import Coordinator, OfficeHours
from generator.model.organisation import Organisation
from generator.plan.routes import section_route
from generator.render.feeds.shown import reachable
from generator.render.jsonld.node import CONTEXT, Node, node, reference
from generator.render.jsonld.parts import entity_id, picture_object, place_names, postal_address, words
from generator.render.voice import Voice, shared


def organisations(
    voice: Voice, ids: Iterable[str], coordinators: Sequence[Coordinator] = ()
) -> Iterator[Node]:
    """Yield organisations, those of the coordinators included, and then the coordinators."""
    wanted = dict.fromkeys((*ids, *(found.organisation for found in coordinators)))
    for id in wanted:
        record = voice.plan.view.get(Organisation, id)
        if record is not None:
            own = tuple(found for found in coordinators if found.organisation == id)
            yield _organisation(voice, record, own)
    for coordinator in coordinators:
        yield contact_point(voice, coordinator)


def organisation_reference(voice: Voice, id: str) -> Node | None:
    """Return a pointer to an organisation that stands elsewhere in the graph."""
    record = voice.plan.view.get(Organisation, id)
    return reference(entity_id(voice, record)) if record else None


@shared
def _organisation(voice: Voice, record: Organisation, coordinators: tuple[Coordinator, ...]) -> Node:
    parent = voice.plan.view.get(Organisation, record.parent_organisation)
    return node(
        _type(record),
        entity_id(voice, record),
        name=words(voice, record.name),
        legalName=record.legal_name,
        description=words(voice, record.description),
        url=record.website,
        logo=picture_object(voice, record.logo),
        telephone=record.phone.e164 if record.phone else "",
        email=record.email,
        address=postal_address(record.address) if record.address else None,
        parentOrganization=node(_type(parent), entity_id(voice, parent), name=words(voice, parent.name))
        if parent
        else None,
        contactPoint=tuple(reference(entity_id(voice, found)) for found in coordinators),
    )


def _type(record: Organisation) -> str:
    return "GovernmentOrganization" if record.public_body else "Organization"


@shared
def contact_point(voice: Voice, coordinator: Coordinator) -> Node:
    """Return how to reach a coordinator."""
    told = reachable(coordinator)
    directory = section_route("coordinators")
    address = voice.plan.addresses.absolute(voice.language, directory) if voice.has(directory) else ""
    return node(
        "ContactPoint",
        entity_id(voice, coordinator),
        name=told.name,
        contactType=words(voice, coordinator.role),
        description=words(voice, coordinator.area_of_responsibility),
        telephone=tuple(phone.number.e164 for phone in told.phones),
        email=told.email,
        url=f"{address}#coordinator-{coordinator.id}" if address else "",
        availableLanguage=coordinator.languages,
        areaServed=place_names(voice, coordinator.places),
        hoursAvailable=tuple(_hours(hours) for hours in coordinator.office_hours),
    )


def _hours(hours: OfficeHours) -> Node:
    return node(
        "OpeningHoursSpecification",
        dayOfWeek=tuple(f"{CONTEXT}/{day.capitalize()}" for day in hours.days),
        opens=hours.opens.isoformat("minutes"),
        closes=hours.closes.isoformat("minutes"),
    )
