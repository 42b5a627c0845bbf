"""A picture and its rights (schema.org ImageObject), and vocabularies of controlled words. Fields only."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from generator.diagnostics import Phrase
from generator.load.names import slug_like
from generator.model.base import Consent, Part, Record
from generator.model.fields.contact import WebUrl
from generator.model.fields.problem import problem, scalar
from generator.model.fields.scalars import Boolean, IsoDate, Slug
from generator.model.fields.texts import Label, Line

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".avif")
"""How the name of a picture may end."""

_FILE = re.compile(rf"[a-z0-9][a-z0-9_-]*({'|'.join(map(re.escape, SUFFIXES))})")


def _file(value: object) -> str:
    text = scalar(value, "a file name such as odense-cafe.webp")
    if not _FILE.fullmatch(text):
        message = '"{found}" is not the name of a picture in content/media: a–z, 0–9, - and _, then {endings}'
        endings = Phrase("{list} or {last}", {"list": ", ".join(SUFFIXES[:-1]), "last": SUFFIXES[-1]})
        help, usable = _named(text)
        raise problem("PP501", message, help, found=text, endings=endings, usable=usable)
    return text


def _named(text: str) -> tuple[str, str]:
    """Advice about a file name that cannot be used, and the nearest one that can."""
    stem, ending = text, ""
    if "." in text:
        stem, _, ending = text.rpartition(".")
    known, usable = f".{ending.lower()}" in SUFFIXES, slug_like(stem)
    if known and usable:
        return "rename the file to {usable} and write that here", f"{usable}.{ending.lower()}"
    if ending and not known:
        return (
            "save the picture as PNG, JPEG, WebP or AVIF first; changing the ending alone is not enough",
            "",
        )
    return "for example odense-cafe.jpg", ""


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
