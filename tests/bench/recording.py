"""Results in the repository: `docs/benchmarks.json` holds the rows, `docs/benchmarks.md` shows them.

Takes rows of some scenarios with the machine and versions; keeps those of other scenarios that are there already. The
page is written from the JSON between its markers, so the two never differ. Measures nothing.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.bench.rows import Row, table
from tests.bench.targets import verdict_table, verdicts
from tests.judges.record import replaced
from tests.judges.record import table as markdown
from tests.support.builds import ROOT

PAGE, DATA = ROOT / "docs/benchmarks.md", ROOT / "docs/benchmarks.json"
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
    page: Path = PAGE,
    data: Path = DATA,
) -> None:
    """Write rows into the data, where they replace those of their scenarios, and the page anew from all data.

    `titles` are sentences about scenarios, by name; they also give the order.
    """
    day = day or datetime.now(UTC).date()
    known: dict[str, Any] = json.loads(data.read_text("utf-8")) if data.exists() else {}
    for scenario in {row.scenario for row in rows}:
        known[scenario] = {
            "date": day.isoformat(),
            "machine": machine(),
            "versions": versions(),
            "rows": [asdict(row) for row in rows if row.scenario == scenario],
        }
    order = [*titles, *(name for name in known if name not in titles)]
    known = {name: known[name] for name in order if name in known}
    data.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
    page.write_text(replaced(page.read_text("utf-8"), "bench", page_of(known, titles)), "utf-8")


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


def _markdown(lines: Iterable[Sequence[str]]) -> str:
    head, *rows = lines
    return markdown(head, rows)
