"""A coordinator has a photo without consent.

What it does
    Asks coordinators with a `photo` for a consent whose scope has `photo`.

Why it matters
    A contract may cover a name and a telephone at work, never a face. That needs the person's own yes.

Example
    # content/coordinators/broen-odense.yml
    photo: conversation  # PP704

Use instead
    # content/coordinators/broen-odense.yml
    photo: conversation
    consent:
      basis: consent
      scope:
        - email
        - phone
        - photo
      given_on: 2026-01-10
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.persons import lacking
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.model.coordinator import Coordinator


def check(context: Context) -> Iterator[Flaw]:
    """Yield coordinators whose photo no consent covers."""
    for coordinator in context.catalog.of(Coordinator):
        fault = lacking(coordinator.consent, "photo") if coordinator.photo else None
        if fault:
            message, help = fault
            yield Flaw(
                coordinator,
                ("photo",),
                message,
                {"scope": "photo", "advice": Phrase(help, {"scope": "photo"})},
                "{advice}; or leave the photo out",
            )


RULE = Rule("PP704", Severity.ERROR, "0.1", __doc__, check)
