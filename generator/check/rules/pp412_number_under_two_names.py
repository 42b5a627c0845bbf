"""One phone number stands under two names.

What it does
    Compares the phone numbers of coordinators and organisations, however they are written. The people of one
    organisation may share its numbers; two organisations do not.

Why it matters
    One of the two is wrong, mostly because a file was copied: readers who reach somebody of another organisation do
    not try again.

Example
    # content/organisations/job.yml (whole file)
    language: da
    name: Jobcentret
    country: DK
    phone: +45 32123456  # PP412

Use instead
    # content/organisations/job.yml (whole file)
    language: da
    name: Jobcentret
    country: DK
    phone: 32 12 34 57
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import phones_of
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation
from generator.model.state import coordinator_lapse

Contact = Coordinator | Organisation


def check(context: Context) -> Iterator[Flaw]:
    """Yield numbers that somebody of another organisation has as well; whoever has left is passed over."""
    known: dict[str, Contact] = {}
    for record, path, number in _numbers(context):
        first = known.setdefault(number, record)
        if _organisation_of(first) != _organisation_of(record):
            values = {"file": context.catalog.documents[first.key].file}
            message = "this is also the phone number in {file}, of another organisation"
            yield Flaw(record, path, message, values, "correct the one that is wrong")


def _numbers(context: Context) -> Iterator[tuple[Contact, Path, str]]:
    catalog = context.catalog
    serving = (found for found in catalog.of(Coordinator) if coordinator_lapse(found, context.today) is None)
    records: tuple[Contact, ...] = (*serving, *catalog.of(Organisation))
    for record in records:
        for path, number in phones_of(record):
            yield record, path, number.e164


def _organisation_of(record: Contact) -> str:
    return record.id if isinstance(record, Organisation) else record.organisation


RULE = Rule("PP412", Severity.WARNING, "0.1", __doc__, check)
