"""What the check says of each mutation, and how often it is right.

Takes a portal and mutations, returns a score: found, at the right line, with an error; the same records; or missed.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.clock import read_clock
from generator.diagnostics import Finding, Severity
from generator.load.loader import Reading
from generator.paths import PortalPaths
from generator.verdict.checked import Checked
from generator.verdict.portal import check_portal
from tests.mutations.fields import fields_of
from tests.mutations.mutate import HARMLESS, Mutation, mutations

TODAY = "2026-11-21"
_HARMLESS = {make.__name__ for make in HARMLESS}


@dataclass(slots=True)
class Score:
    """How many mutations were made and what became of them; `misses` says which were not as they should be."""

    seed: int
    made: int = 0
    found: int = 0
    same: int = 0
    at_line: int = 0
    errors: int = 0
    misses: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        share = 100 * self.at_line / max(1, self.found)
        return (
            f"mutations, seed {self.seed}: {self.made} made, {self.found} found, {self.same} left all records the "
            f"same, {len(self.misses)} missed; {share:.1f} % of first findings on the line; {self.errors} with "
            f"exit code 1; {len(self.tracebacks)} tracebacks"
        )


def score_of(paths: PortalPaths, count: int, seed: int) -> Score:
    """Make so many mutations of a portal and check each."""
    clock = read_clock(TODAY)
    before = check_portal(paths, clock)
    fields = fields_of(paths, before.catalog)
    texts = {found.file: (paths.root / found.file).read_text("utf-8") for found in fields}
    score = Score(seed)
    for mutation in mutations(fields, texts, count, seed):
        score.made += 1
        score.kinds[mutation.kind] += 1
        try:
            after = check_portal(paths, clock, reading=Reading({mutation.file: mutation.text.encode()}))
        except Exception:
            score.tracebacks.append(
                f"{mutation.kind} {mutation.file} {mutation.what}\n{traceback.format_exc()}"
            )
            continue
        _judge(mutation, before, after, score)
    return score


def _judge(mutation: Mutation, before: Checked, after: Checked, score: Score) -> None:
    new = new_findings(before.findings, after.findings)
    name = f"{mutation.kind} {mutation.file} {mutation.what}"
    same = before.catalog.by_key == after.catalog.by_key and before.catalog.pages == after.catalog.pages
    if mutation.kind in _HARMLESS:
        score.same += same and not new
        if new or not same:
            score.misses.append(f"{name}: {[str(found.position) for found in new]}")
        return
    if not new:
        score.same += same
        if not same:
            score.misses.append(name)
        return
    score.found += 1
    first = new[0]
    score.errors += any(found.severity is Severity.ERROR for found in new)
    if first.position.file == mutation.file and first.position.line in mutation.lines:
        score.at_line += 1
    else:
        lines = sorted(mutation.lines)[:3]
        score.elsewhere.append(f"{name} {lines}: {first.position} {first.code} {first.text}")


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Return the findings, in order, that were not there before; their lines may have moved."""
    known = Counter((found.code, found.position.file, found.text) for found in before)
    new = []
    for found in after:
        key = (found.code, found.position.file, found.text)
        if known[key]:
            known[key] -= 1
        else:
            new.append(found)
    return new
