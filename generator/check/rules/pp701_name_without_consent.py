"""A person is named without consent.

What it does
    Asks coordinators and testimonials with a `name` for a consent whose scope has `name`.

Why it matters
    A name on a website is found for years. The role alone, or a mailbox of the organisation, does as well.

Example
    # content/testimonials/mentor-odense.yml
    name: Anna Eksempel  # PP701

Use instead
    # content/testimonials/mentor-odense.yml
    name: Anna Eksempel
    consent:
      basis: consent
      scope:
        - quotation
        - name
      given_on: 2026-08-20
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.persons import lacking, people
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity


def check(context: Context) -> Iterator[Flaw]:
    """Yield named people whose consent does not cover the name."""
    for person in people(context.catalog):
        fault = lacking(person.consent, "name") if person.name else None
        if fault:
            message, help = fault
            yield Flaw(
                person,
                ("name",),
                message,
                {"scope": "name", "advice": Phrase(help, {"scope": "name"})},
                "{advice}; or leave the name out",
            )


RULE = Rule("PP701", Severity.ERROR, "0.1", __doc__, check)
