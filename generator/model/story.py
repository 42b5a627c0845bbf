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
    """The headline."""
    summary: Label
    """One sentence that stands below the headline and in lists."""
    date_published: IsoDate
    """The day that readers see."""
    programme: ProgrammeRef
    """The programme of which it tells, by its id."""
    place: PlaceRef | None = None
    """Where it happened, by the id of the place."""
    body: Prose
    """The story, in paragraphs."""
    quotations: tuple[TestimonialRef, ...] = ()
    """What people say in it, by the ids of content/testimonials/."""
    image: MediaRef | None = None
    """The picture of the story, by its id in content/media/."""


class Testimonial(Record):
    """Somebody's words, with who they are in their role and why they may be shown."""

    kind: ClassVar[str] = "testimonials"

    quotation: Label
    """What the person said, in one line and without quotation marks."""
    name: Line | None = None
    """A person's name; needs consent to show it. Left out, the role stands alone."""
    job_title: Label
    """Who says it, as a role: Mentor in Odense."""
    organisation: OrganisationRef | None = None
    """Where the person works, by the id of the organisation."""
    programme: ProgrammeRef
    """The programme of which the person speaks, by its id."""
    said_on: IsoDate | None = None
    """The day on which it was said."""
    consent: Consent
    """Why these words may be shown, what of the person, and until when."""
