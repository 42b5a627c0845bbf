"""A photo or quotation rests on something other than the person's consent.

What it does
    Asks coordinators, testimonials and pictures whose scope has `photo` or `quotation` for the basis `consent`.

Why it matters
    A contract may cover a name and a telephone at work, never a face or somebody's words.

Example
    # content/testimonials/mentor-odense.yml
    consent:
      basis: contract  # PP707
      scope:
        - quotation
      given_on: 2026-08-20

Use instead
    # content/testimonials/mentor-odense.yml
    consent:
      basis: consent
      scope:
        - quotation
      given_on: 2026-08-20
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import parts_of
from generator.diagnostics import Severity
from generator.model.base import Consent

_PERSONAL = ("photo", "quotation")


def check(context: Context) -> Iterator[Flaw]:
    """Yield consents to a photo or quotation that are none."""
    for record in context.catalog:
        for path, consent in parts_of(record, Consent):
            scope = next((scope for scope in _PERSONAL if scope in consent.scope), None)
            if scope and consent.basis != "consent":
                message = "a {scope} needs the person's own consent; {basis} is not enough"
                help = "ask the person and enter the day of the answer, or take {scope} out of the scope"
                values = {"scope": scope, "basis": consent.basis}
                yield Flaw(record, (*path, "basis"), message, values, help)


RULE = Rule("PP707", Severity.WARNING, "0.1", __doc__, check)
