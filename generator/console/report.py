"""What every format says about a run: the findings, what was looked at, and a few of many findings of one rule.

Takes findings and counts; returns values and the last line. How a finding looks is for the modules of the formats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.console.words import Words
from generator.diagnostics import Finding

MOST = 10
"""Of one rule in one file, so many findings are shown to people; programs get all of them."""

MORE = "  … and {n} more of {code} in this file"


@dataclass(frozen=True, slots=True)
class Report:
    """A run of `portal check`. `ignored` findings were switched off by a comment and are not in `findings`.

    `folder` is where the portal lies in its repository, `portal/`: services want places from the top.
    """

    findings: tuple[Finding, ...]
    files: int = 0
    sites: int = 0
    languages: int = 0
    ignored: int = 0
    folder: str = ""

    @property
    def fixable(self) -> int:
        """How many findings `--fix` can repair."""
        return sum(1 for finding in self.findings if finding.edits)

    def facts(self) -> dict[str, object]:
        """Return what was looked at, for programs."""
        return {
            "files": self.files,
            "sites": self.sites,
            "languages": self.languages,
            "ignored": self.ignored,
            "fixable": self.fixable,
        }

    def last_line(self, words: Words) -> str:
        """Return what was looked at and found, as one line without its end."""
        line = words.say(
            "checked {files}, {sites}, {languages}: {findings}",
            files=words.number_of(self.files, "{n} file", "{n} files"),
            sites=words.number_of(self.sites, "{n} site", "{n} sites"),
            languages=words.number_of(self.languages, "{n} language", "{n} languages"),
            findings=words.counted(self.findings),
        )
        if self.fixable:
            line += words.say(" ({n} fixable with --fix)", n=self.fixable)
        if self.ignored:
            line += words.say("; {n} ignored", n=self.ignored)
        return line


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding to show; after it, how many `more` of the same rule in the same file are not shown."""

    finding: Finding
    more: int = 0


def capped(findings: Sequence[Finding], most: int = MOST) -> Iterator[Shown]:
    """Yield the first `most` findings of each rule in each file, the last of them with the number left out.

    What no rule found is never left out.
    """
    total = Counter((finding.position.file, finding.code) for finding in findings)
    seen = Counter[tuple[str, str]]()
    for finding in findings:
        key = (finding.position.file, finding.code)
        seen[key] += 1
        if seen[key] < most or total[key] <= most or not finding.code:
            yield Shown(finding)
        elif seen[key] == most:
            yield Shown(finding, total[key] - most)
