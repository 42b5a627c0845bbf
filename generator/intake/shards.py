"""Records and pages in portions, each read, examined and kept together, by as many processes as there are.

Takes units and the digests known of their files, returns what was examined. A portion is one entry of the store; what
of it is as it was is taken from there, the rest is made anew. Compares no two records.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from generator.intake.codec import dumps, loads
from generator.intake.examined import Examined, Unit, digest_of, examine
from generator.load.files import File
from generator.load.loader import Content, Reading, read
from generator.model.catalog import Key
from generator.paths import PortalPaths
from generator.store.digest import program_digest
from generator.store.store import key_of
from generator.workers.pool import Job, run_units

_SHARDS = 64
"""Few enough to be opened quickly, many enough that one edit writes little."""
_WORTH_A_PROCESS = 200
"""Files to read; for less, starting processes costs more than it gains."""

Found: TypeAlias = dict[Key, Examined]


@dataclass(frozen=True, slots=True)
class Shard:
    """The units that are kept together under `name`."""

    name: str
    units: tuple[Unit, ...]

    def state(self, digests: Mapping[str, str]) -> str:
        """Return a name for the bytes of all files, from their digests by the name shown; empty when one is missing."""
        try:
            named = [f"{file.shown}:{digests[file.shown]}" for unit in self.units for file in unit.files]
        except KeyError:
            return ""
        defaults = [unit.default for unit in self.units]
        return hashlib.sha256("\n".join(named + defaults).encode("utf-8", "surrogateescape")).hexdigest()


def _name(shard: Shard) -> str:
    return shard.name


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a shard, and the state it was in then."""

    found: Found = field(default_factory=dict)
    state: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a shard's units are, and the digests of the files that were read for it."""

    found: Found
    digests: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examiner:
    """Fills shards. `known` has the digests of files that need not be read, by the name shown."""

    paths: PortalPaths
    reading: Reading
    known: Mapping[str, str]

    def examine(self, units: Iterable[Unit], group: str) -> Filled:
        """Return what the units are. `group` keeps units of different sorts in different shards."""
        shards = self._shards(units, group)
        found: Found = {}
        digests: dict[str, str] = {}
        for filled in self._filled(shards):
            found |= filled.found
            digests |= filled.digests
        return Filled(found, digests)

    def _filled(self, shards: list[Shard]) -> list[Filled]:
        kept = {shard.name: self._kept(shard) for shard in shards}
        fresh = {shard.name: self._fresh(shard, kept[shard.name]) for shard in shards}
        waiting = [shard for shard in shards if fresh[shard.name]]
        if self.reading.jobs > 1 and sum(fresh.values()) >= _WORTH_A_PROCESS:
            heaviest_first = sorted(waiting, key=lambda shard: -fresh[shard.name])
            job = Job(heaviest_first, self._sealed, _name)
            made: list[Filled] = []  # each is opened while others are still being made
            run_units(
                job,
                self.reading.jobs,
                lambda data: made.append(_unsealed(data)),
                meanwhile=self.reading.meanwhile,
            )
        else:
            made = [self._fill(shard, kept[shard.name]) for shard in waiting]
        same = [shard for shard in shards if not fresh[shard.name]]
        return [*made, *(self._as_kept(shard, kept[shard.name]) for shard in same)]

    def _as_kept(self, shard: Shard, kept: Kept) -> Filled:
        """A shard all of whose units are kept; only what is gone makes it another."""
        return Filled(kept.found) if len(kept.found) == len(shard.units) else self._fill(shard, kept)

    def _shards(self, units: Iterable[Unit], group: str) -> list[Shard]:
        portions: dict[int, list[Unit]] = {}
        for unit in units:
            portions.setdefault(crc32("/".join(unit.key).encode()) % _SHARDS, []).append(unit)
        return [Shard(f"{group} {number}", tuple(members)) for number, members in sorted(portions.items())]

    def _fresh(self, shard: Shard, kept: Kept) -> int:
        """How many files have to be read, or more, because what was kept is not of these bytes."""
        if kept.state and kept.state == shard.state(self.known):
            return 0
        return sum(
            len(unit.files) for unit in shard.units if not self._is_kept(unit, kept.found.get(unit.key))
        )

    def _is_kept(self, unit: Unit, kept: Examined | None) -> bool:
        if kept is None or not all(file.shown in self.known for file in unit.files):
            return False
        return kept.digest == unit.digest([self.known[file.shown] for file in unit.files])

    def _sealed(self, shard: Shard) -> bytes:
        """Fill a shard in a worker; bytes, since plain pickling of records takes three times as long."""
        filled = self._fill(shard, self._kept(shard))
        return pickle.dumps((dumps(filled.found), filled.digests))

    def _fill(self, shard: Shard, kept: Kept) -> Filled:
        found: Found = {}
        digests: dict[str, str] = {}
        plain: set[Path] = set()
        for unit in shard.units:
            found[unit.key] = self._unit(unit, kept.found.get(unit.key), digests, plain)
        if self.reading.keeps:
            self._keep(shard, kept, Filled(found, digests))
        return Filled(found, digests)

    def _keep(self, shard: Shard, kept: Kept, filled: Filled) -> None:
        """Write a shard, unless it is what is kept of it already."""
        names = [file.shown for unit in shard.units for file in unit.files]
        state = shard.state({name: self.known[name] for name in names if name in self.known} | filled.digests)
        is_same = len(filled.found) == len(kept.found) and all(
            kept.found.get(key) is one for key, one in filled.found.items()
        )
        if not (is_same and state == kept.state):
            self.reading.store.put(_key(shard), dumps((state, filled.found)))

    def _kept(self, shard: Shard) -> Kept:
        data = self.reading.store.get(_key(shard))
        match loads(data) if data else None:
            case (str() as state, dict() as found):
                return Kept({key: one for key, one in found.items() if isinstance(one, Examined)}, state)
        return Kept()

    def _unit(self, unit: Unit, kept: Examined | None, digests: dict[str, str], plain: set[Path]) -> Examined:
        contents: dict[str, Content] = {}
        own = {file.shown: self.known.get(file.shown, "") for file in unit.files}

        def fetch(file: File) -> None:
            contents[file.shown] = content = read(self.paths, file, self.reading, plain)
            own[file.shown] = digest_of(content)
            if isinstance(content, bytes):  # why a file cannot be read is asked anew every time
                digests[file.shown] = own[file.shown]

        for file in unit.files:
            if not own[file.shown]:
                fetch(file)
        digest = unit.digest(tuple(own.values()))
        if kept is not None and kept.digest == digest:
            return kept
        for file in unit.files:
            if file.shown not in contents:
                fetch(file)
        digest = unit.digest(tuple(own.values()))
        return examine(unit, [contents[file.shown] for file in unit.files], digest, self.reading.parse)


def _key(shard: Shard) -> str:
    return key_of(program_digest().encode(), b"shard", shard.name.encode())


def _unsealed(data: bytes) -> Filled:
    """Read what a worker of this very run made; such bytes are as good as the worker's memory."""
    found, digests = pickle.loads(data)  # noqa: S301
    return Filled(pickle.loads(found), digests)  # noqa: S301
