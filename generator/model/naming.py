"""What records are called. Takes a record, returns words in its own language; decides nothing about readers."""

from __future__ import annotations

from generator.model.base import Record
from generator.model.fields.text import Text
from generator.model.site import SitePage

_IN_PUBLIC = {"coordinators": "role", "testimonials": "job_title"}


def title_of(record: Record) -> str:
    """Return what a record is called in its own language."""
    for name in ("name", "title", "headline", "role", "job_title", "file"):
        value = getattr(record, name, None)
        if value:
            return value.source if isinstance(value, Text) else str(value)
    return record.id


def public_title(record: Record | SitePage) -> str:
    """Return what a record is called where everybody may read it: people by what they do, not by name."""
    if isinstance(record, SitePage):
        return record.title.source
    said = getattr(record, _IN_PUBLIC.get(record.kind, ""), None)
    return said.source if isinstance(said, Text) else title_of(record)
