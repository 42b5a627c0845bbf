"""Positions and findings: what is wrong, where, why, and what would help.

Takes nothing from the rest of the package and prints nothing. A finding is a value; `console` gives it a
voice, `check` and `load` make it. Message and help are templates with `{name}` slots so that they can be
translated and so that a value an editor wrote is never mistaken for part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_SLOT = re.compile(r"\{([a-z_]+)\}")


class Severity(StrEnum):
    """How bad a finding is. `error` stops a build, `warning` does not, `note` only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts errors first."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Position(NamedTuple):
    """A span in a source file. `file` is relative to the portal, with `/`; lines and columns count from 1.

    The end is exclusive: the column after the last character. Columns count characters, not bytes. Line 0 means the
    file or folder as a whole. A tuple, because every value of every file has one.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe repair: what stands at `place` is replaced by `text`. Both ends of the place are known."""

    place: Position
    text: str


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put `values` into the `{name}` slots of `template`; a slot without a value stays as it is.

    `str.format` is not used: a template may come from a translator, and `{0.__class__}` must stay text.
    """
    return _SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), template)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to be said: an English template and its values, which may be phrases themselves."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill(self.template, self.values)


def told(help: str | Phrase, values: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """Return advice as a template, with its values beside those of the message."""
    return (help, dict(values)) if isinstance(help, str) else (help.template, {**values, **help.values})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    `code` is stable (`PP203`) and `portal explain` knows it; it is empty for what no rule finds. `path` is the key path
    inside the record (`("info_meetings", 0, "starts")`), kept for machine formats. `edits` repair it together, where
    that is safe.
    """

    code: str
    severity: Severity
    position: Position
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    help: str = ""
    path: tuple[str | int, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def text(self) -> str:
        """The message with its values filled in."""
        return fill(self.message, self.values)

    @property
    def help_text(self) -> str:
        """The advice with its values filled in; empty when there is none."""
        return fill(self.help, self.values)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Files in order, top to bottom, so that two runs print the same bytes."""
        return (self.position.file, self.position.line, self.position.column, self.code, self.text)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, without repeats: one cause, one place, one finding."""
    unique = {finding.sort_key: finding for finding in findings}
    return tuple(unique[key] for key in sorted(unique))


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings have this severity."""
    return sum(1 for finding in findings if finding.severity is severity)
