"""What is measured: scenarios, each a function that yields rows as they come.

Takes the choices of a run (folder, seed, rounds, scale), writes networks, lets contenders take turns. A row
is the fastest of several rounds. Prints nothing but progress, and removes nothing: see `run_cold`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contenders import (
    HUGO,
    HUGO_TREE,
    ONE,
    STOCK,
    STOCK_TREE,
    TWO,
    ZENSICAL,
    Contender,
    Portal,
    Result,
    run_cold,
)
from tests.bench.network import write_network
from tests.bench.rows import Row


@dataclass(frozen=True, slots=True)
class Bench:
    """The choices of a run. `scale` multiplies sizes, so that 0.1 is a quick look; `told` gets lines of progress."""

    folder: Path
    seed: int = 1
    rounds: int = 3
    scale: float = 1.0
    whole: bool = False
    """Slow contenders build all sites, not a part of them."""
    told: Callable[[str], None] = lambda line: None

    def sized(self, count: int, least: int = 1) -> int:
        """Return a number of sites, pages or records in the scale of this run."""
        return max(least, round(count * self.scale))

    def portal(self, name: str, sites: int, languages: int, pages: int) -> Portal:
        """Write a network into an empty folder and return it."""
        work = self.folder / name
        shutil.rmtree(work, ignore_errors=True)
        write_network(work / "portal", sites=sites, languages=languages, pages=pages, seed=self.seed)
        return Portal(work / "portal", work, tuple(f"site-{number}" for number in range(1, sites + 1)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A contender of a scenario, and of how many sites it builds a part when not all are wanted."""

    contender: Contender
    part: int = 10_000


def compare(
    bench: Bench, name: str, size: tuple[int, int, int], entries: Sequence[Entry], rounds: int = 0
) -> Iterator[Row]:
    """Yield one row for each contender on a new network of `size`: sites, languages, pages of a site and language."""
    portal = bench.portal(name, *size)
    yield from race(bench, name, portal, size[1] * size[2], entries=entries, rounds=rounds)


def race(
    bench: Bench, name: str, portal: Portal, pages: int, *, entries: Sequence[Entry], rounds: int = 0
) -> Iterator[Row]:
    """Yield one row for each contender, which take turns in building cold; a site has `pages` pages in all."""
    found: list[list[Result]] = [[] for _ in entries]
    for turn in range(rounds or bench.rounds):
        for entry, results in zip(entries, found, strict=True):
            bench.told(f"{name}: {entry.contender.name}, round {turn + 1}")
            chosen = portal.sites if bench.whole or entry.contender.whole else portal.sites[: entry.part]
            results.append(run_cold(entry.contender, portal, chosen, len(chosen) * pages))
    for entry, results in zip(entries, found, strict=True):
        result = fastest(results)
        built = result.output.pages // pages
        note = f"{built} of {len(portal.sites)} sites" if built < len(portal.sites) else ""
        yield Row.of(name, entry.contender.name, result, reference=entry.contender is TWO, note=note)


def fastest(results: Sequence[Result]) -> Result:
    """Return the result of least wall time: what else a machine does only makes a round slower."""
    return min(results, key=lambda result: result.taken.seconds)


def network(bench: Bench) -> Iterator[Row]:
    """20 sites in 5 languages with 20 pages, cold: all contenders."""
    entries = (
        *(Entry(TWO), Entry(STOCK, 4), Entry(HUGO), Entry(ZENSICAL, 4)),
        *(Entry(ONE), Entry(STOCK_TREE, 4), Entry(HUGO_TREE)),
    )
    yield from compare(bench, "network", (bench.sized(20, 2), 5, 20), entries)


def large_site(bench: Bench) -> Iterator[Row]:
    """One site in 5 languages with 200 pages, cold: all contenders."""
    chosen = (TWO, STOCK, HUGO, ZENSICAL, ONE, STOCK_TREE, HUGO_TREE)
    entries = tuple(Entry(contender) for contender in chosen)
    yield from compare(bench, "large-site", (1, 5, bench.sized(200, 10)), entries)


def pages(bench: Bench) -> Iterator[Row]:
    """One site in 2 languages with 10, 100 and 1,000 pages."""
    for count in (10, 100, 1000):
        size = bench.sized(count, 10)
        entries = (Entry(TWO), Entry(STOCK), Entry(HUGO), Entry(ZENSICAL), Entry(ONE))
        yield from compare(bench, f"pages-{count}", (1, 2, size), entries, 1 if count == 1000 else 0)


def sites(bench: Bench) -> Iterator[Row]:
    """1, 10 and 100 sites in 3 languages with 20 pages."""
    for count in (1, 10, 100):
        entries = (Entry(TWO), Entry(STOCK, 2), Entry(HUGO, 10), Entry(ZENSICAL, 2), Entry(ONE))
        size = (bench.sized(count), 3, 20)
        yield from compare(bench, f"sites-{count}", size, entries, 1 if count == 100 else 0)
