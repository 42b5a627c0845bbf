"""What was built before is not built again, and that never shows: the output is that of a build without a cache."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.engine.tasks import UnitTask
from generator.errors import ContentError
from generator.outcome import BuildOptions, BuildReport
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.publish.manifest import NAME
from tests.support.builds import ROOT, built_afresh, contents, replaced, state
from tests.support.edits import edit, two_sites
from tests.support.portal import TODAY, copy_small

PHONE = "content/coordinators/broen-odense.yml"
OTHER = "content/coordinators/broen-aarhus.yml"
SEED = 20261121


@dataclass
class Heard:
    """How many units a build made."""

    units: list[int] = field(default_factory=list)

    def started(self, units: int) -> None:
        self.units.append(units)

    def advanced(self, unit: UnitTask) -> None:
        """Nothing is counted here."""


@dataclass
class Portal:
    """A portal that is built again and again."""

    root: Path
    heard: Heard = field(default_factory=Heard)
    today: str = TODAY

    @property
    def output(self) -> Path:
        return self.root / "public"

    def build(self, jobs: int = 1) -> BuildReport:
        """Build as usual; the number of units that were made is in `made`."""
        options = BuildOptions(self.output, jobs=jobs)
        return build_portal(PortalPaths(self.root), read_clock(self.today), options, self.heard)

    @property
    def made(self) -> int:
        return self.heard.units[-1]

    def afresh(self) -> dict[str, bytes]:
        """Build elsewhere without a cache; return the files."""
        return built_afresh(self.root, read_clock(self.today))

    def files(self) -> dict[str, bytes]:
        return contents(self.output)


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    """Two sites over the small portal, built once."""
    root = copy_small(tmp_path / "portal").root
    two_sites(root)
    found = Portal(root)
    found.build()
    assert found.made == 3
    yield found


def test_nothing_changed(portal: Portal) -> None:
    """A second build makes nothing and touches nothing, and counts every file."""
    before = state(portal.output)
    report = portal.build()
    assert (portal.made, state(portal.output)) == (0, before)
    assert (report.written, report.unchanged) == (0, len(before))


def test_one_site_changed(portal: Portal) -> None:
    """An edit of one site's own page makes that site, and writes only the files that differ."""
    before = state(portal.output)
    replaced(portal.root / "sites/other/pages/about.md", "\n\n", "\n\nNyt. ")
    report = portal.build()
    after = state(portal.output)
    differ = {path for path in after if after[path] != before[path]}
    assert portal.made == 1
    assert differ == {path for path in after if after[path][0] != before[path][0]}
    assert {path.partition("/")[0] for path in differ} == {"other"}
    assert report.written == len(differ)
    assert portal.files() == portal.afresh()


