"""An organisation that runs, funds, hosts or takes part (HSDS `organization`). Fields only."""

from __future__ import annotations

from typing import ClassVar

from generator.model.base import Address, Record
from generator.model.fields.codes import Country
from generator.model.fields.contact import Email, Phone, WebUrl
from generator.model.fields.reference import MediaRef, OrganisationRef
from generator.model.fields.scalars import Boolean
from generator.model.fields.texts import Label, Line, Prose


class Organisation(Record):
    """An organisation."""

    kind: ClassVar[str] = "organisations"

    name: Label
    legal_name: Line | None = None
    country: Country
    public_body: Boolean = False
    """True for municipalities and other public bodies, which have more duties."""
    description: Prose | None = None
    website: WebUrl | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: Address | None = None
    logo: MediaRef | None = None
    parent_organisation: OrganisationRef | None = None
