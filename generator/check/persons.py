"""People in the records, and what of them a consent covers.

Takes a catalog, or a `Consent` or nothing; returns records, sentences and key paths. Whether a consent still
holds on a day is answered by `model.state`.
"""

from __future__ import annotations

from datetime import date

from generator.load.node import Path
from generator.model.base import Consent
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.story import Testimonial

_ADD = "add a consent with a basis, the scope {scope} and the day on which it was given"
_WIDEN = "ask the person, then add {scope} to the scope of the consent"


def people(catalog: Catalog) -> tuple[Coordinator | Testimonial, ...]:
    """Return the records that stand for a person."""
    return (*catalog.of(Coordinator), *catalog.of(Testimonial))


def lacking(consent: Consent | None, scope: str) -> tuple[str, str] | None:
    """Return message and advice when `consent` does not cover `scope`, else `None`."""
    if consent is None:
        return "there is no consent for the {scope}", _ADD
    if scope not in consent.scope:
        return "the consent does not cover the {scope}", _WIDEN
    return None


def lapsed_at(consent: Consent, today: date) -> Path:
    """The key below `consent` that ends it on `today`."""
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return ("consent", "withdrawn_on")
    if consent.expires_on is not None and consent.expires_on < today:
        return ("consent", "expires_on")
    return ("consent", "given_on")