def test_only_pages_that_show_it_are_rendered(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed role renders the pages on which it stands; the others are taken as they are."""
    rendered: list[str] = []
    from generator.engine import units

    finish = units.finish_page
    monkeypatch.setattr(
        units, "finish_page", lambda page, theme: rendered.append(page.path) or finish(page, theme)
    )
    replaced(portal.root / OTHER, "role: ", "role: Ny ")
    before = state(portal.output)
    portal.build()
    after = state(portal.output)
    pages = {path for path in after if path.endswith(".html") and after[path] != before[path]}
    everything = [path for path in after if path.endswith(".html")]
    assert len(pages) <= len(rendered) < len(everything)
    assert portal.files() == portal.afresh()


@pytest.mark.parametrize("harm", ["changed", "gone", "added", "emptied"])
def test_live_files_that_somebody_touched(portal: Portal, harm: str) -> None:
    """What was changed, removed or added by hand in the output is put right."""
    right = portal.files()
    page = portal.output / "broen/programmes/index.html"
    if harm == "gone":
        page.unlink()
    elif harm == "added":
        (portal.output / "broen/stray.html").write_text("x", "utf-8")
    else:
        page.write_bytes(b"" if harm == "emptied" else page.read_bytes().replace(b"a", b"e"))
    portal.build()
    assert (portal.made, portal.files()) == (2, right)


def damages(cache: Path) -> Iterator[tuple[str, bytes]]:
    """What may happen to an entry of the cache."""
    yield "cut", b"x" * 40
    yield "empty", b""
    yield "garbage", os.urandom(2000)
    yield "hostile", b"cos\nsystem\n(S'touch /tmp/portal-was-here'\ntR."


@pytest.mark.parametrize("name", ["cut", "empty", "garbage", "hostile"])
def test_damaged_cache(portal: Portal, name: str) -> None:
    """A damaged cache only costs time."""
    data = dict(damages(portal.root))[name]
    replaced(portal.root / PHONE, "32 12 34 56", "34 41 23 45")
    for path in (portal.root / ".portal/cache").rglob("*"):
        if path.is_file():
            path.write_bytes(data)
    portal.build()
    assert portal.files() == portal.afresh()


def test_forged_cache(portal: Portal) -> None:
    """An entry with a right seal and strange content is no entry."""
    from generator.store.store import Store

    store = Store(portal.root, portal.root / ".portal/cache/sites")
    keys = [key for key, _, _ in store._entries()]
    for key in keys:
        store.put(key, b"cos\nsystem\n(S'false'\ntR.")
    replaced(portal.root / PHONE, "32 12 34 56", "34 41 23 45")
    portal.build()
    assert keys
    assert portal.files() == portal.afresh()


def test_another_theme_and_another_day(portal: Portal) -> None:
    """A changed theme, a changed setting and another day make everything again."""
    shutil.copytree(ROOT / "theme", portal.root / "theme")
    portal.build()
    counts = [portal.made]
    replaced(portal.root / "theme/templates/place.html", "</h1>", "!</h1>")
    portal.build()
    counts.append(portal.made)
    shutil.copy(ROOT / "mkdocs.yml", portal.root / "mkdocs.yml")
    (portal.root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8") + "\n# x\n", "utf-8")
    portal.build()
    counts.append(portal.made)
    portal.today = "2027-02-20"
    portal.build()
    assert [*counts, portal.made] == [0, 3, 3, 3]
    assert portal.files() == portal.afresh()


def test_two_outputs(portal: Portal) -> None:
    """What is known of one output folder says nothing of another."""
    other = portal.root / "preview"
    build_portal(PortalPaths(portal.root), read_clock(TODAY), BuildOptions(other))
    replaced(portal.root / PHONE, "32 12 34 56", "34 41 23 45")
    portal.build()
    build_portal(PortalPaths(portal.root), read_clock(TODAY), BuildOptions(other))
    assert contents(other) == portal.files() == portal.afresh()


def test_names_do_not_depend_on_the_process(portal: Portal) -> None:
    """Processes with other seeds for hashes find what the others have kept."""
    command = [sys.executable, "-m", "generator", "--root", str(portal.root), "--today", TODAY, "build"]
    for seed in ("1", "2"):
        done = subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert "(0 files written" in done.stdout
    kept = set((portal.root / ".portal/cache/sites").rglob("*"))
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "3"}, capture_output=True, check=True)
    assert set((portal.root / ".portal/cache/sites").rglob("*")) == kept


DAYS = (TODAY, "2026-12-03", "2027-02-01")


def disturb(portal: Portal, dice: random.Random) -> str:
    """Now and then do what an edit is not: harm a live file or an entry of the cache, let days pass; say what."""
    if dice.random() < 0.15:
        pages = sorted(path for path in portal.output.rglob("*") if path.is_file())
        path, data = dice.choice(pages), dice.choice((b"", b"x"))
        if (
            path.name != NAME
        ):  # a folder without its manifest is not ours: it is left alone, and the build refused
            path.write_bytes(data)
        return "harmed output"
    if dice.random() < 0.15:
        entries = sorted(path for path in (portal.root / ".portal/cache").rglob("*") if path.is_file())
        for path in dice.sample(entries, 3):
            path.write_bytes(b"x" * 40)
        return "harmed cache"
    if dice.random() < 0.1:
        portal.today = dice.choice(DAYS)
        return "another day"
    return ""


def follow(portal: Portal, dice: random.Random, steps: int) -> int:
    """Edit and build in turn, with one process or two; compare each time. Returns how many edits were built.

    An edit that breaks the portal is taken back after the build that refuses it.
    """
    built = 0
    safe = portal.root.parent / "safe"
    for _ in range(steps):
        shutil.rmtree(safe, ignore_errors=True)
        for name in ("content", "sites"):
            shutil.copytree(portal.root / name, safe / name)
        names = f"{disturb(portal, dice)} {edit(portal.root, dice) if dice.random() < 0.9 else 'nothing'}"
        try:
            portal.build(jobs=dice.choice((1, 1, 2)))
        except ContentError:
            for name in ("content", "sites"):
                shutil.rmtree(portal.root / name)
                shutil.copytree(safe / name, portal.root / name)
            continue
        built += 1
        assert portal.files() == portal.afresh(), names
    return built


@pytest.mark.parametrize("number", range(3))
def test_edits(portal: Portal, number: int) -> None:
    """After each edit of a series the output is that of a fresh build."""
    assert follow(portal, random.Random(SEED + number), 5)  # noqa: S311


@pytest.mark.long
@pytest.mark.parametrize("number", range(300))
def test_many_edits(portal: Portal, number: int) -> None:
    """300 series of 10 edits."""
    assert follow(portal, random.Random(f"{SEED} {number}"), 10)  # noqa: S311
