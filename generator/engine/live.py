"""Which live sites are as they were published, by what their folders say.

Takes the names of what sites are made from; returns those whose published files nobody has touched since, and keeps in
mind what was published. One may look before the names are known, and even before the output folder is one's own: that
counts as long as nobody publishes in between. Reads no published file and knows nothing of plans.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.clock import machine_seconds
from generator.publish.assembly import Change
from generator.publish.tree import NO_MARKS, Seen, is_still, look
from generator.store.pickled import dumps, known, loads
from generator.store.store import Store, key_of
from generator.workers.pool import Job, run_units

_FEW = 8
"""As many sites are looked at faster than processes start."""
_UNSURE = 2.0
"""Seconds: the coarsest time stamps that folders have. One that changed so lately may change again without a trace."""
_TICK = 0.01
"""Seconds: so long the clock that most disks stamp folders by may stand still."""
_ROUND = 10_000_000
"""Nanoseconds: stamps that are all multiples of it tell of a disk that has no finer ones."""
_PLAIN = known()


@dataclass(frozen=True, slots=True)
class _Known:
    """A published site: what it was made from, what its folder looked like, and how many files it has."""

    id: str
    made_from: str
    seen: Seen
    files: int


@dataclass(frozen=True, slots=True)
class Glance:
    """An early look: sites that were as they were published, what they were made from, and their files, by site.

    `folder` is when the output folder, in which every switch of a site leaves its time, changed last before.
    """

    folder: tuple[int, int] = (0, 0)
    sites: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def no_glance() -> Glance:
    """Nobody has looked before."""
    return Glance()


@dataclass(frozen=True, slots=True)
class LiveSites:
    """The sites of one output folder, remembered in `store` under the names of what they are made from.

    `before` gives the early look.
    """

    store: Store
    output: Path
    before: Callable[[], Glance] = no_glance

    def glance(self) -> Glance:
        """Look at all sites, whoever holds the folder; sites that are only perhaps as they were are left out."""
        begun = machine_seconds()
        folder = _times(self.output)
        if max(folder) > (begun - _UNSURE) * 1e9:
            return Glance()  # a switch at this moment might leave the same time
        try:
            names = sorted(path.name for path in self.output.iterdir())
        except OSError:
            return Glance()
        there = (found for name in names if (found := self._known(name)))
        return Glance(
            folder,
            {
                site.id: (site.made_from, site.files)
                for site in there
                if is_still(self.output / site.id, site.seen.marks)
            },
        )

    def sure(self) -> Collection[str]:
        """Return the sites that are as they were published, as far as somebody has looked before."""
        return self._seen_before().keys()

    def unchanged(self, keys: Mapping[str, str], jobs: int) -> dict[str, int]:
        """Return the sites that were made from `keys`, by site, and are live as they were; each with its files.

        Whoever asks holds the output folder.
        """
        sites = self._seen_before()
        seen = {id: sites[id][1] for id, key in keys.items() if id in sites and sites[id][0] == key}
        others = {id: key for id, key in keys.items() if id not in seen}
        there = {
            id: found for id, key in others.items() if (found := self._known(id)) and found.made_from == key
        }
        job = Job(tuple(there.values()), self._is_live, _site)
        live = run_units(job, jobs if len(there) > _FEW else 1)
        return seen | {id: found.files for (id, found), same in zip(there.items(), live, strict=True) if same}

    def _seen_before(self) -> Mapping[str, tuple[str, int]]:
        early = self.before()
        return early.sites if early.folder == _times(self.output) else {}

    def remember(self, published: Iterable[Change], keys: Mapping[str, str]) -> None:
        """Keep in mind what is live now; of sites without a key nothing is kept."""
        now = machine_seconds()
        for change in published:
            if change.site in keys:
                seen = look(self.output / change.site) if change.closed else change.seen
                seen = seen if _is_settled(seen, now) else replace(seen, marks=NO_MARKS)
                self._keep(_Known(change.site, keys[change.site], seen, change.files))

    def _slot(self, site: str) -> str:
        """The name under which a site is kept: what is live takes the place of what was."""
        return key_of(b"live site", os.fsencode(self.output), site.encode())

    def _keep(self, site: _Known) -> None:
        kept = (site.made_from, site.seen.signature, site.seen.marks, site.files)
        self.store.put(self._slot(site.id), dumps(kept))

    def _known(self, site: str) -> _Known | None:
        data = self.store.get(self._slot(site))
        match loads(data, _PLAIN) if data else None:
            case (str() as made_from, str() as signature, tuple() as marks, int() as files):
                return _Known(site, made_from, Seen(signature, marks), files)
        return None

    def _is_live(self, site: _Known) -> bool:
        """Whether the live site is as it was; another time of a folder alone, or an empty one, makes no difference."""
        folder = self.output / site.id
        if is_still(folder, site.seen.marks):
            return True
        begun = machine_seconds()
        seen = look(folder)
        if seen.signature != site.seen.signature:
            return False
        if seen.newest < begun - _UNSURE:
            self._keep(replace(site, seen=seen))
        return True


def _is_settled(seen: Seen, now: float) -> bool:
    """Whether the marks of a site that was just published may be kept: what changes from `now` on leaves other times.

    On a disk with coarse times they may not. The next build then looks at the site as a whole: its signature has all
    paths, so no time of a folder has to tell of a file that came meanwhile.
    """
    is_fine = any(time % _ROUND for _, (_, time) in seen.folders)
    return is_fine and seen.newest < now - min(_TICK, _UNSURE)


def _times(folder: Path) -> tuple[int, int]:
    """When something in a folder itself was changed last, in nanoseconds; zero when it cannot be looked at."""
    try:
        there = os.lstat(folder)
    except OSError:
        return 0, 0
    return there.st_mtime_ns, there.st_ctime_ns


def _site(site: _Known) -> str:
    return site.id
