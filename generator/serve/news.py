"""What open pages are told: the keys of all sites, and what is wrong, with the lines of the files.

Takes states, returns JSON on one line. The words are said by whoever speaks to editors (`Speaker`).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from typing import Protocol

from generator.diagnostics import Finding, Position
from generator.paths import PortalPaths, source_lines
from generator.serve.desk import State

_SHOWN = 50
"""Findings on a page; who has more sees the first ones first."""
_EXCERPT = 160
"""Characters of a line."""


class Speaker(Protocol):
    """How findings and labels are said; `language` is the language of the words."""

    @property
    def language(self) -> str:
        """BCP 47."""

    def say(self, template: str, **values: object) -> str:
        """Return a sentence with its values."""

    def message(self, finding: Finding) -> str:
        """Return what is wrong."""

    def help(self, finding: Finding) -> str:
        """Return what would help."""

    def counted(self, findings: Sequence[Finding]) -> str:
        """Return findings as a count in words."""


class News:
    """Turns states into what is sent; each state once."""

    def __init__(self, paths: PortalPaths, speaker: Speaker) -> None:
        self._paths = paths
        self._speaker = speaker
        self._lock = threading.Lock()
        self._last: tuple[int, bytes] = (-1, b"")

    def of(self, state: State) -> bytes:
        """Return one line of JSON."""
        with self._lock:
            if self._last[0] != state.number:
                self._last = (state.number, self._written(state))
            return self._last[1]

    def problem(self, finding: Finding) -> dict[str, object]:
        """Return a finding in words, with the line of the file in three parts; the middle one is what is meant."""
        place = finding.position
        return {
            "severity": self._speaker.say(finding.severity.value),
            "code": finding.code,
            "place": f"{place.file}:{place.line}" if place.line else place.file,
            "message": self._speaker.message(finding),
            "help": self._speaker.help(finding),
            "excerpt": self._excerpt(place),
        }

    def _written(self, state: State) -> bytes:
        say = self._speaker.say
        news = {
            "sites": {"": str(state.number), **{face.id: face.key for face in state.faces}},
            "language": self._speaker.language,
            "title": say(
                "{findings}: these pages are shown as they last were",
                findings=self._speaker.counted(state.errors),
            ),
            "count": self._speaker.counted(state.errors),
            "close": say("Close"),
            "help": say("help"),
            "problems": [self.problem(finding) for finding in state.errors[:_SHOWN]],
        }
        return json.dumps(news, ensure_ascii=True, separators=(",", ":")).encode()

    def _excerpt(self, place: Position) -> list[str]:
        lines = source_lines(self._paths.root, place.file)
        if not 1 <= place.line <= len(lines):
            return []
        line = lines[place.line - 1]
        begin = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else begin + 1
        start = max(0, begin - _EXCERPT // 2) if len(line) > _EXCERPT else 0
        stop = start + _EXCERPT
        return [line[start:begin], line[begin : min(end, stop)], line[min(end, stop) : stop]]
