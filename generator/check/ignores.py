"""Findings that a comment switches off, for a time and with a reason.

Takes findings and the remarks of all files, returns what is left and what is wrong with the remarks themselves
(PP041 to PP045). `# portal: ignore PP408 until 2027-01-01: our provider moves in December`
That there is nothing to ignore is said only where somebody has looked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from generator.check.registry import BY_CODE
from generator.check.rule import NEVER_IGNORED, Rule
from generator.diagnostics import Finding, Phrase, Position, Severity, told
from generator.load.comments import Remark
from generator.model.fields.problem import advice_on

_IGNORE = re.compile(r"ignore\b(.*)", re.IGNORECASE)
_BODY = re.compile(r"\s+(PP\d{3}(?:[\s,]+PP\d{3})*)\s+until\s+(\d{4}-\d{2}-\d{2})\s*(?::\s*(.*))?")
_EXPECTED = "write # portal: ignore PP408 until 2027-01-31: reason"
_SHORTEST_REASON = 3
_Use: TypeAlias = tuple[Position, str]
"""The place of a remark, and one of its codes."""
_NEVER = re.compile(r"PP(0|35|9)\d+")
"""What cannot be read, understood or published is not a matter of opinion."""
_DANGLING = frozenset({"PP101", "PP102"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left to say, and how many findings are switched off."""

    findings: tuple[Finding, ...]
    ignored: int


@dataclass(frozen=True, slots=True)
class Looked:
    """How far somebody has looked: all findings, also those that are not told because they only follow from others.

    `unread` are the files with remarks whose record or page cannot be read, so most rules did not look at it. With
    `gaps` some record of the portal cannot be read: rules that compare records may have passed over others, too.
    """

    findings: Sequence[Finding]
    unread: frozenset[str]
    gaps: bool


@dataclass(frozen=True, slots=True)
class _Ignore:
    """One remark that can be read. On its last day it still counts."""

    codes: tuple[str, ...]
    until: date
    remark: Remark

    def fits(self, finding: Finding) -> bool:
        """Whether the finding is one of those meant, in a line of which the remark speaks."""
        place = finding.position
        same_file = place.file == self.remark.position.file
        return same_file and finding.code in self.codes and place.line in self.remark.lines


@dataclass(frozen=True, slots=True)
class _Uses:
    """Which remarks meet a finding, which one that may not be ignored, and of which that cannot be said."""

    unsaid: set[_Use]
    met: set[_Use] = field(default_factory=set)
    refused: set[_Use] = field(default_factory=set)

    def add(self, finding: Finding, fitting: Iterable[_Ignore]) -> None:
        """Take down a finding with the remarks that mean it."""
        uses = {(ignore.remark.position, finding.code) for ignore in fitting}
        self.met.update(uses)
        if not _may_be_ignored(finding):
            self.refused.update(uses)


def apply_ignores(
    findings: Sequence[Finding], remarks: Iterable[Remark], today: date, looked: Looked
) -> Kept:
    """Return the findings that are not switched off, with those about the remarks."""
    ignores: list[_Ignore] = []
    about: list[Finding] = []
    for remark in remarks:
        read = _read(remark)
        if isinstance(read, Finding):
            about.append(read)
        else:
            ignores.append(read)
    if not ignores:
        return Kept((*findings, *about), 0)
    by_file: dict[str, list[_Ignore]] = {}
    for ignore in ignores:
        by_file.setdefault(ignore.remark.position.file, []).append(ignore)
    uses = _Uses(unsaid=_unsaid(by_file, looked))
    left: list[Finding] = []
    for finding in findings:
        fitting = _fitting(finding, by_file)
        uses.add(finding, fitting)
        left += _verdict(finding, fitting, today)
    ignored = len(findings) - len(left)
    left += (found for ignore in ignores for found in _about(ignore, uses, today))
    return Kept((*left, *about), ignored)


def _fitting(finding: Finding, by_file: Mapping[str, Sequence[_Ignore]]) -> list[_Ignore]:
    return [ignore for ignore in by_file.get(finding.position.file, ()) if ignore.fits(finding)]


