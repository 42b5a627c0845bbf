"""Texts that must be in no output: names and addresses of people whose role or consent has lapsed.

Takes the catalog and the day; verification looks for these in every file before anything goes live. What a
record that is still shown uses too, such as a shared mailbox, is not private.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.state import coordinator_lapse, testimonial_lapse
from generator.model.story import Testimonial


def private_texts(catalog: Catalog, today: date) -> frozenset[str]:
    """Return the names, e-mail addresses and phone numbers that nobody may read on `today`."""
    lapsed: set[str] = set()
    shown: set[str] = set()
    for coordinator in catalog.of(Coordinator):
        (lapsed if coordinator_lapse(coordinator, today) else shown).update(_contact_texts(coordinator))
    for testimonial in catalog.of(Testimonial):
        if testimonial.name:
            (lapsed if testimonial_lapse(testimonial, today) else shown).add(testimonial.name)
    for record in catalog:
        if not isinstance(record, (Coordinator, Testimonial)):
            shown.update(_other_texts(record))
    return frozenset(lapsed - shown)


def _contact_texts(coordinator: Coordinator) -> Iterator[str]:
    if coordinator.name:
        yield coordinator.name
    if coordinator.email:
        yield coordinator.email
    for phone in coordinator.phones:
        yield phone.number.international
        yield phone.number.e164


def _other_texts(record: Record) -> Iterator[str]:
    email = getattr(record, "email", None)
    if email:
        yield str(email)
    phone = getattr(record, "phone", None)
    if phone:
        yield phone.international
        yield phone.e164
