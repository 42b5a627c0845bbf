"""An accessibility statement was reviewed before it was prepared.

What it does
    Compares `reviewed_on` of the statement with `prepared_on`.

Why it matters
    Readers see both days one after the other. One of them is mistyped, and nobody knows how old the statement is.

Example
    # sites/broen/site.yml
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2026-11-20
      reviewed_on: 2026-02-20  # PP211
      method: self_assessment

Use instead
    # sites/broen/site.yml
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2025-11-20
      reviewed_on: 2026-02-20
      method: self_assessment
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield reviews that are older than the statement."""
    for site in context.catalog.of(Site):
        statement = site.accessibility
        if statement and statement.reviewed_on and statement.reviewed_on < statement.prepared_on:
            values = {"reviewed": statement.reviewed_on, "prepared": statement.prepared_on}
            message = "reviewed on {reviewed}, before the statement was prepared on {prepared}"
            help = "expected {prepared} or later; a statement that nobody has reviewed yet has no reviewed_on"
            yield Flaw(site, ("accessibility", "reviewed_on"), message, values, help)


RULE = Rule("PP211", Severity.ERROR, "0.1", __doc__, check)
