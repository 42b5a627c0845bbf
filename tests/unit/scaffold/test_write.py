"""Writing into a portal: nothing is overwritten, no link is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.scaffold.write import write_made, write_new


def test_nothing_is_written_when_one_file_is_there(tmp_path: Path) -> None:
    """An existing file is named, kept, and stops the others."""
    (tmp_path / "b.yml").write_text("mine")
    with pytest.raises(UsageError, match=r"^b\.yml exists already"):
        write_new(tmp_path, {"a.yml": "new", "b.yml": "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"b.yml": "mine"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A folder that is a link leads out of the portal; nothing is written there."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "portal"
    root.mkdir()
    (root / "schemas").symlink_to(outside)
    for write in (write_new, write_made):
        with pytest.raises(UsageError, match="symbolic link"):
            write(root, {"schemas/x.json": "{}"})
    assert list(outside.iterdir()) == []


def test_made_files_are_written_when_they_changed(tmp_path: Path) -> None:
    """A file with the same text is not touched and not counted."""
    assert write_made(tmp_path, {"a/x": "1", "y": "2"}) == ("a/x", "y")
    assert write_made(tmp_path, {"a/x": "1", "y": "3"}) == ("y",)
