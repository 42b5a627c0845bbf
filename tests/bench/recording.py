"""Results in the repository: `docs/benchmarks.json` holds the rows, `docs/benchmarks.md` and the README show them.

Takes rows of some scenarios with the machine and versions; keeps those of other scenarios that are there already. Both
pages are written from the JSON between their markers, so they never differ. Measures nothing.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.bench.contenders import HUGO, STOCK, TWO, ZENSICAL
from tests.bench.rows import Row, table
from tests.bench.targets import verdict_table, verdicts
from tests.judges.record import replaced
from tests.judges.record import table as markdown
from tests.support.builds import ROOT


@dataclass(frozen=True, slots=True)
class Place:
    """The files that hold results: the page, its data, and the README with a short table."""

    page: Path = ROOT / "docs/benchmarks.md"
    data: Path = ROOT / "docs/benchmarks.json"
    readme: Path = ROOT / "README.md"


_SHORT = ("network", "large-site")
"""The scenarios of the short table."""
_PACKAGES = ("programme-portal", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "hugo", "zensical")


def machine() -> str:
    """Return the size of this machine: processors and memory, no names."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} processors, {memory:.0f} GiB of memory"


def versions() -> str:
    """Return Python's version and those of the packages that take part."""
    found = [f"Python {platform.python_version()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"no {package}")
    return ", ".join(found)


def record(
    rows: Sequence[Row],
    titles: Mapping[str, str],
    day: date | None = None,
    place: Place | None = None,
    load: str = "",
) -> None:
    """Write rows into the data, where they replace those of their scenarios, and the pages anew from all data.

    `titles` are sentences about scenarios, by name; they also give the order. `load` says what else
    the machine did.
    """
    day, place = day or datetime.now(UTC).date(), place or Place()
    data = place.data
    known: dict[str, Any] = json.loads(data.read_text("utf-8")) if data.exists() else {}
    for scenario in {row.scenario for row in rows}:
        known[scenario] = {
            "date": day.isoformat(),
            "machine": machine() + (f" with {load}" if load else ""),
            "versions": versions(),
            "rows": [asdict(row) for row in rows if row.scenario == scenario],
        }
    order = [*titles, *(name for name in known if name not in titles)]
    known = {name: known[name] for name in order if name in known}
    data.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for file, text in ((place.page, page_of(known, titles)), (place.readme, short_of(known, titles))):
        file.write_text(replaced(file.read_text("utf-8"), "bench", text), "utf-8")


def page_of(known: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """Return the Markdown of all results: the targets, then a table for each scenario."""
    every = {name: [Row(**row) for row in found["rows"]] for name, found in known.items()}
    text = ""
    if judged := verdicts(row for rows in every.values() for row in rows):
        text += f"\n### Targets\n\n{_markdown(verdict_table(judged))}"
    for name, rows in every.items():
        found = known[name]
        text += f"\n### {titles.get(name, name)}\n\n"
        text += f"`{name}`, {found['date']}: {found['machine']}; {found['versions']}.\n\n"
        text += _markdown(table(rows))
    return f"{text}\n"


def short_of(known: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """Return the Markdown of the short table: what a page takes each contender, and how many times
    as long as us."""
    names = [each.name for each in (TWO, STOCK, HUGO, ZENSICAL)]
    lines = [["ms a page, wall / CPU", *names]]
    for name in _SHORT:
        rows = {row["name"]: Row(**row) for row in known.get(name, {"rows": []})["rows"]}
        if TWO.name in rows:
            lines.append([titles[name], *(_short(rows.get(each), rows[TWO.name]) for each in names)])
    measured = [
        f"{titles[name]}: {known[name]['date']}, {known[name]['machine']}" for name in _SHORT if name in known
    ]
    meaning = "In brackets: how many times as long a page took as with ours, below 1 is quicker than ours."
    return _markdown(lines) + "".join(f"\n{each}\n" for each in (meaning, *(f"{one}." for one in measured)))


def _short(row: Row | None, ours: Row) -> str:
    if row is None:
        return "–"
    taken = f"{1000 * row.seconds / row.count:.1f} / {1000 * row.cpu / row.count:.1f}"
    wall, cpu = row.ratio(ours)
    return taken if row is ours else f"{taken} ({wall:.1f} × / {cpu:.1f} ×)"


def _markdown(lines: Iterable[Sequence[str]]) -> str:
    head, *rows = lines
    return markdown(head, rows)
