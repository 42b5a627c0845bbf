"""Which bytes each file had, by what its folder says of it: files that have not changed need not be read.

Takes the files of a walk, returns the digests of those that are as they were, and keeps those of today's. A file that
changed so lately that it might change again without a trace is not trusted next time. The names in it have been judged
by the program, so it is kept under a key of that very program; then a walk need not judge them again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.clock import machine_seconds
from generator.intake.codec import dumps, loads
from generator.load.files import File, Mark
from generator.store.store import Store

_UNSURE = 2.0
"""Seconds: the coarsest time stamps that files have, those of FAT."""
_NANO = 1_000_000_000
_FEW = 1000
"""Of so many files one that is not known costs nothing."""


@dataclass(frozen=True, slots=True)
class Index:
    """Digests of files and the marks that the files had, by the name shown. `since` is when the walk began."""

    store: Store
    key: str
    since: float
    marks: Mapping[str, Mark] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, store: Store, key: str) -> Index:
        """Return what was kept; call this before the walk."""
        since = machine_seconds()
        data = store.get(key)
        match loads(data) if data else None:
            case (dict() as marks, dict() as digests) if all(map(_is_name, marks)):
                return cls(store, key, since, marks, digests)
        return cls(store, key, since)

    def known(self, files: Iterable[File]) -> dict[str, str]:
        """Return the digests of the files that are as they were."""
        marks, digests = self.marks, self.digests
        return {
            file.shown: digests[file.shown]
            for file in files
            if file.shown in digests and marks.get(file.shown) == file.mark
        }

    def is_about(self, files: int, known: int) -> bool:
        """Whether it is not worth while to keep it anew, when of so many files so many are known.

        The next run reads what is not known, and that is sooner done for one file in a thousand.
        """
        return (max(files, len(self.digests)) - known) * _FEW < files

    def keep(self, files: Iterable[File], digests: Mapping[str, str]) -> None:
        """Keep the digests of files for the next run. Nothing is written when nothing is new."""
        marks = {
            file.shown: file.mark
            for file in files
            if file.mark is not None and file.shown in digests and self.is_settled(file.mark)
        }
        known = {name: digests[name] for name in marks}
        if (marks, known) != (self.marks, self.digests):
            self.store.put(self.key, dumps(({name: tuple(mark) for name, mark in marks.items()}, known)))

    def is_settled(self, mark: Mark) -> bool:
        """Whether a change from now on would be seen in the mark."""
        return max(mark.modified, mark.changed) < (self.since - _UNSURE) * _NANO


def _is_name(name: object) -> bool:
    """Whether this can be printed as it is; what else a name must be was found when it was kept."""
    return isinstance(name, str) and name.isascii() and name.isprintable()


def state_of(digests: Mapping[str, str], *others: bytes) -> bytes:
    """Return the digest of all files together and of what else decides."""
    found = hashlib.sha256(b"\n".join(hashlib.sha256(other).digest() for other in others))
    found.update("".join(f"\n{name}\0{digests[name]}" for name in sorted(digests)).encode())
    return found.digest()
