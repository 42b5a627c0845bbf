"""The switch of two folders."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.switch import recover, switch


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A new tree, a live one, and the name for one that is put aside."""
    work = tmp_path / "work"
    for folder in (work / "next", tmp_path / "live"):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(folder.name)
    return work / "next", tmp_path / "live", work / "old"


class WithoutExchange:
    """A C library that lacks the calls for an exchange, as on systems other than Linux and macOS."""

    def __init__(self, *names: object, **options: object) -> None: ...

    def __getattr__(self, name: str) -> Callable[..., int]:
        raise AttributeError(name)


def test_exchange_puts_the_old_tree_in_the_new_ones_place(folders: tuple[Path, Path, Path]) -> None:
    """After the switch the new tree is live and the old one is where the new one was."""
    new, live, aside = folders
    inode = live.stat().st_ino
    switch(new, live, aside)
    assert ((live / "index.html").read_text(), (new / "index.html").read_text()) == ("next", "live")
    assert (inode, False) == (new.stat().st_ino, aside.exists())


def test_two_renames_end_the_same_way(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no exchange the result is the same."""
    monkeypatch.setattr(ctypes, "CDLL", WithoutExchange)
    new, live, aside = folders
    switch(new, live, aside)
    assert ((live / "index.html").read_text(), (new / "index.html").read_text()) == ("next", "live")
    assert not aside.exists()


def test_first_switch_needs_no_live_tree(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """Without a live tree the new one takes its place and nothing is left behind."""
    new, _, aside = folders
    switch(new, tmp_path / "first", aside)
    assert ((tmp_path / "first" / "index.html").read_text(), new.exists()) == ("next", False)


@pytest.mark.parametrize("library", [ctypes.CDLL, WithoutExchange])
def test_failing_switch_leaves_the_live_tree(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, library: type
) -> None:
    """When there is nothing to switch to, the live tree stays."""
    monkeypatch.setattr(ctypes, "CDLL", library)
    new, live, aside = folders
    (new / "index.html").unlink()
    new.rmdir()
    with pytest.raises(FileNotFoundError):
        switch(new, live, aside)
    assert (live / "index.html").read_text() == "live"


def test_recover_brings_back_what_was_put_aside(folders: tuple[Path, Path, Path]) -> None:
    """A live tree that is missing comes back from aside."""
    _, live, aside = folders
    live.rename(aside)
    recover(live, aside)
    assert ((live / "index.html").read_text(), aside.exists()) == ("live", False)


def test_recover_leaves_a_live_tree_alone(folders: tuple[Path, Path, Path]) -> None:
    """A live tree that is there is not replaced by an older one."""
    new, live, aside = folders
    new.rename(aside)
    recover(live, aside)
    assert (live / "index.html").read_text() == "live"
