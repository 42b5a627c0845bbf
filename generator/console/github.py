"""Findings as workflow commands of GitHub: annotations beside the lines of a pull request.

Takes a report and the lines that were changed; returns what goes to the log. A step shows ten annotations and drops
the others, so the worst come first, those on changed lines before the rest, and the rest is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.console.report import Report
from generator.console.safe import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding, Severity

MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

ChangedLines = Mapping[str, Collection[int]]


def format_github(report: Report, words: Words = ENGLISH, changed: ChangedLines | None = None) -> str:
    """Return at most ten commands, how many findings have none, and the line of counts."""
    ordered = sorted(report.findings, key=lambda finding: _order(finding, changed or {}))
    lines = [_command(finding, report.folder, words) for finding in ordered[:MOST]]
    left = len(ordered) - MOST
    if left > 0:
        template = "{n} more are not annotated: a step shows {most}; the summary of this step lists all"
        lines.append(words.say(template, n=left, most=MOST))
    return "".join(f"{line}\n" for line in (*lines, report.last_line(words)))


def _order(finding: Finding, changed: ChangedLines) -> tuple[int, bool, tuple[object, ...]]:
    place = finding.position
    return finding.severity.rank, place.line not in changed.get(place.file, ()), finding.sort_key


def _command(finding: Finding, folder: str, words: Words) -> str:
    place = finding.position
    where = {"file": f"{folder}{place.file}", "line": place.line, "col": place.column}
    if place.end_line == place.line and place.end_column > place.column:
        where["endColumn"] = place.end_column - 1
    where["title"] = finding.code
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    said = [neutral(words.message(finding))]
    if finding.help:
        said.append(f"{words.say('help')}: {neutral(words.help(finding))}")
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(neutral(text)).replace(":", "%3A").replace(",", "%2C")
