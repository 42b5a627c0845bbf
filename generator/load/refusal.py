"""How the loader says no: one finding per cause, and a collector that stops listing after a limit.

Takes what was found and where, returns `Finding` values with the codes PP001 to PP012. Decides nothing
about YAML and prints nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.diagnostics import Finding, Position, Severity
from generator.limits import LIMITS, Limits

_SUGGESTION_CANDIDATES = 200
"""Comparing with more names than this would let a hostile file buy minutes of work."""


def error(code: str, position: Position, message: str, help: str = "", **values: object) -> Finding:
    """Return an error. `message` and `help` are templates, `values` fill their `{name}` slots."""
    return Finding(code, Severity.ERROR, position, message, values, help)


def unlisted(first: Position, count: int, limit: int) -> Finding:
    """Return the finding that stands for `count` findings past the limit of a file, the `first` of them there."""
    message = "{count} more findings in this file are not listed; the limit is {limit} per file."
    if count == 1:
        message = "{count} more finding in this file is not listed; the limit is {limit} per file."
    help = "Mend the first ones and check again: often one cause has many effects."
    return error("PP007", first, message, help, count=count, limit=limit)


class Refusals:
    """The findings of one file. Past `limits.findings_per_file` they are counted, not listed."""

    def __init__(self, file: str, limits: Limits = LIMITS) -> None:
        self.file = file
        self._limit = limits.findings_per_file
        self._listed: list[Finding] = []
        self._unlisted = 0
        self._first_unlisted = Position(file)

    def __bool__(self) -> bool:
        return bool(self._listed)

    @property
    def full(self) -> bool:
        """Whether further findings will only be counted; then no time need go into a suggestion."""
        return len(self._listed) >= self._limit

    def add(self, code: str, position: Position, message: str, help: str = "", **values: object) -> None:
        """Add an error with the arguments of `error`."""
        if self.full:
            self._first_unlisted = self._first_unlisted if self._unlisted else position
            self._unlisted += 1
            return
        self._listed.append(error(code, position, message, help, **values))

    def result(self) -> tuple[Finding, ...]:
        """Return the findings in the order in which they were added."""
        if not self._unlisted:
            return tuple(self._listed)
        return (*self._listed, unlisted(self._first_unlisted, self._unlisted, self._limit))


def too_large(file: str, limits: Limits = LIMITS) -> Finding:
    """Return the finding for a file with more bytes than the limit."""
    message = "This file is larger than {limit} KiB, the limit for one file."
    help = "Split it into several records or pages; pictures belong in files of their own."
    return error("PP007", Position(file), message, help, limit=limits.file_bytes // 1024)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `name` was probably meant to be, or `None`."""
    known = list(candidates)
    if len(known) > _SUGGESTION_CANDIDATES:
        folded = name.casefold()
        return next((candidate for candidate in known if candidate.casefold() == folded), None)
    return next(iter(difflib.get_close_matches(name, known, n=1)), None)


def shorten(text: str, characters: int = 60) -> str:
    """Return `text` on one line, cut to `characters` with an ellipsis, for use inside a message."""
    line = " ".join(text[: characters * 4].split())
    return line if len(line) <= characters else line[: characters - 1] + "…"
