"""Results in `docs/quality.md`: a table between two markers is written anew, the rest of the page stays.

Takes the name of a judge, its rows and what was judged with what; returns and writes text. It judges nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from tests.support.builds import ROOT

PAGE = ROOT / "docs/quality.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is words, the others are numbers."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def replaced(text: str, name: str, block: str) -> str:
    """Return `text` with `block` between the markers of `name`. Raises `ValueError` where a marker is missing."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, found, rest = text.partition(begin)
    _, also_found, after = rest.partition(end)
    if not found or not also_found:
        raise ValueError(f"the markers of {name} are missing")
    return f"{before}{begin}{block}{end}{after}"


def record(name: str, versions: str, block: str, day: date | None = None, page: Path = PAGE) -> None:
    """Write the results of a judge with the day and the versions into the page of results."""
    day = day or datetime.now(UTC).date()
    text = f"{day.isoformat()}, {versions}.\n\n{block}"
    page.write_text(replaced(page.read_text("utf-8"), name, text), "utf-8")
