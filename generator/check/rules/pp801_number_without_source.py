"""A result has a number without source and year.

What it does
    Asks each outcome with a `value` for `source` and `year`.

Why it matters
    "320 pairs" can be anything. With source and year readers can judge it, and editors see when it grows old.

Example
    # content/programmes/broen-mentor.yml
    outcomes:
      - id: pairs
        text: Par siden begyndelsen
        value: 320  # PP801
        year: 2025

Use instead
    # content/programmes/broen-mentor.yml
    outcomes:
      - id: pairs
        text: Par siden begyndelsen
        value: 320
        year: 2025
        source: Foreningen Broens årsrapport
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.programme import Programme


def check(context: Context) -> Iterator[Flaw]:
    """Yield numbers that nobody can verify."""
    for programme in context.catalog.of(Programme):
        for index, outcome in enumerate(programme.outcomes):
            missing = tuple(key for key in ("source", "year") if not getattr(outcome, key))
            if outcome.value is not None and missing:
                values = {"missing": enumerated(missing)}
                message, help = "this number has no {missing}", "add {missing}, or say it without a number"
                yield Flaw(programme, ("outcomes", index, "value"), message, values, help)


RULE = Rule("PP801", Severity.WARNING, "0.1", __doc__, check)
