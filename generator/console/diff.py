"""Repairs as a unified diff, as `git diff` and `patch` write it.

Takes texts before and after, returns text. Control characters in the lines are made visible, so that a terminal obeys
none of them; such a diff is for people.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from generator.console.safe import neutral

_UNENDED = "\n\\ No newline at end of file"


def format_diff(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return the difference of each file, in order of their names."""
    return "".join(_file(file, before[file], after[file]) for file in sorted(after))


def _file(file: str, before: str, after: str) -> str:
    name = neutral(file)
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}", lineterm="")
    return "".join(f"{line[:1]}{_shown(line[1:])}\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += _UNENDED
    else:
        lines.pop()
    return lines


def _shown(line: str) -> str:
    text = line.removesuffix(_UNENDED)
    return "\t".join(neutral(part) for part in text.split("\t")) + (_UNENDED if text != line else "")
