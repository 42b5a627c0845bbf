"""Run all rules over a catalog.

Takes the context, returns findings in order of place. Which findings stop a build is the pipeline's business.
"""

from __future__ import annotations

from generator.check.registry import RULES
from generator.check.rule import Context
from generator.diagnostics import Finding, in_order


def run_rules(context: Context) -> tuple[Finding, ...]:
    """Return what every rule finds, files in order, top to bottom."""
    return in_order(finding for rule in RULES for finding in rule.findings(context))