def _unsaid(by_file: Mapping[str, Sequence[_Ignore]], looked: Looked) -> set[_Use]:
    """Return of which remarks and codes nobody knows whether they are needed, or it is not told what they are for."""
    has_gaps = looked.gaps or any(finding.code in _DANGLING for finding in looked.findings)
    unknown = {
        (ignore.remark.position, code)
        for file, ignores in by_file.items()
        for ignore in ignores
        for code in ignore.codes
        if file in looked.unread or (has_gaps and _looks_at_others(BY_CODE[code]))
    }
    return unknown | {
        (ignore.remark.position, finding.code)
        for finding in looked.findings
        for ignore in _fitting(finding, by_file)
    }


def _looks_at_others(rule: Rule) -> bool:
    return rule.own is None or rule.check is not None


def _verdict(finding: Finding, fitting: Sequence[_Ignore], today: date) -> Iterator[Finding]:
    """Yield the finding unless it is switched off; one whose time is over never stops a build that ran before."""
    if not fitting or not _may_be_ignored(finding):
        yield finding
    elif all(ignore.until < today for ignore in fitting):
        yield replace(finding, severity=max(finding.severity, Severity.WARNING, key=lambda level: level.rank))


def _may_be_ignored(finding: Finding) -> bool:
    if _NEVER.fullmatch(finding.code) or finding.values.get(NEVER_IGNORED):
        return False
    return finding.severity is not Severity.ERROR or BY_CODE[finding.code].ignorable


def _about(ignore: _Ignore, uses: _Uses, today: date) -> Iterator[Finding]:
    """Yield what is wrong with a remark that can be read, one finding at most for each code."""
    place = ignore.remark.position
    for code in ignore.codes:
        rule, use = BY_CODE[code], (place, code)
        is_refused = _NEVER.fullmatch(code) or (rule.severity is Severity.ERROR and not rule.ignorable)
        if is_refused or use in uses.refused:
            message = "{code} cannot be ignored: {title}"
            yield _warning(
                "PP045", place, message, "mend it, and delete this comment", code=code, title=rule.title
            )
        elif use not in uses.met and use not in uses.unsaid:
            message = "{code} is not found here: there is nothing to ignore"
            help = "delete this comment; it speaks of its own line, or of the next one when it stands alone"
            yield _warning("PP044", place, message, help, code=code)
        elif use in uses.met and ignore.until < today:
            message = "this was to be ignored until {until}; that day is over"
            help = "mend what is found here, or look at it again and write a later day"
            yield _warning("PP043", place, message, help, until=ignore.until)


def _read(remark: Remark) -> _Ignore | Finding:
    """Read a remark, or say what is wrong with it."""
    place = remark.position
    start = _IGNORE.fullmatch(remark.text)
    if start is None:
        message = 'a comment for the program says "{found}"; the only one it knows is ignore'
        return _warning("PP041", place, message, _EXPECTED, found=remark.text[:60])
    body = _BODY.fullmatch(start[1])
    if body is None:
        return _warning("PP041", place, "this comment cannot be read, so nothing is ignored", _EXPECTED)
    codes = tuple(dict.fromkeys(re.findall(r"PP\d{3}", body[1])))
    unknown = next((code for code in codes if code not in BY_CODE), None)
    if unknown:
        help = advice_on(unknown, BY_CODE)
        return _warning("PP041", place, "there is no rule {code}", help, code=unknown)
    try:
        until = date.fromisoformat(body[2])
    except ValueError:
        return _warning("PP041", place, "{found} does not exist", _EXPECTED, found=body[2])
    if len((body[3] or "").strip()) < _SHORTEST_REASON:
        message = "this comment gives no reason, so nothing is ignored"
        return _warning("PP042", place, message, "add a colon and the reason, for those who come after you")
    return _Ignore(codes, until, remark)


def _warning(
    number: str, place: Position, message: str, help: str | Phrase = "", **values: object
) -> Finding:
    advice, values = told(help, values)
    return Finding(number, Severity.WARNING, place, message, values, advice)
