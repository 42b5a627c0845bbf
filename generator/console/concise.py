"""Findings one line each, `file:line:column: CODE message`, for editors and grep.

Takes findings, returns text.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.console.safe import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding


def format_concise(findings: Sequence[Finding], words: Words = ENGLISH) -> str:
    """Return one line per finding."""
    return "".join(
        f"{neutral(str(finding.position))}: {finding.severity.value} {finding.code} {neutral(words.message(finding))}\n"
        for finding in findings
    )
