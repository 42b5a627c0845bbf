"""Two coordinators are the same but for the id.

What it does
    Compares all facts and texts of the coordinators' records, without the days on which somebody looked at them.

Why it matters
    A file was copied and not changed: readers see one person twice, and a correction in one of the files is none in the
    other.

Example
    # content/coordinators/broen-kontor.yml (whole file)
    language: da
    role: Koordinator i Odense
    country: DK
    organisation: broen
    programmes: [broen-mentor]
    places: [odense]
    languages: [da, en]
    email: odense@broen.example.org
    phones: [{number: 32 12 34 56}]
    # content/coordinators/broen-kontor.en.yml (whole file)
    role: Coordinator in Odense
    # content/coordinators/broen-odense.yml (whole file)
    language: da  # PP417
    role: Koordinator i Odense
    country: DK
    organisation: broen
    programmes: [broen-mentor]
    places: [odense]
    languages: [da, en]
    email: odense@broen.example.org
    phones: [{number: 32 12 34 56}]

Use instead
    # content/coordinators/broen-odense.yml (whole file)
    language: da
    role: Koordinator i Odense
    country: DK
    organisation: broen
    programmes: [broen-mentor]
    places: [odense]
    languages: [da, en]
    email: odense@broen.example.org
    phones: [{number: 32 12 34 56}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.copies import facts_of
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later of two equal records."""
    alike: dict[object, list[Coordinator]] = {}
    for coordinator in context.catalog.of(Coordinator):
        alike.setdefault((coordinator.organisation, coordinator.role.source), []).append(coordinator)
    for group in alike.values():
        known: dict[str, Coordinator] = {}
        for coordinator in group if len(group) > 1 else ():
            first = known.setdefault(facts_of(coordinator), coordinator)
            if first is not coordinator:
                values = {"file": context.catalog.documents[first.key].file}
                message = "this record is the same as {file}"
                help = "change what differs, or delete one of the two files"
                yield Flaw(coordinator, (), message, values, help)


RULE = Rule("PP417", Severity.WARNING, "0.1", __doc__, check)
