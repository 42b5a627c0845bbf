"""The words in which editors are spoken to.

Takes findings and templates, returns sentences in the language of the run. Messages of findings are templates in
English over named values; where a catalogue has them, they are said in its language. Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding, Phrase, Severity, count, fill


@dataclass(frozen=True, slots=True)
class Words:
    """How this run speaks. `catalogue` maps English templates to those of `language`; empty for English."""

    language: str = "en"
    catalogue: Mapping[str, str] = field(default_factory=dict)

    def say(self, template: str, **values: object) -> str:
        """Return a sentence with its values."""
        said = {name: self._said(value) for name, value in values.items()}
        return fill(self.catalogue.get(template, template), said)

    def phrase(self, phrase: Phrase) -> str:
        """Return a sentence whose values may be sentences too."""
        return self.say(phrase.template, **phrase.values)

    def message(self, finding: Finding) -> str:
        """Return what is wrong."""
        return self.say(finding.message, **finding.values)

    def help(self, finding: Finding) -> str:
        """Return what would help; empty when nothing is said about it."""
        return self.say(finding.help, **finding.values) if finding.help else ""

    def number_of(self, n: int, singular: str, plural: str) -> str:
        """Return a number with its noun: `1 site`, `6 sites`; the templates hold `{n}`."""
        return self.say(singular if n == 1 else plural, n=n)

    def counted(self, findings: Sequence[Finding]) -> str:
        """Return findings as a count in words: `1 error, 2 warnings`."""
        counts = {severity: count(findings, severity) for severity in Severity}
        parts = [self.number_of(n, *_COUNTS[severity]) for severity, n in counts.items() if n]
        return ", ".join(parts) or self.say("no findings")

    def _said(self, value: object) -> object:
        return self.phrase(value) if isinstance(value, Phrase) else value


_COUNTS = {
    Severity.ERROR: ("{n} error", "{n} errors"),
    Severity.WARNING: ("{n} warning", "{n} warnings"),
    Severity.NOTE: ("{n} note", "{n} notes"),
}
ENGLISH = Words()
