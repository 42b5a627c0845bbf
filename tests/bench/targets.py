"""The targets of the benchmark, held against rows: what is wanted, what was measured, whether it is met.

Takes rows of one or more scenarios in full size, returns verdicts; a target without its rows is left out. Ratios are of
wall time, with two workers. Measures nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.bench import contenders
from tests.bench.contenders import TWO
from tests.bench.operation import NOTHING, PHONE, TITLE
from tests.bench.rows import MIB, Row

_OURS, STOCK, HUGO = TWO.name, contenders.STOCK.name, contenders.HUGO.name
Rows = dict[tuple[str, str], Row]


@dataclass(frozen=True, slots=True)
class Target:
    """A number that should be at least or at most `limit`. `measured` raises `KeyError` without its rows."""

    text: str
    limit: float
    measured: Callable[[Rows], float]
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured for a target, and whether it is met."""

    target: Target
    measured: float

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        limit = self.target.limit
        return self.measured >= limit if self.target.at_least else self.measured <= limit


def _faster(scenario: str, name: str) -> Callable[[Rows], float]:
    return lambda rows: rows[scenario, name].ratio(rows[scenario, _OURS])[0]


def _seconds(scenario: str, name: str) -> Callable[[Rows], float]:
    return lambda rows: rows[scenario, name].seconds


def _milliseconds_a_page(rows: Rows) -> float:
    row = rows["large-network", _OURS]
    return 1000 * row.seconds / row.count


def _doubled(rows: Rows) -> float:
    return rows["large-network", _OURS].seconds / rows["half-network", _OURS].seconds


def _peak(rows: Rows) -> float:
    return rows["large-network", _OURS].peak / MIB


def _needless(rows: Rows) -> float:
    return rows["edits", PHONE].needless


def _written_sites(rows: Rows) -> float:
    return rows["edits", TITLE].written_sites


def _served(rows: Rows) -> float:
    found = [row.seconds for (scenario, _), row in rows.items() if scenario == "serve"]
    if not found:
        raise KeyError("serve")
    return max(found)


TARGETS = (
    Target("20 sites × 5 languages × 20 pages: times as fast as stock MkDocs", 15, _faster("network", STOCK), True),
    Target("20 sites × 5 languages × 20 pages: times as fast as Hugo", 1, _faster("network", HUGO), True),
    Target("one site of 5 × 200 pages: times as fast as stock MkDocs", 15, _faster("large-site", STOCK), True),
    Target("one site of 5 × 200 pages: times as fast as Hugo", 8, _faster("large-site", HUGO), True),
    Target("100 sites × 10 languages × 50 pages, cold: ms a page", 3, _milliseconds_a_page),
    Target("100 sites × 10 languages × 50 pages: MiB of the largest process", 600, _peak),
    Target("100 sites × 10 languages × 50 pages: times as long as half of the sites", 2.1, _doubled),
    Target("that network, nothing changed: s", 3, _seconds("edits", NOTHING)),
    Target("that network, one phone number changed: s", 2, _seconds("edits", PHONE)),
    Target("that network, one phone number changed: files written that do not show it", 0, _needless),
    Target("that network, one title changed: sites in which files are written", 1, _written_sites),
    Target("six sample sites, cold: s", 5, _seconds("samples", "cold")),
    Target("six sample sites, one edit in `portal serve`, saved to shown: s", 0.7, _served),
    Target("check of 10,000 records, cold: s", 12, _seconds("check", "cold")),
    Target("check of 10,000 records, warm: s", 1.5, _seconds("check", "warm")),
)  # fmt: skip


def verdicts(rows: Iterable[Row]) -> list[Verdict]:
    """Return a verdict for each target whose rows are there, in the order of the targets."""
    known = {(row.scenario, row.name): row for row in rows}
    found = []
    for target in TARGETS:
        try:
            found.append(Verdict(target, target.measured(known)))
        except KeyError:
            continue
    return found


def verdict_table(found: Iterable[Verdict]) -> list[list[str]]:
    """Return verdicts as a table with its head."""
    return [
        ["target", "wanted", "measured", "met"],
        *(
            [
                verdict.target.text,
                f"{'≥' if verdict.target.at_least else '≤'} {verdict.target.limit:g}",
                f"{verdict.measured:.2f}",
                "yes" if verdict.met else "no",
            ]
            for verdict in found
        ),
    ]
