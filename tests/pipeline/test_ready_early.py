"""Builds of few sites by a process that got ready early, and live sites that were looked at early: nobody can tell."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from generator.clock import read_clock
from generator.engine import live, outpost
from generator.engine.early import early_look
from generator.engine.live import Glance, LiveSites
from generator.engine.tasks import BuiltUnit
from generator.errors import ContentError, RenderError, SettingsError
from generator.intake import index
from generator.outcome import BuildOptions, BuildReport
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.store.store import Store
from generator.verdict import portal as verdict
from tests.support.builds import ROOT, built_afresh, contents, replaced, state
from tests.support.edits import edit, two_sites
from tests.support.portal import TODAY, copy_small

PHONE = "content/coordinators/broen-odense.yml"
ABOUT = "sites/other/pages/about.md"
SEED = 20261122


@dataclass
class Portal:
    """A portal that is built again and again by two processes."""

    root: Path
    names: list[str] = field(default_factory=list)

    @property
    def live(self) -> LiveSites:
        return LiveSites(Store(self.root, self.root / ".portal/cache/sites"), self.root / "public")

    def started(self, units: int) -> None:
        self.names.clear()

    def advanced(self, unit: BuiltUnit) -> None:
        self.names.append(unit.span.name)

    def build(self, jobs: int = 2) -> BuildReport:
        paths, output = PortalPaths(self.root), self.root / "public"
        with early_look(paths, output, jobs) as look:
            return build_portal(paths, read_clock(TODAY), BuildOptions(output, jobs=jobs), self, look.answer)

    def is_right(self) -> bool:
        """Whether what is live is what one process makes elsewhere without a cache."""
        return contents(self.root / "public") == built_afresh(self.root, read_clock(TODAY))


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Portal:
    """Two sites, built once, that are looked at as if they were large and old."""
    for module in (index, live):  # the files of a test are younger than two seconds
        monkeypatch.setattr(module, "_UNSURE", 0.0)
    monkeypatch.setattr(verdict, "_MANY", 0)
    root = copy_small(tmp_path / "portal").root
    two_sites(root)
    found = Portal(root)
    found.build()
    return found


def _only_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a build in this very process fail."""
    here, build = os.getpid(), outpost._built_here

    def elsewhere(*arguments: Any) -> object:
        assert os.getpid() != here
        return build(*arguments)

    monkeypatch.setattr(outpost, "_built_here", elsewhere)


