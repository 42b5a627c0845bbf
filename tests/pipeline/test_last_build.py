"""A build with nothing to do is told by what it was the last time: whatever could make a difference is seen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.clock import Clock
from generator.engine import kept as engine_kept
from generator.engine import live
from generator.intake import index
from generator.outcome import BuildOptions, BuildReport
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.store import digest
from generator.verdict import memory
from tests.support.builds import built_afresh, contents, replaced, state
from tests.support.edits import two_sites
from tests.support.history import PROGRAMME, begin
from tests.support.portal import copy_small

MORNING = datetime(2026, 12, 3, 9, tzinfo=UTC)
EVENING = datetime(2026, 12, 3, 18, tzinfo=UTC)
"""An information meeting of the small portal ends in between, at 17:30."""


@dataclass
class Portal:
    """A portal that is built again and again."""

    root: Path
    now: datetime = MORNING
    reports: list[BuildReport] = field(default_factory=list)

    def build(self, **chosen: tuple[str, ...]) -> bool:
        """Build and return whether the last build's outcome was enough."""
        options = BuildOptions(self.root / "public", **chosen)
        report = build_portal(PortalPaths(self.root), Clock(self.now), options)
        self.reports.append(report)
        return [span.name for span in report.stages.stages] == ["check", "live"]

    def is_right(self) -> bool:
        """Whether what is live is what a build elsewhere without a cache makes."""
        return contents(self.root / "public") == built_afresh(self.root, Clock(self.now))


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Portal:
    """Two sites, built often enough that the next build has nothing to do."""
    for module in (index, live):  # the files of a test are younger than two seconds
        monkeypatch.setattr(module, "_UNSURE", 0.0)
    root = copy_small(tmp_path / "portal").root
    two_sites(root)
    found = Portal(root)
    assert [found.build(), found.build()] == [False, True]
    return found


def test_it_says_what_the_last_build_said(portal: Portal) -> None:
    """The report is that of the build that did the work, and nothing is touched."""
    first, again = portal.reports
    before = state(portal.root / "public")
    assert (again.sites, again.languages, again.pages) == (first.sites, first.languages, first.pages)
    assert (again.findings, again.written, again.removed) == (first.findings, 0, 0)
    assert again.unchanged == first.written == len(before)
    assert portal.build()
    assert state(portal.root / "public") == before


def _changed(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"a", b"e", 1))


def _linked(path: Path) -> None:
    path.rename(path.with_name("away"))
    path.symlink_to("away")


def _folder_linked(path: Path) -> None:
    path.parent.rename(path.parent.with_name("away"))
    path.parent.symlink_to("away")


def _stray(path: Path) -> None:
    (path.parent / "stray.txt").write_text("x", "utf-8")


def _deep(path: Path) -> None:
    (path.parent / "new/deep").mkdir(parents=True)
    (path.parent / "new/deep/stray.txt").write_text("x", "utf-8")


def _site_gone(path: Path) -> None:
    shutil.rmtree(path.parents[1])


HARMS: dict[str, Callable[[Path], None]] = {
    "changed": _changed,
    "emptied": lambda path: path.write_bytes(b""),
    "gone": Path.unlink,
    "linked": _linked,
    "folder linked": _folder_linked,
    "stray": _stray,
    "stray in a new folder": _deep,
    "folder gone": lambda path: shutil.rmtree(path.parent),
    "site gone": _site_gone,
}


@pytest.mark.parametrize("harm", HARMS)
def test_whatever_somebody_did_to_live_files_is_put_right(portal: Portal, harm: str) -> None:
    """A file or folder that was changed, added, replaced or removed in the output is seen."""
    HARMS[harm](portal.root / "public/broen/programmes/index.html")
    assert not portal.build()
    assert portal.is_right()
    assert portal.build()


