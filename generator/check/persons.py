"""Consent: what of a person it covers.

Takes a `Consent` or nothing, returns truth values and sentences. Whether it still holds on a day is answered
by `model.state`; where a person stands in a record is for the rules.
"""

from __future__ import annotations

from datetime import date

from generator.load.node import Path
from generator.model.base import Consent

HOW = "add a consent with a basis, the scope {scope} and the day on which it was given"
WIDEN = "ask the person, then add {scope} to the scope of the consent"


def lacking(consent: Consent | None, scope: str) -> tuple[str, str] | None:
    """Return message and advice when `consent` does not cover `scope`, else `None`."""
    if consent is None:
        return "there is no consent for the {scope}", HOW
    if scope not in consent.scope:
        return "the consent does not cover the {scope}", WIDEN
    return None


def lapsed_at(consent: Consent, today: date) -> Path:
    """The key below `consent` that ends it on `today`."""
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return ("consent", "withdrawn_on")
    if consent.expires_on is not None and consent.expires_on < today:
        return ("consent", "expires_on")
    return ("consent", "given_on")
