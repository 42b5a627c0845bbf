"""Folders of files."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.tree import NOT_A_FILE, discard, is_still, link_file, list_files, look


def test_files_are_listed_with_sizes_and_links_without(tmp_path: Path) -> None:
    """Every file at any depth is listed with its size; a link is listed and not followed."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.html").write_bytes(b"123")
    (tmp_path / "z.css").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "empty").mkdir()
    assert list(list_files(tmp_path).items()) == [("a/b/c.html", 3), ("link", NOT_A_FILE), ("z.css", 0)]


def test_no_folder_has_no_files(tmp_path: Path) -> None:
    """A folder that is not there, or is a link, has no files."""
    (tmp_path / "link").symlink_to(tmp_path)
    assert (list_files(tmp_path / "none"), list_files(tmp_path / "link")) == ({}, {})


def test_linked_file_is_the_same_file(tmp_path: Path) -> None:
    """A second name has the inode of the first."""
    (tmp_path / "a").write_bytes(b"1")
    link_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a").stat().st_ino == (tmp_path / "b").stat().st_ino


def test_file_that_cannot_be_linked_is_copied_with_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk has no hard links the file is copied and keeps its modification time."""

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    (tmp_path / "a").write_bytes(b"1")
    os.utime(tmp_path / "a", (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(os, "link", no_links)
    link_file(tmp_path / "a", tmp_path / "b")
    copy = tmp_path / "b"
    assert (copy.read_bytes(), copy.stat().st_mtime, copy.stat().st_nlink) == (b"1", 1_000_000_000, 1)


def test_discard_does_not_follow_links(tmp_path: Path) -> None:
    """A link is removed, and what it leads to stays."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    discard(tmp_path / "link")
    discard(tmp_path / "not-there")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept" / "a").read_bytes() == b"1"


def _site(root: Path) -> Path:
    site = root / "site"
    (site / "a/b").mkdir(parents=True)
    (site / "a/b/c.html").write_bytes(b"123")
    (site / "z.css").write_bytes(b"")
    for path in (site, site / "a", site / "a/b"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return site


def _later(path: Path) -> None:
    os.utime(path, (1_700_000_001, 1_700_000_001))


@pytest.mark.parametrize(
    ("harm", "same"),
    [
        (lambda site: (site / "a/b/c.html").write_bytes(b"1234"), False),
        (lambda site: _later(site / "a/b/c.html"), False),
        (lambda site: (site / "a/b/c.html").unlink(), False),
        (lambda site: (site / "a/new").write_bytes(b""), False),
        (lambda site: (site / "a/b/c.html").rename(site / "a/b/d.html"), False),
        (lambda site: (site / "a").rename(site / "d"), False),
        (lambda site: (site / "a/new").mkdir(), True),
        (lambda site: _later(site / "a"), True),
        (lambda site: (site / "z.css").chmod(0o600), False),
        (lambda site: (site / "a").chmod(0o700), False),
        (lambda site: site.chmod(0o700), False),
    ],
)
def test_a_look_finds_what_has_changed(tmp_path: Path, harm: Callable[[Path], object], same: bool) -> None:
    """Any file that differs is seen by a second look, and nothing that does passes for what it was."""
    site = _site(tmp_path)
    seen = look(site)
    assert is_still(site, seen.marks)
    harm(site)
    assert not is_still(site, seen.marks)
    assert (look(site).signature == seen.signature) is same


def test_a_link_in_place_of_a_site_is_not_what_was_seen(tmp_path: Path) -> None:
    """Not even when it leads to the very same files."""
    site = _site(tmp_path)
    seen = look(site)
    moved = site.rename(tmp_path / "moved")
    assert is_still(moved, seen.marks)
    site.symlink_to(moved, target_is_directory=True)
    assert not is_still(site, seen.marks)


@pytest.mark.parametrize(
    "marks", [None, (), ((), (), (), ()), (("z.css",), (), ("",), ()), (("z.css",), (1,), 2, 3)]
)
def test_strange_marks_are_no_look(tmp_path: Path, marks: object) -> None:
    """What does not come from a look, or from a look at nothing, tells nothing."""
    assert not is_still(_site(tmp_path), marks)
    assert not is_still(tmp_path / "none", look(tmp_path / "none").marks)
