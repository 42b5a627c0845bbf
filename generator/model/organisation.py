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
    """The name that readers know."""
    legal_name: Line | None = None
    """The name in the register, when it is another one."""
    country: Country
    """The country of the organisation, two capital letters; phone numbers are read with it."""
    public_body: Boolean = False
    """True for municipalities and other public bodies, which have more duties."""
    description: Prose | None = None
    """What the organisation does, in a few sentences."""
    website: WebUrl | None = None
    """The organisation's own website."""
    email: Email | None = None
    """The organisation's general mailbox."""
    phone: Phone | None = None
    """The organisation's general number."""
    address: Address | None = None
    """Where the organisation gets its post."""
    logo: MediaRef | None = None
    """The logo, by its id in content/media/."""
    parent_organisation: OrganisationRef | None = None
    """The organisation of which this one is a part, by its id."""
