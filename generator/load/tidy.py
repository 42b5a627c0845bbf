"""Line ends of a file: what no reader sees and every comparison of two versions does.

Takes the bytes of a YAML file that can be parsed, returns at most one finding, PP040, with the repairs. Spaces at the
ends of lines inside a text are left alone, because there they may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Edit, Finding, Position, Severity
from generator.load.spans import Scalars

_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_UNTIDY = (b"\r", b" \n", b"\t\n")
_WINDOWS = re.compile(r"\r(?=\n)")


def untidy(data: bytes, file: str) -> tuple[Finding, ...]:
    """Return what is untidy about the line ends of a file."""
    if data.endswith(b"\n") and not any(end in data for end in _UNTIDY):
        return ()
    text = data.decode("utf-8-sig")
    spans = [(*found.span(), "") for found in (*_outside_texts(text), *_WINDOWS.finditer(text))]
    if not text.endswith("\n"):
        spans.append((len(text), len(text), "\n"))
    if not spans:
        return ()
    edits = tuple(_edits(text, file, sorted(spans)))
    message = "spaces or Windows line ends, or the end of the file without a line end, in {n} places"
    help = "nothing is wrong with the facts; `portal check --fix` tidies it up"
    return (Finding("PP040", Severity.NOTE, edits[0].place, message, {"n": len(edits)}, help, edits=edits),)


def _outside_texts(text: str) -> list[re.Match[str]]:
    found = list(_TRAILING.finditer(text))
    scalars = Scalars(text) if found else None
    return [match for match in found if scalars and not scalars.hold(match.start())]


def _edits(text: str, file: str, spans: list[tuple[int, int, str]]) -> Iterator[Edit]:
    line, line_start, seen = 1, 0, 0
    for start, end, new in spans:
        line += text.count("\n", seen, start)
        line_start = max(line_start, text.rfind("\n", seen, start) + 1)
        seen = start
        yield Edit(Position(file, line, start - line_start + 1, line, end - line_start + 1), new)
