"""The switch of sites."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.switch import Move, Switchboard


class WithoutExchange:
    """A C library that lacks the calls for an exchange, as on systems other than Linux and macOS."""

    def __init__(self, *names: object, **options: object) -> None: ...

    def __getattr__(self, name: str) -> Callable[..., int]:
        raise AttributeError(name)


@pytest.fixture(params=[ctypes.CDLL, WithoutExchange], ids=["exchange", "renames"])
def board(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Switchboard:
    """Sites `changed` and `gone` are live, `changed` and `added` are new."""
    monkeypatch.setattr(ctypes, "CDLL", request.param)
    work = tmp_path / "work"
    (work / "units/next").mkdir(parents=True)
    found = Switchboard(work / "units/next", tmp_path / "public", work / "old", work / "switching.json")
    for folder, site in (
        (found.live, "changed"),
        (found.live, "gone"),
        (found.new, "changed"),
        (found.new, "added"),
    ):
        (folder / site).mkdir(parents=True)
        (folder / site / "manifest.json").write_text(f"{folder.name} {site}")
    return found


def manifest(text: str) -> str:
    """The digest of a manifest with this text."""
    return hashlib.sha256(text.encode()).hexdigest()


MOVES = (Move("added", manifest("next added")), Move("changed", manifest("next changed")), Move("gone", ""))


def live(board: Switchboard) -> dict[str, str]:
    """What is live."""
    return {path.parent.name: path.read_text() for path in sorted(board.live.rglob("manifest.json"))}


OLD = {"changed": "public changed", "gone": "public gone"}
NEW = {"added": "next added", "changed": "next changed"}


def test_new_sites_take_the_place_of_the_live_ones(board: Switchboard) -> None:
    """What changed is exchanged, what is new is there, what goes is gone; the list of moves is gone, too."""
    board.switch(MOVES)
    assert (live(board), board.journal.exists()) == (NEW, False)


def test_first_switch_needs_no_output(board: Switchboard, tmp_path: Path) -> None:
    """Without an output folder one is made."""
    first = Switchboard(board.new, tmp_path / "first", board.aside, board.journal)
    first.switch(MOVES[:2])
    assert live(first) == NEW


def test_failing_switch_leaves_the_live_sites(board: Switchboard) -> None:
    """When one site cannot be switched, those before it go back."""
    with pytest.raises(FileNotFoundError):
        board.switch((*MOVES, Move("missing", "0")))
    assert (live(board), board.journal.exists()) == (OLD, False)


def test_what_was_not_switched_is_not_taken_back(board: Switchboard) -> None:
    """A live site whose files were harmed has the manifest of the new one: it stays when the switch fails."""
    moves = (Move("changed", manifest("next changed")), Move("gone", manifest("public gone")))
    with pytest.raises(OSError, match="gone"):
        board.switch(moves)
    assert live(board) == OLD
    assert not board.journal.exists()


@pytest.mark.parametrize("number", range(len(MOVES) + 1))
def test_recover_completes_a_switch(board: Switchboard, number: int) -> None:
    """After a kill between two moves the next board makes the others; once is enough."""
    board.live.mkdir(exist_ok=True)
    board.aside.mkdir()
    for move in MOVES[:number]:
        board._put(move)
    board.journal.write_bytes(board._listed(MOVES))
    later = Switchboard(board.new.parent / "other", board.live, board.aside, board.journal)
    later.recover()
    assert (live(board), board.journal.exists()) == (NEW, False)
    later.recover()
    assert live(board) == NEW


@pytest.mark.parametrize("text", ["", "[]", "{", '{"new": ["next"]}', '{"new": 3, "moves": [1]}'])
def test_recover_ignores_a_broken_list(board: Switchboard, text: str) -> None:
    """A list that cannot be read moves nothing."""
    board.journal.write_text(text)
    board.recover()
    assert live(board) == OLD
