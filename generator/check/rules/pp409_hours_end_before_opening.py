"""Office hours close before they open.

What it does
    Compares the first and the last time of day of each entry.

Why it matters
    "Open 15:00 to 9:00" tells readers nothing. Hours beyond midnight do not occur in an office.

Example
    # content/coordinators/broen-odense.yml
    office_hours:
      - days:
          - monday
        opens: 15:00
        closes: 09:00  # PP409

Use instead
    # content/coordinators/broen-odense.yml
    office_hours:
      - days:
          - monday
        opens: 09:00
        closes: 15:00
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator


def check(context: Context) -> Iterator[Flaw]:
    """Yield hours whose end is not after their beginning."""
    for coordinator in context.catalog.of(Coordinator):
        for index, hours in enumerate(coordinator.office_hours):
            if hours.closes <= hours.opens:
                values = {"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}"}
                message = "closes at {closes}, not after {opens} when it opens"
                help = "expected a time later than {opens}"
                yield Flaw(coordinator, ("office_hours", index, "closes"), message, values, help)


RULE = Rule("PP409", Severity.ERROR, "0.1", __doc__, check)
