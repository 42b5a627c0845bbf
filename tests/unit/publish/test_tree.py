"""Folders of files."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.publish.tree import NOT_A_FILE, discard, link_file, list_files


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
