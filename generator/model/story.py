"""Stories (schema.org Article) and testimonials (schema.org Quotation). Fields only.

A story quotes by reference, so that a sentence stands once.
"""

from __future__ import annotations

from typing import ClassVar

from generator.model.base import Addressed, Consent, Record
from generator.model.fields.reference import MediaRef, OrganisationRef, PlaceRef, ProgrammeRef, TestimonialRef
from generator.model.fields.scalars import IsoDate
from generator.model.fields.texts import Label, Line, Prose


class Story(Addressed):
    """News or a portrait."""

    kind: ClassVar[str] = "stories"

    headline: Label
    summary: Label
    date_published: IsoDate
    programme: ProgrammeRef
    place: PlaceRef | None = None
    body: Prose
    quotations: tuple[TestimonialRef, ...] = ()
    image: MediaRef | None = None


class Testimonial(Record):
    """Somebody's words, with who they are in their role and why they may be shown."""

    kind: ClassVar[str] = "testimonials"

    quotation: Label
    name: Line | None = None
    """A person's name; needs consent to show it. Left out, the role stands alone."""
    job_title: Label
    organisation: OrganisationRef | None = None
    programme: ProgrammeRef
    said_on: IsoDate | None = None
    consent: Consent
