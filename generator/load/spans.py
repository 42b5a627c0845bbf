"""Where the texts of a YAML file are, by the parser's own places.

Takes a text that can be parsed, answers for an offset whether it lies inside a scalar, and gives its comments. Outside
of scalars are only indentation, signs of YAML, comments and line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import yaml

from generator.load.yaml_text import PARSER

_END = re.compile(r"[\r\n]")


class Scalars:
    """The places of all scalars of a text. Raises `yaml.YAMLError` when it cannot be parsed."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for event in yaml.parse(text, Loader=PARSER):
            if isinstance(event, yaml.ScalarEvent):
                start, end = _index(event.start_mark), _index(event.end_mark)
                if event.style in ("|", ">"):
                    # The header of a block text may have a comment of its own; the text begins below it.
                    below = text.find("\n", start, end)
                    start = end if below < 0 else below
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to a scalar."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield every comment of a text that can be parsed, with its offset: from `#` to the end of the line.

    Raises `yaml.YAMLError` when it cannot be parsed.
    """
    scalars = Scalars(text)
    at = text.find("#")
    while at >= 0:
        end = at + 1
        if (at == 0 or text[at - 1] in " \t\r\n\ufeff") and not scalars.hold(at):
            found = _END.search(text, at)
            end = found.start() if found else len(text)
            yield at, text[at:end]
        at = text.find("#", end)


def _index(mark: Any) -> int:
    return int(mark.index)
