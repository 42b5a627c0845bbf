"""Large languages are built in parts, by several workers: that never shows in the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.engine import tasks
from generator.engine.pieces import Piece, Pieces
from generator.outcome import BuildOptions
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.publish.assembly import Part
from generator.workers.pool import Job, run_units
from tests.support.builds import contents, replaced
from tests.support.edits import two_sites
from tests.support.portal import TODAY, copy_small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two sites over the small portal."""
    found = copy_small(tmp_path / "portal").root
    two_sites(found)
    return found


def built(root: Path, target: Path, *, jobs: int = 1, cache: bool = False) -> dict[str, bytes]:
    """Build all sites and return their files."""
    options = BuildOptions(target, jobs=jobs, cache=cache)
    build_portal(PortalPaths(root), read_clock(TODAY), options)
    return contents(target)


@pytest.mark.parametrize("most", [1, 3, 7])
@pytest.mark.parametrize("jobs", [1, 3])
def test_parts_of_any_size_give_the_same_bytes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, jobs: int
) -> None:
    """Pages, index of search and 404 page are what they are when a language is built at once."""
    whole = built(root, tmp_path / "whole")
    monkeypatch.setattr(tasks, "_MOST", most)
    assert built(root, tmp_path / "parts", jobs=jobs) == whole


def test_an_edit_of_a_site_in_parts(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept of parts is used again, also when their borders have moved."""
    monkeypatch.setattr(tasks, "_MOST", 4)
    for most, new in ((4, "Nyt. "), (4, "Igen. "), (5, "Mere. "), (100, "Sidst. ")):
        monkeypatch.setattr(tasks, "_MOST", most)
        built(root, tmp_path / "live", cache=True)
        replaced(root / "sites/other/pages/about.md", "\n\n", f"\n\n{new}")
        assert built(root, tmp_path / "live", cache=True) == built(root, tmp_path / "afresh")


def test_pieces_of_one_site_are_kept_by_several_processes(tmp_path: Path) -> None:
    """Nobody takes another's piece, however the processes meet."""
    pieces = Pieces(tmp_path)
    numbers = range(400)
    run_units(Job(numbers, lambda number: pieces.keep("kvinfo", number, _piece(number))), 4)
    assert [pieces.take("kvinfo", number) for number in numbers] == [_piece(number) for number in numbers]


def _piece(number: int) -> Piece:
    return Piece(Part({}, frozenset()), {}, (f"line {number}",) * 2000)


def test_a_site_is_completed_once(tmp_path: Path) -> None:
    """Whoever finds all pieces there is told so, and nobody after him."""
    pieces = Pieces(tmp_path)
    piece = Piece(Part({}, frozenset()), {}, ("line",))
    pieces.keep("kvinfo", 0, piece)
    assert not pieces.completes("kvinfo", range(2))
    pieces.keep("kvinfo", 1, piece)
    assert [pieces.completes("kvinfo", range(2)) for _ in range(3)] == [True, False, False]
    assert pieces.take("kvinfo", 1) == piece
    with pytest.raises(OSError, match="kvinfo"):
        pieces.take("kvinfo", 1)
