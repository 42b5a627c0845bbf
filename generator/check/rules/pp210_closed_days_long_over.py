"""Days without office hours are long over.

What it does
    Finds entries under `closed` of coordinators that ended more than 90 days ago.

Why it matters
    Readers no longer see them. The list grows, and whoever writes the next holiday into it looks at old ones first.

Example
    # content/coordinators/broen-odense.yml
    closed:
      - starts_on: 2026-07-06
        ends_on: 2026-07-26  # PP210

Use instead
    # content/coordinators/broen-odense.yml
    closed:
      - starts_on: 2026-12-21
        ends_on: 2027-01-01
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator

_KEPT = timedelta(days=90)


def check(context: Context) -> Iterator[Flaw]:
    """Yield closed days whose last day is more than 90 days ago."""
    for coordinator in context.catalog.of(Coordinator):
        for number, closed in enumerate(coordinator.closed):
            if closed.ends_on < context.today - _KEPT:
                values = {"end": closed.ends_on}
                message = "these closed days were over on {end}; no page shows them any more"
                help = "delete this entry"
                yield Flaw(coordinator, ("closed", number, "ends_on"), message, values, help)


RULE = Rule("PP210", Severity.NOTE, "0.1", __doc__, check)
