"""Findings and reports for programs: one JSON object, versioned.

Takes values, returns text that ends with a line break. `version` is raised when a key changes its meaning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding, Severity, count

VERSION = 1
_UNSAFE = re.compile(
    "(?<=#)#(?=(?:vso)?\\[)|[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def finding_object(finding: Finding, words: Words = ENGLISH) -> dict[str, object]:
    """Return one finding with its place; lines and columns count from 1, the end is exclusive."""
    place = finding.position
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": words.message(finding),
        "help": words.help(finding),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column,
        "path": list(finding.path),
        "fixable": bool(finding.edits),
    }


def format_report(findings: Sequence[Finding], words: Words = ENGLISH, **facts: object) -> str:
    """Return the facts and findings of a run as one object."""
    counts = {f"{severity.value}s": count(findings, severity) for severity in Severity}
    report: Mapping[str, object] = {
        "version": VERSION,
        **facts,
        **counts,
        "findings": [finding_object(finding, words) for finding in findings],
    }
    return as_json(report)


def as_json(value: object) -> str:
    """Return any plain value as indented JSON in UTF-8; what a terminal would obey is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=False)
    return _UNSAFE.sub(_escape, text) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if found[0] != "#" else "\\u0023"
