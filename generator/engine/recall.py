"""The pages of one language of a site, as they were built last: what need not be rendered again.

Takes a prepared unit and the site's place beside the live one; returns the pages that are the same and still live, and
keeps the new ones in mind. Of a page are kept names, facts and its line of the search index: its bytes are live.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.engine.units import PreparedUnit
from generator.publish.assembly import SiteStage
from generator.publish.elements import Reference
from generator.publish.inline import InlineCode
from generator.publish.manifest import Entry
from generator.publish.pages import PageFacts
from generator.publish.verify import Examined
from generator.render.shell import shell_labels
from generator.store.digest import digest
from generator.store.pickled import dumps, known, loads
from generator.store.store import Store, key_of


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that was built: the key of what it was made from, its bytes by name, its line, and what it says."""

    key: str
    entry: Entry
    line: str
    examined: Examined


NOTHING_KNOWN: Mapping[str, KnownPage] = MappingProxyType({})
CLASSES = (KnownPage, Entry, Examined, PageFacts, Reference, InlineCode)
"""What is kept of pages is made of these."""
_KNOWN = known(*CLASSES)


@dataclass(frozen=True, slots=True)
class Recall:
    """Where pages are kept. `state` names all that is the same for every page of every site."""

    store: Store
    state: str

    def slot(self, unit: PreparedUnit) -> str:
        """The name under which a unit is kept: what all of its pages share, its own words and addresses too."""
        plan, voice = unit.plan, unit.not_found.voice
        own = (
            plan.id,
            unit.language,
            plan.addresses,
            str(voice.text(plan.view.site.name)),
            shell_labels(voice),
            unit.part,
        )
        return key_of(b"unit", self.state.encode(), digest(own).encode())


def still_live(unit: PreparedUnit, recall: Recall, stage: SiteStage) -> dict[str, tuple[KnownPage, bytes]]:
    """Return the pages that are made from the same as before, with their bytes, which are live as they were built."""
    kept = recall.store.get(recall.slot(unit))
    pages = loads(kept, _KNOWN) if kept else None
    if not isinstance(pages, dict):
        return {}
    folder = unit.plan.addresses.folder(unit.language)
    found = {}
    for page in unit.own:
        one = pages.get(page.path)
        if isinstance(one, KnownPage) and one.key == page.key:
            data = stage.live_bytes(f"{folder}{page.path}")
            if data is not None and Entry.of(data) == one.entry:
                found[page.path] = one, data
    return found


def keep_pages(
    unit: PreparedUnit,
    recall: Recall,
    lines: Mapping[str, str],
    entries: Mapping[str, Entry],
    examined: Mapping[str, Examined],
) -> None:
    """Keep a unit's pages in place of those before: `lines` by path in the unit, the others by path in the site."""
    if recall.store.root is None:
        return
    folder = unit.plan.addresses.folder(unit.language)
    pages = {
        page.path: KnownPage(
            page.key,
            entries[f"{folder}{page.path}"],
            lines.get(page.path, ""),
            examined[f"{folder}{page.path}"],
        )
        for page in unit.own
    }
    recall.store.put(recall.slot(unit), dumps(pages))