def test_an_edit_is_built_by_the_process_that_is_ready(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a first build, an edit is built elsewhere; the bytes, the report and the progress are the usual ones."""
    replaced(portal.root / PHONE, "32 12 34 56", "34 41 23 45")
    with monkeypatch.context() as patch:
        _only_elsewhere(patch)
        report = portal.build()
    assert sorted(portal.names) == sorted(span.name for span in report.stages.tasks if "/" in span.name)
    assert portal.names
    assert portal.is_right()


def test_nobody_waits_when_nothing_has_changed(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """No process gets ready for a build that has nothing to do."""
    begun: list[int] = []
    monkeypatch.setattr(outpost, "_prepare", lambda paths: begun.append(1))
    assert portal.build().written == 0
    assert begun == []


def test_a_process_that_cannot_get_ready_is_not_missed(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it fails, the sites are built here."""

    def fail(paths: PortalPaths) -> None:
        raise ImportError("not installed")

    monkeypatch.setattr(outpost, "_prepare", fail)
    replaced(portal.root / ABOUT, "\n\n", "\n\nNyt. ")
    portal.build()
    assert portal.is_right()


def test_a_broken_template_is_told_and_nothing_changes(portal: Portal) -> None:
    """What cannot be rendered is a fault with its template, and what was live stays."""
    shutil.copytree(ROOT / "theme", portal.root / "theme")
    portal.build()
    before = state(portal.root / "public")
    replaced(portal.root / "theme/templates/place.html", "</h1>", "{{ nothing.at.all }}</h1>")
    with pytest.raises(RenderError, match=r"place\.html"):
        portal.build()
    assert state(portal.root / "public") == before


def test_a_hook_that_fails_there_is_told(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook that fails in a process of the one that is ready is named, in a sentence that can be translated."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (portal.root / "mkdocs.yml").write_text(f"{settings}\nhooks: [hook.py]\n", "utf-8")
    (portal.root / "hook.py").write_text("", "utf-8")
    portal.build()
    before = state(portal.root / "public")
    (portal.root / "hook.py").write_text("def on_pre_build(config):\n    raise ValueError('odd')\n", "utf-8")
    replaced(portal.root / PHONE, "32 12 34 56", "34 41 23 45")
    _only_elsewhere(monkeypatch)
    with pytest.raises(SettingsError, match=r"^the hook hook\.py:2 failed on .*: ValueError: odd$") as caught:
        portal.build()
    assert caught.value.said.template == "the hook {hook} failed on {page}: {fault}"
    assert state(portal.root / "public") == before


@pytest.mark.parametrize("number", range(3))
def test_edits(portal: Portal, number: int) -> None:
    """After each edit of a series, some of which harm live files, the output is that of a fresh build."""
    dice = random.Random(SEED + number)  # noqa: S311
    built, safe = 0, portal.root.parent / "safe"
    for _ in range(5):
        shutil.rmtree(safe, ignore_errors=True)
        for name in ("content", "sites"):
            shutil.copytree(portal.root / name, safe / name)
        if dice.random() < 0.3:
            pages = sorted((portal.root / "public").rglob("*.html"))
            dice.choice(pages).write_bytes(b"x")
        edit(portal.root, dice)
        try:
            portal.build(dice.choice((2, 3)))
        except ContentError:
            for name in ("content", "sites"):
                shutil.rmtree(portal.root / name)
                shutil.copytree(safe / name, portal.root / name)
            continue
        built += 1
        assert portal.is_right()
    assert built


def test_a_glance_sees_sites_as_they_were_published(portal: Portal) -> None:
    """Sites that nobody has touched are seen with their files; one that somebody has touched is not."""
    found = portal.live.glance()
    assert {site: files for site, (_, files) in found.sites.items()} == {
        site.name: sum(path.is_file() for path in site.rglob("*"))
        for site in (portal.root / "public").iterdir()
    }
    (portal.root / "public/other/robots.txt").write_text("x", "utf-8")
    assert portal.live.glance().sites.keys() == found.sites.keys() - {"other"}


def test_a_glance_counts_only_until_somebody_publishes(portal: Portal) -> None:
    """What another build has published after the glance is not taken for what was seen."""
    early = portal.live.glance()
    keys = {site: made_from for site, (made_from, _) in early.sites.items()}
    late = replace(portal.live, before=lambda: early)
    assert late.unchanged(keys, 1).keys() == keys.keys() == set(late.sure())
    replaced(portal.root / ABOUT, "\n\n", "\n\nNyt. ")
    portal.build()
    assert (late.unchanged(keys, 1).keys(), set(late.sure())) == (keys.keys() - {"other"}, set())


def test_a_young_output_is_looked_at_again(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that changed just now may change again without a trace: the glance tells nothing."""
    monkeypatch.setattr(live, "_UNSURE", 3600.0)
    assert portal.live.glance() == Glance()


def test_a_look_begins_before_the_program_is_loaded() -> None:
    """While another process looks, this one loads what reads, checks and renders: not before."""
    late = ("pydantic", "yaml", "babel", "jinja2", "mkdocs", "rich", "generator.pipeline", "generator.model")
    loaded = f"import sys, generator.cli.build; print([name for name in {late!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_look_at_another_output_is_not_asked(portal: Portal, tmp_path: Path) -> None:
    """Without a cache, or with hooks, nothing is kept: what is live is not taken for what would be built."""
    (portal.root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes() + b"\nhooks: [hook.py]\n")
    (portal.root / "hook.py").write_text("def on_post_page(html, page, config):\n    return html\n", "utf-8")
    report = portal.build()
    assert len(portal.names) == report.languages
    assert report.written == 0