def _modes(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mode for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize(
    ("path", "mode"),
    [("programmes/index.html", 0o600), ("programmes/index.html", 0), ("programmes", 0o700), ("", 0o700)],
)
def test_permissions_are_put_right(portal: Portal, path: str, mode: int) -> None:
    """A file or folder that somebody has closed to a web server is open again; bytes and times stay."""
    output = portal.root / "public"
    modes, files = _modes(output), state(output)
    (output / "broen" / path).chmod(mode)
    assert not portal.build()
    assert (_modes(output), state(output)) == (modes, files)
    assert portal.build()


def test_another_umask_is_no_change(portal: Portal) -> None:
    """Files that nobody touched stay as they are when new ones would get other permissions."""
    modes = _modes(portal.root / "public")
    old = os.umask(0o077)
    try:
        assert portal.build()
    finally:
        os.umask(old)
    assert _modes(portal.root / "public") == modes


def test_a_strange_site_in_the_output(portal: Portal) -> None:
    """A live site that the portal does not have goes."""
    shutil.copytree(portal.root / "public/other", portal.root / "public/gone")
    manifest = portal.root / "public/gone/manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"site": "other"', '"site": "gone"'), "utf-8")
    assert not portal.build()
    assert portal.is_right()


def test_folders_of_another_time_cost_one_look(portal: Portal) -> None:
    """A copy of the output whose folders have other times is still what was built."""
    for folder in (portal.root / "public").rglob("*/"):
        os.utime(folder, (1_700_000_000, 1_700_000_000))
    entries = portal.root / ".portal/cache/sites"
    kept = contents(entries)
    assert portal.build()
    looked = contents(entries)
    assert looked != kept
    assert portal.build()
    assert contents(entries) == looked


@pytest.mark.parametrize(
    "file",
    [
        "content/coordinators/broen-odense.yml",
        "content/calls/mentors-odense.en.yml",
        "sites/other/site.yml",
        "sites/broen/pages/about.md",
    ],
)
def test_an_edit(portal: Portal, file: str) -> None:
    """A changed file is built, and so is the file as it was."""
    path = portal.root / file
    before = path.read_bytes()
    path.write_bytes(before.replace(b"O", b"U", 1))
    assert before != path.read_bytes()
    assert not portal.build()
    assert portal.is_right()
    path.write_bytes(before)
    assert not portal.build()
    assert portal.is_right()


def test_a_picture(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other bytes of a picture are seen; as long as it might change without a trace, it is looked at each time."""
    from PIL import Image

    path = portal.root / "content/media/conversation.png"
    with Image.open(path) as picture:
        turned = picture.transpose(Image.Transpose.ROTATE_180)
    turned.save(path)
    monkeypatch.setattr(index, "_UNSURE", 60.0)
    assert [portal.build(), portal.build()] == [False, False]
    assert portal.is_right()


def test_theme_and_settings(portal: Portal) -> None:
    """Another theme, other settings of MkDocs and other words of the theme are seen."""
    from generator.paths import packaged_theme

    theme = portal.root / "theme"
    shutil.copytree(packaged_theme(), theme)
    portal.build()
    assert portal.build()
    replaced(theme / "templates/place.html", "</h1>", "!</h1>")
    assert not portal.build()
    assert portal.is_right()
    shutil.rmtree(theme)
    assert not portal.build()
    assert portal.is_right()


def test_the_time_of_the_day(portal: Portal) -> None:
    """A meeting that ends during the day is over afterwards, and is not when the clock is put back."""
    portal.now = MORNING.replace(hour=11)
    assert portal.build()
    portal.now = EVENING
    assert not portal.build()
    assert portal.is_right()
    portal.now = MORNING
    assert not portal.build()
    assert portal.is_right()


def test_another_day(portal: Portal) -> None:
    """Another day is another state, even when nothing is written."""
    portal.now = MORNING.replace(day=4)
    assert not portal.build()
    assert portal.is_right()


def test_another_program(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program has kept says nothing."""
    for module in (memory, engine_kept):
        monkeypatch.setattr(module, "program_digest", lambda: "another")
    assert memory.program_digest() != digest.program_digest()
    assert not portal.build()
    assert portal.build()


def test_another_choice(portal: Portal) -> None:
    """What is known of a build of one site says nothing of a build of all."""
    replaced(portal.root / "sites/other/pages/about.md", "\n\n", "\n\nNyt. ")
    assert not portal.build(sites=("broen",))
    assert not portal.build()
    assert portal.is_right()
    assert portal.build(sites=("broen",))
    assert [report.sites for report in portal.reports[-3:]] == [1, 2, 1]


@pytest.mark.parametrize("harm", [b"", b"x" * 40, b"cos\nsystem\n(S'false'\ntR."])
def test_a_damaged_note(portal: Portal, harm: bytes) -> None:
    """Damaged entries, and forged ones with a right seal, cost time only."""
    from generator.store.store import Store

    store = Store(portal.root, portal.root / ".portal/cache/sites")
    for key, path, _ in list(store._entries()):
        store.put(key, harm) if harm else path.write_bytes(b"")
    assert not portal.build()
    assert portal.is_right()


def test_the_past_of_texts(tmp_path: Path) -> None:
    """A site that tells of outdated translations is planned anew: git may know more than it did."""
    past = begin(tmp_path / "portal")
    site = past.paths.root / "sites/broen/site.yml"
    site.write_text(f"{site.read_text('utf-8')}outdated_translations: notice\n", "utf-8")
    past.change(
        PROGRAMME, "En mentor hjælper dig på vej til arbejde i Odense eller Aarhus.", "Find en mentor."
    )
    found = Portal(past.paths.root)
    found.build()
    past.commit()
    assert not found.build()
    assert found.is_right()
