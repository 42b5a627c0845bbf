"""Line ends of a file: what no reader sees and every comparison of two versions does.

Takes the bytes of a YAML file that can be parsed, returns at most one finding, PP040, with the repairs. Spaces at the
ends of lines inside a text are left alone, because there they may be meant.
"""

from __future__ import annotations

import re

from generator.diagnostics import Edit, Finding, Position, Severity
from generator.load.spans import Scalars

_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_WINDOWS = re.compile(r"\r(?=\n)")


def untidy(data: bytes, file: str) -> tuple[Finding, ...]:
    """Return what is untidy about the line ends of a file."""
    if data.endswith(b"\n") and not re.search(rb"\r|[ \t]\n", data):
        return ()
    text = data.decode("utf-8-sig")
    edits = [*_spaces(text, file), *(_edit(text, file, found.span()) for found in _WINDOWS.finditer(text))]
    if not text.endswith("\n"):
        edits.append(_edit(text, file, (len(text), len(text)), "\n"))
    if not edits:
        return ()
    edits.sort(key=lambda edit: edit.place)
    message = "spaces or Windows line ends, or the end of the file without a line end, in {n} places"
    help = "nothing is wrong with the facts; `portal check --fix` tidies it up"
    return (
        Finding("PP040", Severity.NOTE, edits[0].place, message, {"n": len(edits)}, help, edits=tuple(edits)),
    )


def _spaces(text: str, file: str) -> list[Edit]:
    found = list(_TRAILING.finditer(text))
    if not found:
        return []
    scalars = Scalars(text)
    free = [match.span() for match in found if not scalars.hold(match.start())]
    return [_edit(text, file, span) for span in free]


def _edit(text: str, file: str, span: tuple[int, int], new: str = "") -> Edit:
    line = text.count("\n", 0, span[0])
    column = span[0] - (text.rfind("\n", 0, span[0]) + 1)
    place = Position(file, line + 1, column + 1, line + 1, column + 1 + span[1] - span[0])
    return Edit(place, new)
