"""What there is: records of a kind, and why a site shows or leaves out each of them.

Takes a catalog or a site plan; returns rows. `cli` prints them as a table or as JSON.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from generator.console.json import as_json
from generator.console.safe import neutral
from generator.console.words import Words
from generator.model.catalog import Catalog
from generator.model.naming import title_of
from generator.plan.site_plan import SitePlan


@dataclass(frozen=True, slots=True)
class Row:
    """One record. `why` are the reasons of a site to show it, or with `shown` false to leave it out."""

    kind: str
    id: str
    title: str
    shown: bool = True
    why: tuple[str, ...] = ()


def catalog_rows(catalog: Catalog, kind: str) -> list[Row]:
    """Return the records of a kind; with an empty `kind` all of them."""
    return [Row(record.kind, record.id, title_of(record)) for record in catalog if kind in ("", record.kind)]


def site_rows(plan: SitePlan, kind: str) -> list[Row]:
    """Return the records that a site shows, with reasons, then those that it leaves out."""
    view = plan.view
    shown = [
        Row(record.kind, record.id, title_of(record), True, view.reasons.get(record.key, ()))
        for record in view.records.values()
        if kind in ("", record.kind)
    ]
    left_out = [
        Row(key[0], key[1], title_of(view.catalog.by_key[key]), False, (reason,))
        for key, reason in sorted(view.left_out.items())
        if kind in ("", key[0])
    ]
    return shown + left_out


def format_rows(rows: list[Row], words: Words, *, why: bool) -> str:
    """Return rows as aligned text."""
    if not rows:
        return ""
    kinds = max(len(row.kind) for row in rows)
    ids = max(len(row.id) for row in rows)
    lines = []
    for row in rows:
        line = f"{row.kind:<{kinds}}  {row.id:<{ids}}  {neutral(row.title)}"
        lines.append(line if row.shown else f"{line}  [{words.say('left out')}]")
        if why or not row.shown:
            lines += [f"{'':<{kinds}}    {neutral(reason)}" for reason in row.why]
    return "\n".join(lines) + "\n"


def rows_as_json(rows: list[Row]) -> str:
    """Return rows as a JSON list."""
    return as_json([asdict(row) for row in rows])
