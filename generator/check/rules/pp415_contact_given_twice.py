"""A record has the same phone number twice.

What it does
    Compares the phone numbers of a coordinator or an organisation, however they are written.

Why it matters
    Mostly a line was copied and the second number forgotten: readers who get no answer try the same number again.

Example
    # content/coordinators/broen-odense.yml
    phones:
      - number: 32 12 34 56
      - number: +45 32 12 34 56  # PP415
        type: cell

Use instead
    # content/coordinators/broen-odense.yml
    phones:
      - number: 32 12 34 56
      - number: +45 32 12 34 57
        type: cell
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import phones_of
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later of two equal numbers."""
    catalog = context.catalog
    for record in (*catalog.of(Coordinator), *catalog.of(Organisation)):
        known: dict[str, Path] = {}
        for path, number in phones_of(record):
            first = known.setdefault(number.e164, path)
            if first != path:
                values = {"line": catalog.documents[record.key].locate(first).line}
                message = "this number stands in line {line} already"
                yield Flaw(record, path, message, values, "write the other number, or delete one of the two")


RULE = Rule("PP415", Severity.WARNING, "0.1", __doc__, check)
