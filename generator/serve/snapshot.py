"""What one reading of the portal gave, as values that travel from the builder's process to the server.

`Snapshot` has the sites as they can be shown and everything that is wrong; `ServeOptions` what was asked for.
Nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from generator.diagnostics import Finding, Phrase, Position, Severity


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Which sites and languages are shown, and where. Empty `sites` and `languages` mean all.

    `jobs` processes make pictures. Without `notices` of the system, files are looked at every now and then.
    """

    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    jobs: int = 1
    notices: bool = True


@dataclass(frozen=True, slots=True)
class Face:
    """One site as the server knows it.

    `key` names the whole content of the site: equal keys, equal files. `homes` maps each language, the default
    first, to its home page below the site. `address` is where the site will be published. `files` are
    those that the site is made of. `pages` maps the files that readers see as a page, or as part of a list,
    to its title and its place below the site.
    """

    id: str
    name: str
    key: str
    address: str
    homes: Mapping[str, str]
    files: frozenset[str] = frozenset()
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding stands in what the site shows."""
        file = finding.position.file
        return file in self.files or file.startswith(f"sites/{self.id}/")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the default first."""
        return tuple(self.homes)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reading of the portal.

    `faces` is `None` when something is wrong that stops a build; then the sites stay what they were. `states` has a
    digest of what each record says, by its file. `until` is the instant at which something changes by itself.
    `refused` is the usage error that a build would end with.
    """

    findings: tuple[Finding, ...]
    faces: tuple[Face, ...] | None = None
    states: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    refused: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be made: the findings that say so, most often one of the theme."""

    findings: tuple[Finding, ...] = field(default_factory=tuple)


def fault_of(said: Phrase, advice: Phrase, position: Position) -> Finding:
    """Return as a finding what no rule finds: a fault of the theme, of a setting, of the folders."""
    values = {**said.values, **advice.values}
    return Finding("", Severity.ERROR, position, said.template, values, advice.template)


def fault_of_program(problem: str | Phrase) -> Finding:
    """Return a fault of the program itself as a finding, so that serving goes on and somebody reads of it."""
    said = Phrase("a fault of the program: {problem}", {"problem": problem})
    return fault_of(said, Phrase("please report it; the pages stay as they were"), Position("generator", 0))
