"""The last build that went through: when nothing that decides has changed since, its outcome is this one's.

Takes the state of a checked portal, the theme and the clock; returns what the last build said, as long as all of its
sites are live as it left them, and keeps what a new one says. No record is read for it, no plan is made.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clock import Clock
from generator.diagnostics import Finding
from generator.engine.brought import says_all
from generator.engine.live import LiveSites
from generator.intake.codec import dumps, loads
from generator.paths import PortalPaths
from generator.publish.staging import Workspace
from generator.store.digest import digest, folder_digest
from generator.store.store import Store, key_of

if TYPE_CHECKING:
    from generator.engine.kept import KeptSites


def theme_digest(paths: PortalPaths) -> str:
    """Name the theme and the settings of MkDocs by their content; empty when pages depend on more than these."""
    try:
        settings = paths.mkdocs.read_bytes() if paths.mkdocs.is_file() else b""
    except OSError:
        return ""  # whoever builds says so
    return folder_digest(paths.theme) + hashlib.sha256(settings).hexdigest() if says_all(settings) else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build said of its sites: languages over all sites, pages, and the findings that concern them.

    `keys` are the names of what each site was made from, by site.
    """

    languages: int
    pages: int
    findings: tuple[Finding, ...]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The last build of one choice of sites and languages into one folder.

    `state` names everything that such a build depends on, save the time of the day and what is live; it is empty when
    that is not known. Of a build at another time the outcome is the same until the next change that a site knows of.
    """

    store: Store
    key: str
    state: str
    clock: Clock

    @classmethod
    def of(cls, store: Store, choice: object, made_from: tuple[str, ...], clock: Clock) -> LastBuild:
        """Return the last build of this `choice`; when a part of `made_from` is empty, the state is not known."""
        key = key_of(b"last build", digest(choice).encode())
        return cls(store, key, digest(made_from) if all(made_from) else "", clock)

    def outcome(self) -> Outcome | None:
        """Return what it said if all was the same, `None` when that is not sure."""
        data = self.store.get(self.key) if self.state else None
        match loads(data) if data else None:
            case (
                self.state,
                (float() as begin, float() as end),
                (int() as languages, int() as pages, tuple() as findings),
                dict() as keys,
            ) if begin <= self.clock.now.timestamp() < end:
                return Outcome(languages, pages, findings, keys)
        return None

    def files(self, outcome: Outcome, sites: Iterable[str], live: LiveSites, jobs: int) -> int | None:
        """Return how many files are live when these are as the last build left them, and all; else `None`.

        `sites` are all sites of the portal; `live` are those of the output. Raises `PublishError`.
        """
        with Workspace.open(live.output, live.sure) as workspace:
            same = live.unchanged(outcome.keys, jobs)
            is_same = same.keys() == outcome.keys.keys() and not workspace.leaving(tuple(sites))
        return sum(same.values()) if is_same else None

    def keep(self, findings: tuple[Finding, ...], kept: KeptSites) -> Outcome:
        """Return what this build says, and keep it, unless it depends on more than the state: the past of texts."""
        plans = kept.plans.values()
        languages, pages = sum(len(plan.languages) for plan in plans), sum(len(plan.pages) for plan in plans)
        outcome = Outcome(languages, pages, findings, kept.keys)
        if self.state and all(plan.view.site.outdated_translations == "show" for plan in plans):
            end = min((at.timestamp() for at in kept.coming if at > self.clock.now), default=math.inf)
            times = (self.clock.now.timestamp(), end)
            said = (languages, pages, findings)
            self.store.put(self.key, dumps((self.state, times, said, dict(outcome.keys))))
        return outcome
