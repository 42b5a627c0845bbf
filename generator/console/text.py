"""Findings for people: place, what is wrong, the line with a caret, what would help.

Takes findings and a way to read source lines; returns text. Nothing that an editor wrote reaches the terminal
as a control sequence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from generator.console.report import MORE, capped
from generator.console.safe import neutral
from generator.console.words import ENGLISH, Words
from generator.diagnostics import Finding, Severity

SourceLine = Callable[[str, int], str | None]
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_TAB_WIDTH = 4


def format_findings(
    findings: Sequence[Finding], source_line: SourceLine, words: Words = ENGLISH, *, colour: bool = False
) -> str:
    """Return all findings, one block each, ending with a line break; empty when there are none.

    Of one rule in one file, the first few are shown and the others counted. Where a rule is met first, it is
    said how to read its page.
    """
    blocks, explained = [], set[str]()
    for group in capped(findings):
        finding = group.finding
        lines = _block(finding, source_line, words, colour)
        if finding.code and finding.code not in explained:
            lines.append(f"  {words.say('explain')}: portal explain {finding.code}")
            explained.add(finding.code)
        if group.more:
            lines.append(words.say(MORE, n=group.more, code=finding.code))
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def _block(finding: Finding, source_line: SourceLine, words: Words, colour: bool) -> list[str]:
    place = finding.position
    severity = _painted(words.say(finding.severity.value), _COLOURS[finding.severity], colour)
    head = (neutral(str(place)), severity, finding.code, neutral(words.message(finding)))
    lines = ["  ".join(part for part in head if part)]
    source = source_line(place.file, place.line)
    if source is not None:
        gutter = f"{place.line:>5} | "
        shown, column, width = _excerpt(source, place.column, _width(finding))
        lines.append(f"{gutter}{neutral(shown)}")
        lines.append(f"{' ' * (len(gutter) - 2)}| {' ' * column}{_painted('^' * width, '31', colour)}")
    if finding.help:
        lines.append(f"  {words.say('help')}: {neutral(words.help(finding))}")
    return lines


def _width(finding: Finding) -> int:
    place = finding.position
    return place.end_column - place.column if place.end_line == place.line else 1


def _excerpt(source: str, column: int, width: int, limit: int = 100) -> tuple[str, int, int]:
    """Cut a long line around the place; return it with the column (from 0) and width of the mark."""
    start = max(0, column - 1 - limit // 2) if len(source) > limit else 0
    shown = source[start : start + limit]
    before = shown[: column - 1 - start]
    marked = shown[column - 1 - start : column - 1 - start + max(width, 1)]
    return shown.replace("\t", " " * _TAB_WIDTH), _cells(before), max(1, _cells(marked))


def _cells(text: str) -> int:
    """How many columns of a terminal `text` takes, once tabs are spaces and `neutral` has been at work."""
    return sum(map(_width_of, neutral(text.replace("\t", " " * _TAB_WIDTH))))


def _width_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
