"""What git knows arrives as values, and so does what it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.git.process import Blobs, NoAnswer, run
from generator.git.repository import Change, Repository, merge_base, open_repository
from tests.support.history import ENGLISH, PROGRAMME, Past, begin


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """The small portal in a repository with one commit."""
    return begin(tmp_path / "portal")


def opened(past: Past) -> Repository:
    """The repository of a portal."""
    found = open_repository(past.paths.root)
    assert isinstance(found, Repository)
    return found


def test_commits_that_touch_other_files_are_left_out(past: Past) -> None:
    """The parents of a commit are the nearest ones that touch the paths."""
    (past.paths.root / "README.md").write_text("x", "utf-8")
    past.commit("Not content")
    past.change(PROGRAMME, "2014", "2013")
    past.commit("Content\n\nTranslations: unaffected")
    found = opened(past).commits("content")
    assert not isinstance(found, NoAnswer)
    assert [(one.id, one.parents, one.unaffected) for one in found] == [
        (past.commits[2], (past.commits[0],), True),
        (past.commits[0], (), False),
    ]


def test_every_commit_of_a_branch(past: Past) -> None:
    """The history has the commits of a branch and the merge."""
    past.git("switch", "--quiet", "--create", "side")
    past.change(PROGRAMME, "2014", "2013")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.change(ENGLISH, "Pairs", "All pairs")
    past.commit()
    past.git("merge", "--quiet", "--no-ff", "--message", "Merge", "side")
    full = opened(past).commits("content")
    assert not isinstance(full, NoAnswer)
    assert (len(full), len(full[0].parents)) == (4, 2)


def test_changes_have_blobs_of_both_sides(past: Past) -> None:
    """A change names the file and its blobs before and after; the content of a blob is the file's."""
    before = (past.paths.root / PROGRAMME).read_bytes()
    past.change(PROGRAMME, "2014", "2013")
    past.commit()
    repository = opened(past)
    commits = repository.commits("content")
    assert not isinstance(commits, NoAnswer)
    changes = repository.changes(commits[:1], "content")
    assert not isinstance(changes, NoAnswer)
    (change,) = changes[past.commits[1], past.commits[0]]
    with Blobs(past.paths.root, 100_000) as blobs:
        contents = blobs.get(change.before), blobs.get(change.after)
    assert change == Change(PROGRAMME, change.before, change.after)
    assert contents == (before, (past.paths.root / PROGRAMME).read_bytes())


def test_blob_over_the_limit_is_passed_over(past: Past) -> None:
    """A large blob counts as not there, and the next one is read all the same."""
    files = opened(past).files("HEAD", "content")
    assert not isinstance(files, NoAnswer)
    small, large = ENGLISH, PROGRAMME
    size = (past.paths.root / small).stat().st_size
    with Blobs(past.paths.root, size) as blobs:
        found = blobs.get(files[large]), blobs.get(files[small]), blobs.get("0" * 40)
    assert found == (None, (past.paths.root / small).read_bytes(), None)


def test_merge_base(past: Past) -> None:
    """The commit where two lines of work parted."""
    past.git("switch", "--quiet", "--create", "side")
    past.commit()
    assert merge_base(past.paths.root, "main") == past.commits[0]


@pytest.mark.parametrize("revision", ["--output=/tmp/x", "-h", "a b", "nowhere"])
def test_revision_that_is_none(past: Past, revision: str) -> None:
    """An option in place of a revision, or an unknown one, is no fault and runs nothing."""
    assert isinstance(merge_base(past.paths.root, revision), NoAnswer)


def test_no_repository(tmp_path: Path) -> None:
    """A folder without a repository gives a reason."""
    found = open_repository(tmp_path)
    assert found == NoAnswer("this folder is in no git repository")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git gives a reason."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(tmp_path, "version") == NoAnswer("git is not installed here")


def test_no_commit(tmp_path: Path) -> None:
    """A repository without a commit gives a reason."""
    run(tmp_path, "init", "--quiet")
    assert open_repository(tmp_path) == NoAnswer("nothing is committed yet")


def test_repository_cannot_start_programs(past: Past, tmp_path: Path) -> None:
    """Programs that a repository's settings name for watching, signing or hooks are not started."""
    mark = tmp_path / "started"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n", "utf-8")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "gpg.program", "diff.external", "core.pager"):
        past.git("config", name, str(program))
    past.git("config", "log.showSignature", "true")
    repository = opened(past)
    commits = repository.commits("content")
    assert not isinstance(commits, NoAnswer)
    repository.changes(commits, "content")
    repository.files("HEAD", "content")
    assert not mark.exists()


def test_reason_is_not_a_warning(past: Past) -> None:
    """What git warns of before it gives up is not why it gives up."""
    (past.paths.root / ".git/objects/info/alternates").write_text("/nowhere\n", "utf-8")
    found = run(past.paths.root, "rev-parse", "--verify", "nowhere")
    assert found == NoAnswer("git says: {detail}", "Needed a single revision")
