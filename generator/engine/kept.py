"""Sites that need not be built again: what they are made from, and what was published of it, are what they were.

Takes plans, what all sites share and the live output; returns the sites that stay, and remembers those that were
published. A live site that somebody has changed since is built again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.clock import Clock
from generator.paths import PortalPaths
from generator.plan.alone import needed
from generator.plan.site_plan import SitePlan
from generator.publish.assembly import Change
from generator.publish.tree import signature
from generator.render.pictures.gallery import Gallery
from generator.select.changes import changes
from generator.store.digest import digest, folder_digest, program_digest
from generator.store.store import Store, key_of
from generator.workers.pool import Job, run_units

_FEW = 8
"""As many sites are looked at faster than processes start."""


def theme_digest(paths: PortalPaths) -> str:
    """Name the theme and the settings of MkDocs by their content."""
    return folder_digest(paths.theme) + hashlib.sha256(paths.mkdocs.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Shared:
    """What every site of an output folder depends on: the theme and settings by their digest, texts that nobody may
    read, pictures, the clock."""

    output: Path
    theme: str
    private: frozenset[str]
    pictures: Gallery
    clock: Clock

    @property
    def state(self) -> str:
        """A name for the program and all of this but the clock and the pictures."""
        return digest((program_digest(), self.theme, sorted(self.private), str(self.output)))


@dataclass(frozen=True, slots=True)
class _Known:
    """A published site: the digest of its files' names, sizes and times, and how many there are."""

    signature: str
    files: int


@dataclass(frozen=True)
class KeptSites:
    """The sites of one output folder that were published before."""

    store: Store
    plans: Mapping[str, SitePlan]
    shared: Shared

    def unchanged(self, jobs: int) -> dict[str, int]:
        """Return the sites that are live as they would be built, each with the number of its files."""
        known = {id: found for id in self.plans if (found := self._known(id))}
        seen = run_units(Job(tuple(known), self._signature), jobs if len(known) > _FEW else 1)
        same = {id for id, now in zip(known, seen, strict=True) if now == known[id].signature}
        return {id: found.files for id, found in known.items() if id in same}

    def remember(self, published: Iterable[Change]) -> None:
        """Keep in mind what is live now."""
        for change in published:
            if change.site in self.plans:
                known = {"signature": change.signature, "files": change.files}
                self.store.put(self.keys[change.site], json.dumps(known).encode())

    @cached_property
    def keys(self) -> dict[str, str]:
        """A name for all that each site is made from."""
        state = self.shared.state.encode()
        return {id: key_of(state, self._site(plan).encode()) for id, plan in self.plans.items()}

    def _site(self, plan: SitePlan) -> str:
        view = plan.view
        records = sorted({record.key for record in needed(view)})
        made = [self.shared.pictures.made[media.id] for media in plan.pictures]
        pages = [(page.route, page.language, page.content_language) for page in plan.pages]
        moved = [(one.route, one.language, one.target.route, one.target.language) for one in plan.redirects]
        own = [(page.name, view.catalog.page_digests[page.site, page.name]) for page in view.pages]
        coming = [
            (one.at.isoformat(), one.kind, one.id, one.what, one.part, one.day)
            for one in changes(view, self.shared.clock)
        ]
        return digest(
            (
                [(key, view.catalog.digests[key]) for key in records],
                (view.today, sorted(view.left_out.items()), own, plan.outdated),
                (plan.languages, pages, moved, plan.addresses, made, coming),
            )
        )

    def _known(self, site: str) -> _Known | None:
        kept = self.store.get(self.keys[site])
        try:
            return _Known(**json.loads(kept)) if kept else None
        except (ValueError, TypeError):
            return None

    def _signature(self, site: str) -> str:
        return signature(self.shared.output / site)
