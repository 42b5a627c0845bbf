"""The benchmark: `python -m tests.bench [SCENARIO…]`, or `make bench`; `--help` says what there is.

Takes names of scenarios, all when there are none; prints a table for each as it ends, and the targets at the end. With
`--record` the results go into `docs/benchmarks.md`. Not part of `make test`: the whole of it takes an hour or two.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from tests.bench import operation, scenarios
from tests.bench.recording import machine, record, versions
from tests.bench.rows import Row, as_text, table
from tests.bench.scenarios import Bench
from tests.bench.targets import verdict_table, verdicts
from tests.support.builds import ROOT

SCENARIOS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "network": scenarios.network,
    "large-site": scenarios.large_site,
    "samples": operation.samples,
    "serve": operation.serve,
    "check": operation.check,
    "pages": scenarios.pages,
    "sites": scenarios.sites,
    "large-network": operation.large_network,
}
TITLES = {
    "network": "20 sites × 5 languages × 20 pages, cold",
    "large-site": "One site of 5 languages × 200 pages, cold",
    "half-network": "50 sites × 10 languages × 50 pages, cold",
    "large-network": "100 sites × 10 languages × 50 pages, cold",
    "edits": "100 sites × 10 languages × 50 pages, edits",
    "samples": "The six sample sites",
    "serve": "One edit in `portal serve`, saved to shown",
    "check": "`portal check` of 10,000 records",
    "pages-10": "One site of 2 languages × 10 pages, cold",
    "pages-100": "One site of 2 languages × 100 pages, cold",
    "pages-1000": "One site of 2 languages × 1,000 pages, cold",
    "sites-1": "1 site × 3 languages × 20 pages, cold",
    "sites-10": "10 sites × 3 languages × 20 pages, cold",
    "sites-100": "100 sites × 3 languages × 20 pages, cold",
}
"""Headings of the results, in their order; a scenario may have several tables."""
SMALL = "ratios show fixed costs (start, reading) more than pages"
"""What is to be known of sizes below the full one."""


@click.command(name="python -m tests.bench", help=__doc__)
@click.argument("chosen", nargs=-1, type=click.Choice(list(SCENARIOS)), metavar="[SCENARIO]...")
@click.option("--rounds", default=3, show_default=True, help="How often contenders take turns.")
@click.option(
    "--scale",
    default=1.0,
    show_default=True,
    help=f"Multiplies sizes: 0.1 is a quick look. Below 1, {SMALL}.",
)
@click.option("--seed", default=1, show_default=True, help="Chooses the words.")
@click.option("--whole", is_flag=True, help="Slow contenders build all sites, not a part.")
@click.option(
    "--record", "recorded", is_flag=True, help="Write the results into docs/benchmarks.md and the README."
)
@click.option(
    "--folder", type=click.Path(path_type=Path), default=ROOT / "build/bench", help="Where to work."
)
def main(
    chosen: tuple[str, ...], rounds: int, scale: float, seed: int, whole: bool, recorded: bool, folder: Path
) -> None:
    """Run scenarios and print what they found."""
    if recorded and scale != 1:
        raise click.UsageError("only results in full size are recorded: leave out --scale or --record")
    bench = Bench(
        folder.resolve(), seed, rounds, scale, whole, lambda line: click.echo(f"… {line}", err=True)
    )
    click.echo(f"{machine()}; {versions()}\n")
    rows: list[Row] = []
    for name in chosen or SCENARIOS:
        before = os.getloadavg()[0]
        found = list(SCENARIOS[name](bench))
        for part in dict.fromkeys(row.scenario for row in found):
            heading = TITLES[part] if scale == 1 else f"{part}, sizes × {scale:g}"
            heading += f": {SMALL}" if scale < 1 else ""
            click.echo(f"{heading}\n{as_text(table([row for row in found if row.scenario == part]))}")
        rows += found
        if recorded:
            load = f"a load of {before:.1f} at the start and {os.getloadavg()[0]:.1f} at the end"
            record(found, TITLES, load=load)
    if scale == 1 and (judged := verdicts(rows)):
        click.echo(as_text(verdict_table(judged)))
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
