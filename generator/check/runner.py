"""Run the rules: those that look at one record over its words, the others over the catalog.

Takes words or the context, yields findings in the order of rules. Which of them stop a build is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import RULES
from generator.check.rule import Context, Documents
from generator.check.words import Words
from generator.diagnostics import Finding

_OWN = tuple(rule for rule in RULES if rule.own)
_OF_PARTS = tuple(rule for rule in _OWN if rule.of_parts)


def run_own_rules(words: Words, documents: Documents) -> Iterator[Finding]:
    """Yield what the rules that look at one record find in this one; `documents` have its file."""
    for rule in _OWN:
        yield from rule.own_findings(words, documents)


def run_rules_of_parts(words: Words, documents: Documents) -> Iterator[Finding]:
    """Yield what is sure of a record of which only a part can be read."""
    for rule in _OF_PARTS:
        yield from rule.own_findings(words, documents)


def run_common_rules(context: Context) -> Iterator[Finding]:
    """Yield what the rules that look at everything find."""
    for rule in RULES:
        yield from rule.common_findings(context)
