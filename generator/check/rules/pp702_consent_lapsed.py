"""A person's consent does not hold.

What it does
    Compares the dates of the consents of coordinators and testimonials with today: withdrawn, run out, or still
    to begin.

Why it matters
    The person is left out of every page, feed, export and search index. Whoever looks after the content should
    know, and fill the gap.

Example
    # content/testimonials/mentor-odense.yml
    consent:
      basis: consent
      scope:
        - quotation
      given_on: 2024-08-20
      withdrawn_on: 2026-11-01  # PP702

Use instead
    # content/testimonials/mentor-odense.yml
    consent:
      basis: consent
      scope:
        - quotation
      given_on: 2024-08-20
      expires_on: 2028-08-20
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.persons import lapsed_at, people
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.state import consent_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield people who are left out for want of consent; those whose role has ended are PP703."""
    for person in people(context.catalog):
        left = getattr(person, "valid_to", None)
        if person.consent is None or (left and left < context.today):
            continue
        reason = consent_lapse(person.consent, context.today)
        if reason:
            message = "this person is left out of all sites: {reason}"
            help = "delete the record, or ask again and enter the new dates"
            yield Flaw(person, lapsed_at(person.consent, context.today), message, {"reason": reason}, help)


RULE = Rule("PP702", Severity.WARNING, "0.1", __doc__, check)
