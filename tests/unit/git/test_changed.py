"""Changed lines, as git tells them, in repositories made for the test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.git.changed import changed_lines


def git(folder: Path, *arguments: str) -> None:
    """Run git with an identity of its own and no settings of the machine."""
    names = {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **names}
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        env={**os.environ, **settings},
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose branch `change` left `main` after the first commit; `main` went on."""
    portal = tmp_path / "portal"
    portal.mkdir()
    git(tmp_path, "init", "-b", "main")
    (portal / "a.yml").write_text("one\ntwo\nthree\n")
    (portal / "gone.yml").write_text("x\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    git(tmp_path, "checkout", "-b", "change")
    (portal / "a.yml").write_text("one\n2\nthree\nfour\n++ b/x\n")
    (portal / "blåbær.yml").write_text("new\n")
    (portal / "gone.yml").unlink()
    (tmp_path / "outside.yml").write_text("x\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "second")
    git(tmp_path, "checkout", "main")
    (portal / "a.yml").write_text("one\ntwo\nthree\nmain\n")
    git(tmp_path, "commit", "-a", "-m", "third")
    git(tmp_path, "checkout", "change")
    return portal


def test_lines_that_are_new_since_the_branch_left(repository: Path) -> None:
    """Changed and added lines of files below the portal, with its own names; nothing of what main did since."""
    assert changed_lines(repository, "main") == {
        "a.yml": frozenset({2, 4, 5}),
        "blåbær.yml": frozenset({1}),
    }


def test_a_branch_of_origin_is_looked_for_first(repository: Path) -> None:
    """Build services fetch the target branch without making it a local one."""
    git(repository, "update-ref", "refs/remotes/origin/target", "main")
    assert set(changed_lines(repository, "target")) == {"a.yml", "blåbær.yml"}


@pytest.mark.parametrize("base", ["", "nowhere", "--output=x", "-h"])
def test_without_a_base_there_are_no_changed_lines(repository: Path, base: str) -> None:
    """A name that is no revision, or looks like an option, gives nothing and does nothing."""
    assert (changed_lines(repository, base), list(repository.glob("x*"))) == ({}, [])


def test_without_a_repository_there_are_no_changed_lines(tmp_path: Path) -> None:
    """A folder that is no repository is no fault."""
    assert changed_lines(tmp_path, "main") == {}
