"""What a change means, as values: the outcome of a comparison, before anybody has put it into words.

Fields only; filled by `compare.compare`, said by `console.difference`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Phrase
from generator.model.catalog import Key


class Status(StrEnum):
    """What happened to a record as a whole."""

    NEW = "new"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed in a record. `path` names the field for programs; ids have `#` in front."""

    phrase: Phrase
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Pages of one site that show a record, as paths below the site with a slash in front."""

    site: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """One record that changed. `outdated` are languages whose translations fell behind, with how many texts."""

    key: Key
    title: str
    file: str
    status: Status
    changes: tuple[Change, ...] = ()
    shown: tuple[Shown, ...] = ()
    outdated: Mapping[str, int] | None = None
    former: str = ""
    """The id before, of a renamed record."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of one site that changed, as paths with a slash in front. `moved` are redirected."""

    site: str
    gone: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    new: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.moved or self.new)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that a change does. `warnings` need somebody to look; `sites` concerns whole sites."""

    records: tuple[RecordDifference, ...] = ()
    warnings: tuple[Phrase, ...] = ()
    sites: tuple[Phrase, ...] = ()
    addresses: tuple[Addresses, ...] = ()
    look: tuple[str, ...] = ()
    """Files of the theme that changed: every site may look different."""

    def __bool__(self) -> bool:
        return bool(self.records or self.warnings or self.sites or self.addresses or self.look)

    @property
    def outdated(self) -> dict[str, int]:
        """How many texts fell behind, by language."""
        counts: dict[str, int] = {}
        for record in self.records:
            for language, number in (record.outdated or {}).items():
                counts[language] = counts.get(language, 0) + number
        return dict(sorted(counts.items()))
