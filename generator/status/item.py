"""What needs a person, as values: one item per thing, with its day, place, who and what to do.

Fields only; filled by `status.overview`, said by `console.status`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from generator.diagnostics import Phrase, Position
from generator.model.catalog import Key
from generator.select.changes import Change

Date = date


class Term(StrEnum):
    """How soon something is due."""

    OVERDUE = "overdue"
    WEEK = "this week"
    MONTH = "this month"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """Something about one record. Without `day` it is due already. `path` is the key path in the record."""

    day: Date | None
    topic: str
    what: Phrase
    do: Phrase
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing for a person. `who` is responsible, `sites` are the sites that are concerned."""

    due: Due
    key: Key
    title: str
    place: Position
    who: str
    sites: tuple[str, ...]

    def term(self, today: Date) -> Term:
        """How soon it is due, counted from a day: a week has seven days, a month thirty."""
        if self.due.day is None or self.due.day < today:
            return Term.OVERDUE
        ahead = self.due.day - today
        return Term.WEEK if ahead < timedelta(7) else Term.MONTH if ahead < timedelta(30) else Term.LATER


@dataclass(frozen=True, slots=True)
class Texts:
    """Translations of one site into one language. `outdated` is `None` where there is no history.

    `unknown` are those of which nobody can say whether they are outdated.
    """

    site: str
    language: str
    missing: int
    total: int
    outdated: int | None = None
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All that needs a person from `today` on for `days` days, the earliest first.

    `notes` say why there are translations of which nothing is known.
    """

    today: Date
    days: int
    items: tuple[Item, ...]
    texts: tuple[Texts, ...] = ()
    next_changes: Mapping[str, Change | None] = field(default_factory=dict)
    notes: tuple[Phrase, ...] = ()

    def of(self, term: Term) -> tuple[Item, ...]:
        """The items of a term."""
        return tuple(item for item in self.items if item.term(self.today) is term)
