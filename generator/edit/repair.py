"""Repair of a portal's files: all safe edits of its findings, again and again until nothing is left to do.

Takes a way to check with some files' bytes replaced, returns the new bytes of each file that changed. Writes nothing;
a repair that cannot be proven is left out, and said.
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
    """New bytes by file, the findings that were mended in each, and the files that were left alone as not proven."""

    files: dict[str, bytes] = field(default_factory=dict)
    mended: dict[str, list[Finding]] = field(default_factory=dict)
    left_alone: set[str] = field(default_factory=set)


def repair(check: Findings, read: Read, wanted: Callable[[Finding], bool]) -> Repaired:
    """Return what the edits of all `wanted` findings make of the files."""
    done = Repaired()
    for _ in range(_ROUNDS):
        changed = False
        for file, found in _by_file(check(done.files), wanted).items():
            if file not in done.left_alone:
                before = done.files.get(file) or read(file)
                changed = _mend(file, before, found, done) or changed
        if not changed:
            break
    return done


def _by_file(findings: Sequence[Finding], wanted: Callable[[Finding], bool]) -> dict[str, list[Finding]]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.edits and wanted(finding):
            files.setdefault(finding.edits[0].place.file, []).append(finding)
    return files


def _mend(file: str, before: bytes, findings: list[Finding], done: Repaired) -> bool:
    """Mend one file: all findings together, or one by one those that can be proven alone."""
    text = before.decode("utf-8")
    for group in (findings, *([finding] for finding in findings)):
        edits = [edit for finding in group for edit in finding.edits]
        after = apply(text, (finding.edits for finding in group))
        if after != text and is_proven(text, after, edits, file):
            done.files[file] = after.encode()
            done.mended.setdefault(file, []).extend(group)
            return True
    done.left_alone.add(file)
    return False
