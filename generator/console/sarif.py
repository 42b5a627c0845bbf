"""Findings as SARIF 2.1.0, the form in which code scanning services take results.

Takes a report, returns JSON text: one run, the rules that occur with their pages, one result per finding, and no
more results than the services accept, the worst first.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from urllib.parse import quote

from generator import __version__
from generator.check.registry import BY_CODE
from generator.console.fingerprint import fingerprints
from generator.console.json import as_json
from generator.console.report import Report
from generator.console.safe import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding

MOST_RESULTS = 25_000
"""What a service accepts in one run."""


def format_sarif(report: Report, words: Words = ENGLISH) -> str:
    """Return one SARIF log."""
    pairs = sorted(
        zip(report.findings, fingerprints(report.findings), strict=True),
        key=lambda pair: (pair[0].severity.rank, pair[0].sort_key),
    )[:MOST_RESULTS]
    codes = sorted({finding.code for finding, _ in pairs})
    run = {
        "tool": {
            "driver": {"name": "portal", "version": __version__, "rules": [_rule(code) for code in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, name, codes, report.folder, words) for finding, name in pairs],
    }
    left_out = len(report.findings) - len(pairs)
    if left_out:
        notice = words.say("{n} more findings are not in this file", n=left_out)
        run["invocations"] = [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [{"level": "warning", "message": {"text": notice}}],
            }
        ]
    return as_json({"version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    rule = BY_CODE[code]
    _, _, body = inspect.cleandoc(rule.page).partition("\n")
    return {
        "id": code,
        "shortDescription": {"text": f"{rule.title}."},
        "help": {"text": body.strip()},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(
    finding: Finding, fingerprint: str, codes: Sequence[str], folder: str, words: Words
) -> dict[str, object]:
    message, help = words.message(finding), words.help(finding)
    text = neutral(f"{message} – {help}" if help else message)
    if (
        "](" in text
    ):  # brackets before a parenthesis would be a link in a message of SARIF, and braces are slots
        text = text.replace("[", "\\[").replace("]", "\\]")
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": text.replace("{", "{{").replace("}", "}}")},
        "locations": [{"physicalLocation": _location(finding, folder)}],
        "partialFingerprints": {"portalFinding/v1": fingerprint},
    }


def _location(finding: Finding, folder: str) -> dict[str, object]:
    place = finding.position
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line >= place.line and (place.end_line, place.end_column) > (place.line, place.column):
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    uri = quote(f"{folder}{place.file}".encode("utf-8", "surrogateescape"))
    return {"artifactLocation": {"uri": uri}, "region": region}
