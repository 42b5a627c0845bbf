"""Comments that are meant for the program: those that begin with `# portal:`.

Takes the text of a YAML file, returns each such comment with the lines it speaks of. A `#` inside a text is no
comment; the parser's places tell which is which. What a comment says is not read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.diagnostics import Position
from generator.load.spans import comments

_REMARK = re.compile(r"#[ \t]*portal[ \t]*:[ \t]*(.*?)[ \t]*", re.IGNORECASE)
_QUICK = re.compile(rb"#[ \t]*portal[ \t]*:", re.IGNORECASE)
_FENCE = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment for the program. `text` is what follows `portal:`; `lines` are those of which it speaks.

    At the end of a line that is this line; on a line of its own it is the next that has more than a comment.
    Among the first lines of a file it speaks of the file as a whole as well, which is line 1.
    """

    text: str
    position: Position
    lines: frozenset[int]


def remarks(data: bytes, file: str) -> tuple[Remark, ...]:
    """Return the remarks in the bytes of a YAML file that can be parsed; none when it cannot."""
    return _in_text(data.decode("utf-8-sig"), file, 1) if _QUICK.search(data) else ()


def page_remarks(data: bytes, file: str) -> tuple[Remark, ...]:
    """Return the remarks in the front matter of a page; each speaks of the whole page."""
    fences = list(_FENCE.finditer(data))
    if len(fences) < 2 or fences[0].start() or not _QUICK.search(data):
        return ()
    lines = frozenset(range(1, data.count(b"\n") + 2))
    front = data[fences[0].end() + 1 : fences[1].start()].decode("utf-8")
    return tuple(Remark(found.text, found.position, lines) for found in _in_text(front, file, 2))


def _in_text(text: str, file: str, first_line: int) -> tuple[Remark, ...]:
    try:
        found = [(at, match) for at, comment in comments(text) if (match := _REMARK.fullmatch(comment))]
    except (yaml.YAMLError, ValueError, OverflowError):
        return ()
    lines = text.split("\n")
    return tuple(_remark(text, at, match, lines, Position(file, first_line)) for at, match in found)


def _remark(text: str, at: int, match: re.Match[str], lines: list[str], first: Position) -> Remark:
    """Return the remark at an offset of `text`, whose first line stands at `first` in its file."""
    line, first_line = text.count("\n", 0, at), first.line
    before = text[text.rfind("\n", 0, at) + 1 : at]
    speaks_of = {line}
    if not before.strip():
        following = (number for number in range(line + 1, len(lines)) if not _is_bare(lines[number]))
        speaks_of = {next(following, line)}
        if all(_is_bare(above) for above in lines[:line]):
            speaks_of.add(0)
    width = len(match[0].rstrip(" \t"))
    column = len(before) + 1
    place = Position(first.file, line + first_line, column, line + first_line, column + width)
    return Remark(match[1], place, frozenset(number + first_line for number in speaks_of))


def _is_bare(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
