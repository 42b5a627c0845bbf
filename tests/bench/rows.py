"""Results of the benchmark: rows, the targets that they are held against, and tables of both.

Takes rows, returns text for a terminal or a Markdown page. Ratios compare what a page took, so contenders that were
measured on a part of the sites can stand in one table. Measures nothing and writes no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.contenders import Result

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """What one contender took in one scenario. `count` is how many of `unit`: pages, records, edits."""

    scenario: str
    name: str
    count: int
    seconds: float
    cpu: float
    peak: int
    files: int = 0
    bytes: int = 0
    unit: str = "page"
    reference: bool = False
    """The row to which the others of its scenario are compared."""
    note: str = ""
    written_sites: int = 0
    """Sites in which an edit changed files."""
    needless: int = 0
    """Files that an edit changed though they do not show it."""

    @classmethod
    def of(cls, scenario: str, name: str, result: Result, **more: object) -> Row:
        """Return a row from what was measured; of pages, so many as came out."""
        taken, output = result.taken, result.output
        given: dict[str, object] = {
            "count": output.pages,
            "files": output.files,
            "bytes": output.bytes,
            **more,
        }
        return cls(scenario, name, seconds=taken.seconds, cpu=taken.cpu, peak=taken.peak, **given)  # type: ignore[arg-type]

    def ratio(self, other: Row) -> tuple[float, float]:
        """How many times as long as `other` this took for each page: wall time and CPU time."""
        return (
            (self.seconds / self.count) / (other.seconds / other.count),
            (self.cpu / self.count) / (other.cpu / other.count),
        )


HEAD = (
    "", "{unit}s", "wall s", "CPU s", "wall ms/{unit}", "CPU ms/{unit}", "{unit}s/s", "peak MiB", "MB", "files",
    "wall ratio", "CPU ratio",
)  # fmt: skip


def cells(row: Row, reference: Row | None) -> list[str]:
    """Return the cells of a row; the ratio of the reference itself is 1."""
    wall, cpu = row.ratio(reference) if reference else (0.0, 0.0)
    return [
        row.name,
        f"{row.count:,}",
        f"{row.seconds:.2f}",
        f"{row.cpu:.2f}",
        f"{1000 * row.seconds / row.count:.2f}",
        f"{1000 * row.cpu / row.count:.2f}",
        f"{row.count / row.seconds:,.0f}",
        f"{row.peak / MIB:.0f}",
        f"{row.bytes / 1e6:.1f}" if row.files else "",
        f"{row.files:,}" if row.files else "",
        f"{wall:.2f}" if reference else "",
        f"{cpu:.2f}" if reference else "",
    ]


def table(rows: Sequence[Row]) -> list[list[str]]:
    """Return the head and the cells of the rows of one scenario, without columns that are empty in all of them."""
    reference = next((row for row in rows if row.reference), None)
    unit = rows[0].unit if rows else ""
    lines = [[cell.format(unit=unit) for cell in HEAD], *(cells(row, reference) for row in rows)]
    if any(row.note for row in rows):
        lines = [[*line, note] for line, note in zip(lines, ["", *(row.note for row in rows)], strict=True)]
    kept = [place for place in range(len(lines[0])) if any(line[place] for line in lines[1:])]
    return [[line[place] for place in kept] for line in lines]


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """Return a table for a terminal: the first column to the left, numbers to the right, notes as they are."""
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    shown = []
    for line in lines:
        first, *others = (
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        shown.append("  ".join([first, *others]).rstrip())
    return "\n".join(shown) + "\n"
