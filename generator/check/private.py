"""What must be in no output: names, addresses and numbers of people who have lapsed or did not agree to them.

Takes the catalog and a day, returns texts with the person behind each. What somebody or something that is
still shown has in a field of its own, such as a shared mailbox, is not private. Searches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from generator.check.persons import people
from generator.check.walk import emails_of, phones_of
from generator.diagnostics import Phrase
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.organisation import Organisation
from generator.model.state import coordinator_lapse, may_tell, testimonial_lapse
from generator.model.story import Testimonial

Person = Coordinator | Testimonial


def private_of(catalog: Catalog, day: date) -> dict[str, Person]:
    """Return the texts that nobody may read on `day`; phone numbers in E.164."""
    return Private(catalog).on(day)


class Private:
    """The private texts of a catalog on several days, each of them looked for once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._days: dict[date, dict[str, Person]] = {}

    def on(self, day: date) -> dict[str, Person]:
        """Return the texts that nobody may read on `day`; phone numbers in E.164."""
        if day not in self._days:
            found = unowned(self._catalog, day)
            used = self._used if found else frozenset()
            self._days[day] = {text: person for text, person in found.items() if text not in used}
        return self._days[day]

    @cached_property
    def _used(self) -> frozenset[str]:
        """What somebody or something that is no person has in a field of its own."""
        others = (record for record in self._catalog if not isinstance(record, Person))
        return frozenset(text for record in others for text in _fields_of(record))


def unowned(catalog: Catalog, day: date) -> dict[str, Person]:
    """Return the texts of people that no person shown on `day` and no organisation has as well.

    Some of them may stand in a field of another record, such as the mailbox of a call.
    """
    told, untold = set[str](), dict[str, Person]()
    for person in people(catalog):
        for text, shown in _texts_of(person, day):
            if shown:
                told.add(text)
            else:
                untold[text] = person
    for organisation in catalog.of(Organisation):
        told.update(_fields_of(organisation))
    return {text: person for text, person in untold.items() if text not in told}


def lapse_of(person: Person, day: date) -> Phrase | None:
    """Why a person is in no output on `day`, or `None`."""
    if isinstance(person, Coordinator):
        return coordinator_lapse(person, day)
    return testimonial_lapse(person, day)


def _texts_of(person: Person, day: date) -> Iterator[tuple[str, bool]]:
    """Yield what a record tells about a person, each with whether readers may know it."""
    shown = lapse_of(person, day) is None
    if isinstance(person, Testimonial):
        if person.name:
            yield person.name, shown and "name" in person.consent.scope
        return
    if person.name:
        yield person.name, shown and may_tell(person, "name")
    if person.email:
        yield person.email, shown and may_tell(person, "email")
    for phone in person.phones:
        yield phone.number.e164, shown and may_tell(person, "phone")


def _fields_of(record: Record) -> Iterator[str]:
    """Yield the addresses and numbers that are fields of a record, and who made a picture."""
    for _, email in emails_of(record):
        yield email
    for _, phone in phones_of(record):
        yield phone.e164
    if isinstance(record, Media):
        yield from record.creators
        if record.copyright_holder:
            yield record.copyright_holder
