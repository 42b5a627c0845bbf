"""The ways in which a command can fail, each with its exit code; no formatting here.

A person sees the message and, for findings, the places. The traceback of anything else is turned by `cli`
into a request for a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from generator.diagnostics import Finding, Phrase, Position, told


class PortalError(Exception):
    """Base of all expected failures. `help` says what to do next; it may be empty.

    Both are templates in English over `values`, or sentences without slots; `said` and `advice` are for whoever
    speaks another language.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, help: str | Phrase = "", /, **values: object) -> None:
        self.said = Phrase(message, values)
        self.advice = Phrase(*told(help, values))
        self.message, self.help = str(self.said), str(self.advice)
        super().__init__(self.message)


class UsageError(PortalError):
    """The command cannot be meant this way: unknown site, no portal here, nothing to check."""

    exit_code = 2


class SettingsError(UsageError):
    """`mkdocs.yml` cannot be used, or a hook or plugin that it names failed: the operator mends it.

    `position` is the line of the hook, where one is known; its file is as `mkdocs.yml` names it. `finding` says the
    same without the place in the sentence; there is none of what only a build finds.
    """

    position: Position | None = None
    finding: Finding | None = None

    @classmethod
    def of(cls, finding: Finding) -> Self:
        """Return the error that a finding is; it says the place."""
        fault = Phrase(finding.message, finding.values)
        help = Phrase(finding.help, finding.values)
        error = cls("{place}: {fault}", help, place=finding.position, fault=fault)
        error.position, error.finding = finding.position, finding
        return error

    def at(self, position: Position) -> Self:
        """Return the error itself, with a place."""
        self.position = position
        return self


class ContentError(PortalError):
    """The content has findings at the fail level; they travel with the error."""

    exit_code = 1

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("{n} findings", n=len(findings))
        self.findings = tuple(findings)


class RenderError(PortalError):
    """A template or the engine failed on a page: a fault of the theme or of the program, not of the content.

    `position` is the line of the template, where one is known; its file is a whole path.
    """

    def __init__(self, message: str, help: str = "", position: Position | None = None) -> None:
        super().__init__(message, help)
        self.position = position


class PublishError(PortalError):
    """The output could not be written or switched: its folder, its disk or another build is in the way."""

    exit_code = 2
