"""A range has a maximum below its minimum.

What it does
    Compares `min` and `max` of every duration.

Why it matters
    "12 to 4 months" is nearly always two numbers in the wrong order.

Example
    # content/programmes/broen-mentor.yml
    duration:
      min: 12
      max: 4  # PP206
      unit: month

Use instead
    # content/programmes/broen-mentor.yml
    duration:
      min: 4
      max: 12
      unit: month
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.walk import parts_of
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.base import DurationRange


def own(words: Words) -> Iterator[Flaw]:
    """Yield durations that are at most shorter than they are at least."""
    for path, length in parts_of(words.record, DurationRange):
        least: int | None = length.min
        most = length.max
        if least is not None and most is not None and most < least:
            values = {"min": least, "max": most}
            message = "the maximum {max} is below the minimum {min}"
            help = "did you mean min: {max} and max: {min}?"
            yield Flaw(words.record, (*path, "max"), message, values, help)


RULE = Rule("PP206", Severity.ERROR, "0.1", __doc__, own=own, of_parts=True)
