"""An aim has a date that has passed.

What it does
    Compares the `valid_to` of a programme's aims with today.

Why it matters
    "By 2020, a thousand people will have found work", read years later, tells readers that nobody looks after
    the page. An aim that is over is moved to what is known of the past, with its date.

Example
    # content/programmes/broen-mentor.yml
    aims:
      - id: work
        text: Inden 2025 har 500 fundet et job.
        valid_to: 2025-12-31  # PP201

Use instead
    # content/programmes/broen-mentor.yml
    aims:
      - id: work
        text: Inden 2029 har 800 fundet et job.
        valid_to: 2028-12-31
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.programme import Programme


def check(context: Context) -> Iterator[Flaw]:
    """Yield aims that were to be reached before today."""
    for programme in context.catalog.of(Programme):
        for index, aim in enumerate(programme.aims):
            if aim.valid_to and aim.valid_to < context.today:
                yield Flaw(
                    programme,
                    ("aims", index, "valid_to"),
                    "this aim was to be reached by {date}; readers see it as an earlier goal",
                    {"date": aim.valid_to},
                    "say what came of it under outcomes, with source and year, and set a new aim",
                )


RULE = Rule("PP201", Severity.WARNING, "0.1", __doc__, check)
