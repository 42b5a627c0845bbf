"""A coordinator's role has ended.

What it does
    Compares `valid_to` of coordinators with today.

Why it matters
    The person is left out of all sites from that day. What is kept about somebody who has left should not be
    kept longer than needed.

Example
    # content/coordinators/broen-kontor.yml
    language: da
    role: Foreningens kontor
    country: DK
    organisation: broen
    programmes:
      - broen-mentor
    languages:
      - da
    email: kontor@broen.example.org
    phones:
      - number: 32 12 34 56
    valid_to: 2026-06-30  # PP703

Use instead
    # content/coordinators/broen-odense.yml
    valid_to: 2027-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator


def check(context: Context) -> Iterator[Flaw]:
    """Yield coordinators who have left."""
    for coordinator in context.catalog.of(Coordinator):
        if coordinator.valid_to and coordinator.valid_to < context.today:
            message = "the role ended on {date}; this coordinator is left out of all sites"
            help = "delete the record when nothing refers to it any more, or correct the date"
            yield Flaw(coordinator, ("valid_to",), message, {"date": coordinator.valid_to}, help)


RULE = Rule("PP703", Severity.WARNING, "0.1", __doc__, check)
