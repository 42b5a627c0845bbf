"""The verdict on a portal, remembered under the digest of everything that it depends on.

Takes what the walk saw, the day and the theme; returns the verdict of an earlier check of exactly the same, or keeps a
new one. Of each choice of languages the last verdict is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.clock import Clock
from generator.diagnostics import Finding
from generator.intake.codec import dumps, loads
from generator.intake.index import state_of
from generator.intake.portal import Sight
from generator.store.digest import program_digest
from generator.store.store import key_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong, how many findings are ignored, and each site's languages, by site."""

    findings: tuple[Finding, ...]
    ignored: int
    languages: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Memory:
    """Verdicts about a portal as it is. `state` is empty as long as not all of it is known."""

    sight: Sight
    key: str
    others: bytes
    state: str

    @classmethod
    def of(cls, sight: Sight, clock: Clock, languages: Sequence[str]) -> Memory:
        """Return the memory for what was seen, on this day."""
        reading = sight.reading
        key = key_of(b"verdict", program_digest().encode(), "\n".join(languages).encode())
        if reading.store.folder is None:
            return cls(sight, key, b"", "")
        day = clock.today.isoformat().encode()
        others = repr((_surroundings(sight), day, tuple(languages))).encode()
        state = _state(others, sight.digests) if sight.is_known else ""
        return cls(sight, key, others, state)

    def recall(self) -> Verdict | None:
        """Return the verdict on exactly this, if it was kept."""
        data = self.sight.reading.store.get(self.key) if self.state else None
        found = loads(data) if data else None
        match found:
            case (self.state, tuple() as findings, int() as ignored, dict() as languages):
                return Verdict(findings, ignored, languages)
        return None

    def keep(self, verdict: Verdict, digests: Mapping[str, str]) -> str:
        """Keep a verdict on files with these digests and return the state; empty when not all could be read."""
        sight = self.sight
        if not sight.reading.keeps or len(digests) != len(sight.files):
            return ""
        is_same = self.state and digests == sight.digests
        state = self.state if is_same else _state(self.others, digests)
        if all(sight.index.is_settled(mark) for _, mark in sight.found.pictures):
            parts = (state, verdict.findings, verdict.ignored, dict(verdict.languages))
            sight.reading.store.put(self.key, dumps(parts))
        return state


def _state(others: bytes, digests: Mapping[str, str]) -> str:
    return state_of(digests, program_digest().encode(), others).hex()


def _surroundings(sight: Sight) -> tuple[object, ...]:
    """Everything that is no record and decides all the same: odd files, pictures, the theme's words."""
    found = sight.found
    words = [
        (str(path.relative_to(sight.paths.theme)), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted((sight.paths.theme / "locales").rglob("*.po"))
    ]
    return (found.findings, found.pictures, _names(sight.paths.media), words)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
