"""Sites that need not be built again: what they are made from, and what was published of it, are what they were.

Takes plans, what all sites share and the live output; returns the sites that stay, and remembers those that were
published. A live site that somebody has changed since is built again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from generator.clock import Clock
from generator.engine.live import LiveSites
from generator.model.catalog import Key
from generator.plan.alone import needed
from generator.plan.site_plan import SitePlan
from generator.publish.assembly import Change
from generator.render.pictures.gallery import Gallery
from generator.select.changes import Change as Coming
from generator.select.changes import changes
from generator.select.view import SiteView
from generator.store.digest import digest, program_digest
from generator.store.store import key_of

_Parts: TypeAlias = tuple[list[tuple[Key, str]], tuple[Coming, ...]]


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
class Foresight:
    """What tells of views whether their sites are the same; it can be found out before a check is at its end."""

    clock: Clock
    only: tuple[str, ...] = ()
    """The sites that are asked for; all when empty."""
    _known: dict[str, tuple[SiteView, _Parts]] = field(default_factory=dict, init=False)

    def look(self, plans: Iterable[SitePlan]) -> None:
        """Find it out now."""
        for plan in plans:
            if not self.only or plan.id in self.only:
                self._known[plan.id] = plan.view, self._parts(plan.view)

    def of(self, view: SiteView) -> _Parts:
        """Return the names and digests of the records that the site is made of, and what will change it."""
        known = self._known.get(view.site.id)
        return known[1] if known and known[0] is view else self._parts(view)

    def _parts(self, view: SiteView) -> _Parts:
        records = sorted({record.key for record in needed(view)})
        return [(key, view.catalog.digests[key]) for key in records], changes(view, self.clock)


@dataclass(frozen=True)
class KeptSites:
    """The sites of one output folder that were published before."""

    live: LiveSites
    plans: Mapping[str, SitePlan]
    shared: Shared
    foresight: Foresight

    def unchanged(self, jobs: int) -> dict[str, int]:
        """Return the sites that are live as they would be built, each with the number of its files."""
        return self.live.unchanged(self.keys, jobs)

    def remember(self, published: Iterable[Change]) -> None:
        """Keep in mind what is live now."""
        self.live.remember(published, self.keys)

    @property
    def coming(self) -> Iterator[datetime]:
        """Yield the instants at which sites change by themselves, in no order."""
        return (one.at for _, found in self._parts.values() for one in found)

    @cached_property
    def _parts(self) -> dict[str, _Parts]:
        return {id: self.foresight.of(plan.view) for id, plan in self.plans.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """A name for all that each site is made from."""
        state = self.shared.state.encode()
        return {id: key_of(state, self._site(plan).encode()) for id, plan in self.plans.items()}

    def _site(self, plan: SitePlan) -> str:
        view = plan.view
        records, coming = self._parts[plan.id]
        made = [self.shared.pictures.made[media.id] for media in plan.pictures]
        pages = [(page.route, page.language, page.content_language) for page in plan.pages]
        moved = [(one.route, one.language, one.target.route, one.target.language) for one in plan.redirects]
        own = [(page.name, view.catalog.page_digests[page.site, page.name]) for page in view.pages]
        return digest(
            (
                records,
                (view.today, sorted(view.left_out.items()), own, plan.outdated),
                (plan.languages, pages, moved, plan.addresses, made, [one.name for one in coming]),
            )
        )
