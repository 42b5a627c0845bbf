"""Organisations: who runs a programme, how to reach them, and who takes part with them.

Takes a voice and a programme; returns cards. Only organisations that the site shows are named.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.organisation import Organisation
from generator.model.programme import Partner, Programme
from generator.render.views.parts import Link, Picture, address_lines, organisation_link, picture
from generator.render.voice import ProseView, TextView, Voice


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation with its own words and address. Empty fields are left out."""

    link: Link
    logo: Picture | None
    legal_name: str
    parent: Link | None
    description: ProseView | None
    phone: str
    phone_uri: str
    email: str
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner's name, linked where there is a website, and what they say of themselves."""

    link: Link | TextView | str
    description: ProseView | None


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """Partners of one type."""

    label: TextView | str
    partners: tuple[PartnerView, ...]


def organisation_card(voice: Voice, id: str) -> OrganisationCard | None:
    """Return the card of an organisation, or `None` when the site does not show it."""
    organisation = voice.plan.view.get(Organisation, id)
    link = organisation_link(voice, id)
    if organisation is None or link is None:
        return None
    legal_name = organisation.legal_name or ""
    phone = organisation.phone
    return OrganisationCard(
        link,
        picture(voice, organisation.logo),
        legal_name if legal_name != str(link.title) else "",
        organisation_link(voice, organisation.parent_organisation),
        voice.prose(organisation.description, f"organisation-{id}", base_level=4),
        phone.international if phone else "",
        phone.uri if phone else "",
        organisation.email or "",
        address_lines(voice, organisation.address) if organisation.address else (),
    )


def partner_groups(voice: Voice, programme: Programme) -> tuple[PartnerGroup, ...]:
    """Return a programme's partners by type, in the order of the record."""
    groups: dict[str, list[PartnerView]] = {}
    for partner in programme.partners:
        groups.setdefault(partner.partner_type, []).append(_partner(voice, partner))
    catalog = voice.plan.view.catalog
    return tuple(
        PartnerGroup(
            voice.text(term) if (term := catalog.term("partner-types", kind)) else kind, tuple(found)
        )
        for kind, found in groups.items()
    )


def _partner(voice: Voice, partner: Partner) -> PartnerView:
    organisation = voice.plan.view.get(Organisation, partner.organisation)
    if organisation is None:
        return PartnerView(voice.line(partner.name) or "", None)
    link = organisation_link(voice, organisation.id) or ""
    return PartnerView(link, voice.prose(organisation.description, f"partner-{partner.id}"))
