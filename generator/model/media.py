"""A picture and its rights (schema.org ImageObject), and vocabularies of controlled words. Fields only."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from generator.model.base import Consent, Part, Record
from generator.model.fields.contact import WebUrl
from generator.model.fields.problem import problem, scalar
from generator.model.fields.scalars import Boolean, IsoDate, Slug
from generator.model.fields.texts import Label, Line


def _file(value: object) -> str:
    text = scalar(value, "a file name such as odense-cafe.webp")
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.(png|jpe?g|webp|avif)", text):
        message = (
            '"{found}" is not the name of a picture in content/media: small letters, then .png, .jpg, .webp …'
        )
        raise problem("PP501", message, found=text)
    return text


class Media(Record):
    """A picture. `file` stands beside the record in `content/media/`."""

    kind: ClassVar[str] = "media"

    file: Annotated[str, BeforeValidator(_file)]
    """The name of the file beside this record, in content/media/."""
    alt: Label | None = None
    """What the picture shows, for those who do not see it."""
    decorative: Boolean = False
    """True when the picture says nothing; then it needs no `alt`."""
    creators: tuple[Line, ...] = ()
    """Who took or drew the picture."""
    copyright_holder: Line | None = None
    """Who owns the rights."""
    license: Line | None = None
    """An SPDX identifier such as CC-BY-4.0, or words such as "all rights reserved"."""
    source_url: WebUrl | None = None
    """Where the picture comes from."""
    shows_people: Boolean = False
    """True when people can be recognised; then `consent` is needed."""
    consent: Consent | None = None
    """Why the people in the picture may be shown, and until when."""
    valid_to: IsoDate | None = None
    """The last day on which the picture may be used."""


class Term(Part):
    """One controlled word with its label in each language."""

    id: Slug
    """The word that records write; it never changes."""
    name: Label
    """What readers see, best in every language of the sites."""


class Vocabulary(Record):
    """A list of controlled words; records refer to them by id."""

    kind: ClassVar[str] = "vocabulary"

    terms: tuple[Term, ...]
    """The words of the list, in the order in which readers see them."""
