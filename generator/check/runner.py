"""Run all rules: those that look at one record over each, the others over the catalog.

Takes the context, returns findings in order of place. Which findings stop a build is the pipeline's business.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import RULES
from generator.check.rule import Context, Documents
from generator.check.words import Words, all_words
from generator.diagnostics import Finding, in_order

_OWN = tuple(rule for rule in RULES if rule.own)


def run_rules(context: Context) -> tuple[Finding, ...]:
    """Return what every rule finds, files in order, top to bottom."""
    documents = context.catalog.documents
    own = (found for words in all_words(context.catalog) for found in run_own_rules(words, documents))
    return in_order([*own, *run_common_rules(context)])


def run_own_rules(words: Words, documents: Documents) -> Iterator[Finding]:
    """Yield what the rules that look at one record find in this one; `documents` have its file."""
    for rule in _OWN:
        yield from rule.own_findings(words, documents)


def run_common_rules(context: Context) -> Iterator[Finding]:
    """Yield what the rules that look at everything find."""
    for rule in RULES:
        yield from rule.common_findings(context)
