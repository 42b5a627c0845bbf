"""What the server knows of a site: its pages by file, what concerns it, and when it changes by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.diagnostics import Finding, Position, Severity
from generator.serve.faces import face_of, next_instant, states_of
from generator.serve.snapshot import Face, ServeOptions
from generator.serve.workbench import Workbench
from generator.verdict.checked import Checked
from tests.support.builds import replaced
from tests.support.portal import TODAY, copy_small


@pytest.fixture
def made(tmp_path: Path) -> tuple[Workbench, Checked]:
    """The small portal, read."""
    bench = Workbench(copy_small(tmp_path / "portal"), ServeOptions())
    checked = bench.check(read_clock(TODAY))
    bench.take(checked, read_clock(TODAY))
    return bench, checked


@pytest.fixture
def face(made: tuple[Workbench, Checked]) -> Face:
    """Its site."""
    bench, checked = made
    return face_of(bench.benches["broen"], checked)


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("content/places/odense.yml", ("Odense", "places/odense/")),
        ("content/coordinators/broen-odense.yml", ("Koordinator i Odense", "coordinators/")),
        ("content/stories/first-year.yml", ("Et år som mentor", "stories/first-year/")),
        ("sites/broen/site.yml", ("Broens mentornetværk", "")),
    ],
)
def test_page_of_a_file(face: Face, file: str, page: tuple[str, str]) -> None:
    """A file leads to the page of its record; without one, to the list that has it."""
    assert face.pages[file] == page


def test_own_page(face: Face) -> None:
    """A page of the site's own is found by its file."""
    assert face.pages["sites/broen/pages/about.md"][1] == "about/"


def test_homes(face: Face) -> None:
    """Each language has its home page, the default language at the root."""
    assert (face.homes, face.languages) == ({"da": "", "en": "en/"}, ("da", "en"))


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("content/places/odense.yml", True),
        ("sites/broen/pages/x.md", True),
        ("content/places/oslo.yml", False),
    ],
)
def test_concerns(face: Face, file: str, expected: bool) -> None:
    """A finding concerns a site when it stands in what the site shows or in the site's folder."""
    assert face.concerns(Finding("PP203", Severity.NOTE, Position(file), "")) == expected


def test_states(made: tuple[Workbench, Checked], tmp_path: Path) -> None:
    """An edit changes the state of its own file only, own pages included."""
    bench, checked = made
    before = states_of(checked)
    replaced(tmp_path / "portal/content/places/odense.yml", "en: Odense", "en: Odense city")
    about = tmp_path / "portal/sites/broen/pages/about.md"
    about.write_text(about.read_text("utf-8") + "\nMere.\n", "utf-8")
    after = states_of(bench.check(read_clock(TODAY)))
    changed = {file for file in before if before[file] != after[file]}
    assert changed == {"content/places/odense.yml", "sites/broen/pages/about.md"}


def test_next_day(made: tuple[Workbench, Checked]) -> None:
    """Without a call that changes before, a site is read again when the day is over."""
    bench, _ = made
    assert next_instant(bench.benches.values(), read_clock(TODAY)) == datetime(2026, 11, 22, tzinfo=UTC)
