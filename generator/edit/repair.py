"""Repair of a portal's files: all safe edits of its findings, again and again until nothing is left to do.

Takes a way to check with some files' bytes replaced, returns the new bytes of each file that changed. Writes nothing;
a repair that cannot be proven is left out and told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.edit.proof import is_proven
from generator.edit.text import apply

Findings = Callable[[Mapping[str, bytes]], Sequence[Finding]]
"""Checks the portal with these bytes in place of those on disk."""
Read = Callable[[str], bytes]

_ROUNDS = 5


@dataclass(slots=True)
class Repaired:
    """New bytes by file, the findings that were mended in each, and those that were left alone as not proven."""

    files: dict[str, bytes] = field(default_factory=dict)
    mended: dict[str, list[Finding]] = field(default_factory=dict)
    left_alone: list[Finding] = field(default_factory=list)


def repair(check: Findings, read: Read, wanted: Callable[[Finding], bool]) -> Repaired:
    """Return what the edits of all `wanted` findings make of the files."""
    done = Repaired()
    for _ in range(_ROUNDS):
        done.left_alone = []
        changed = False
        for file, found in _by_file(check(done.files), wanted).items():
            before = done.files.get(file) or read(file)
            after, proven = _mended(before.decode("utf-8"), found, file)
            done.left_alone += [finding for finding in found if finding not in proven]
            if proven:
                done.files[file] = after.encode()
                done.mended.setdefault(file, []).extend(proven)
                changed = True
        if not changed:
            break
    return done


def unproven(findings: Sequence[Finding], read: Read) -> list[Finding]:
    """Return the findings whose repair would be left alone as things are."""
    left = []
    for file, found in _by_file(findings, lambda finding: True).items():
        _, proven = _mended(read(file).decode("utf-8"), found, file)
        left += [finding for finding in found if finding not in proven]
    return left


def _by_file(findings: Sequence[Finding], wanted: Callable[[Finding], bool]) -> dict[str, list[Finding]]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.edits and wanted(finding):
            files.setdefault(finding.edits[0].place.file, []).append(finding)
    return files


def _mended(text: str, findings: Sequence[Finding], file: str) -> tuple[str, list[Finding]]:
    """Mend one file: all findings together, else each that can be proven beside those before it."""
    proven: list[Finding] = []
    result = text
    for group in (findings, *([finding] for finding in findings)):
        made = [*proven, *group]
        after = apply(text, (finding.edits for finding in made))
        if after != result and is_proven(text, after, [edit for found in made for edit in found.edits], file):
            proven, result = made, after
            if len(group) == len(findings):
                break
    return result, proven
