"""Findings as a Code Quality report of GitLab: a JSON list that a merge request shows beside the lines.

Takes a report, returns text. GitLab reads description, check_name, fingerprint, severity and location only.
"""

from __future__ import annotations

from generator.console.fingerprint import fingerprints
from generator.console.json import as_json
from generator.console.report import Report
from generator.console.safe import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def format_gitlab(report: Report, words: Words = ENGLISH) -> str:
    """Return the list; empty when there are no findings."""
    names = fingerprints(report.findings)
    return as_json(
        [
            _issue(finding, report.folder, name, words)
            for finding, name in zip(report.findings, names, strict=True)
        ]
    )


def _issue(finding: Finding, folder: str, fingerprint: str, words: Words) -> dict[str, object]:
    help = words.help(finding)
    return {
        "description": neutral(f"{words.message(finding)} – {help}" if help else words.message(finding)),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": neutral(f"{folder}{finding.position.file}"),
            "lines": {"begin": finding.position.line},
        },
    }
