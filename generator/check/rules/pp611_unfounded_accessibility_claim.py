"""A claim about accessibility is not carried by the facts beside it.

What it does
    Full conformance needs a check by a person with its date, and may stand beside no broken rule and no check
    that found problems. Partial conformance, or none, needs at least one point under `not_accessible`.

Why it matters
    Programs find less than half of all barriers. People who depend on the statement plan with it; authorities
    may ask what it rests on.

Example
    # sites/broen/site.yml
    accessibility:
      conformance: full  # PP611
      standards: [WCAG 2.2 AA]
      prepared_on: 2026-11-20
      method: self_assessment
      tool_checks:
        - id: axe
          tool: axe-core 4.12.1
          checked_on: 2026-11-20
          result: no_problems

Use instead
    # sites/broen/site.yml
    accessibility:
      conformance: full
      standards: [WCAG 2.2 AA]
      prepared_on: 2026-11-20
      method: self_assessment
      tool_checks:
        - id: axe
          tool: axe-core 4.12.1
          checked_on: 2026-11-20
          result: no_problems
      human_checks:
        - id: keyboard
          topic: keyboard
          checked_on: 2026-11-20
          result: no_problems
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.site import Site
from generator.model.statement import AccessibilityStatement


def check(context: Context) -> Iterator[Flaw]:
    """Yield claims that the rest of the statement does not carry."""
    for site in context.catalog.of(Site):
        statement = site.accessibility
        if statement and statement.conformance == "full":
            for path, message, help in _against(statement):
                yield Flaw(site, ("accessibility", *path), message, {}, help)
        elif statement and not statement.not_accessible:
            message = "the statement says that something does not work, but not what"
            help = "add not_accessible: with each thing and its reason"
            yield Flaw(site, ("accessibility", "conformance"), message, {}, help)


def _against(statement: AccessibilityStatement) -> Iterator[tuple[Path, str, str]]:
    """What speaks against full conformance: place, finding and advice."""
    if not statement.human_checks:
        message = "full conformance is claimed, but no check by a person is named"
        yield ("conformance",), message, "add human_checks: with topic, date and result, or say partial"
    for number, shortfall in enumerate(statement.not_accessible):
        if shortfall.reason == "not_met":
            message = "full conformance is claimed, but this breaks a rule"
            yield ("not_accessible", number, "reason"), message, "say partial under conformance"
    for name in ("tool_checks", "human_checks"):
        for number, done in enumerate(getattr(statement, name)):
            if done.result == "problems":
                message = "full conformance is claimed, but this check found problems"
                yield (name, number, "result"), message, "say partial under conformance, or check again"


RULE = Rule("PP611", Severity.ERROR, "0.1", __doc__, check)
