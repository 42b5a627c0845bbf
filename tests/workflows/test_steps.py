"""The steps of the workflows, run in a portal that `portal init --ci github` makes, with a change of a phone number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.scaffold.ci import ci_files
from generator.scaffold.portal import portal_files
from generator.scaffold.write import write_new
from tests.support.repositories import commit, git
from tests.workflows.running import CONTACT, portal_with_change, run, step, with_service

CHECK = ("Say what the change means to readers", "Check", "Build a preview")
NEXT = "mentoring/api/next-change.json"


def test_a_changed_number_is_checked_told_and_previewed(tmp_path: Path) -> None:
    """All steps succeed, the comment names the old number and the new one, the preview leads to changed pages."""
    root = portal_with_change(tmp_path / "portal", "030 123456", "030 123465")
    for title in CHECK:
        done = run(step("portal-check", "check", title), root, tmp_path / "temp")
        assert done.returncode == 0, done.stdout + done.stderr
    comment = (tmp_path / "temp/comment.md").read_text("utf-8")
    assert "123456" in comment.replace("\\", "")
    assert "123465" in comment.replace("\\", "")
    links = (tmp_path / "temp/preview/changed.html").read_text("utf-8")
    targets = [part.partition('"')[0] for part in links.split('href="')[1:]]
    assert targets
    assert [target for target in targets if not (tmp_path / "temp/preview" / target).is_file()] == []


def test_a_mistake_fails_the_check_and_leaves_the_comment(tmp_path: Path) -> None:
    """The finding is an annotation on its line and stands in the summary."""
    root = portal_with_change(tmp_path / "portal", "language: de", "language: xx-nowhere")
    told = run(step("portal-check", "check", CHECK[0]), root, tmp_path / "temp")
    assert told.returncode == 0, told.stderr
    done = run(step("portal-check", "check", "Check"), root, tmp_path / "temp")
    assert done.returncode == 1
    assert f"::error file={CONTACT}," in done.stdout
    assert "xx" in (tmp_path / "temp/summary.md").read_text("utf-8")


def test_versions_come_from_the_base(tmp_path: Path) -> None:
    """What a pull request writes into the list of versions is not what its check installs."""
    root = portal_with_change(tmp_path / "portal", "030 123456", "030 123465")
    (root / "ci/requirements.txt").write_text("strangers-program\n", "utf-8")
    git(root, "commit", "--quiet", "--amend", "--all", "--no-edit")
    first = step("portal-check", "check", "Install the program that the base branch names").partition(
        "python -I"
    )[0]
    done = run(first, root, tmp_path / "temp")
    assert done.returncode == 0, done.stderr
    assert "strangers-program" not in (tmp_path / "temp/requirements.txt").read_text("utf-8")


def test_the_first_pull_request_brings_the_portal(tmp_path: Path) -> None:
    """The base has no portal and no list of versions: everything is new, and the check is made all the same."""
    root, temp = tmp_path / "portal", tmp_path / "temp"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "nothing yet")
    write_new(root, portal_files() | ci_files("github"))
    commit(root, "portal")
    install = step("portal-check", "check", "Install the program that the base branch names")
    fetched = run(install.partition("python -I")[0], root, temp)
    assert fetched.returncode == 0, fetched.stderr
    assert (temp / "requirements.txt").read_bytes() == (root / "ci/requirements.txt").read_bytes()
    for title in CHECK:
        done = run(step("portal-check", "check", title), root, temp)
        assert done.returncode == 0, done.stdout + done.stderr
    assert {record["status"] for record in json.loads((temp / "diff.json").read_text())["records"]} == {"new"}


def test_publishing_keeps_what_says_when_to_build_again(tmp_path: Path) -> None:
    """A push is always due; the file that it keeps makes the scheduled run of the same day not due."""
    root, temp = portal_with_change(tmp_path / "portal", "030 123456", "030 123465"), tmp_path / "temp"
    for title in ("Is a build due?", "Check", "Build"):
        done = run(step("portal-publish", "build", title), root, temp, EVENT="push")
        assert done.returncode == 0, done.stdout + done.stderr
    assert (temp / "output").read_text() == "due=true\n"
    assert (temp / "public/mentoring/index.html").is_file()
    (temp / "next").rename(temp / "published")
    scheduled = step("portal-publish", "build", "Is a build due?")
    run(scheduled, root, temp, EVENT="schedule")
    (temp / "published" / NEXT).write_text(json.dumps({"next": "2020-01-01T00:00:00+01:00"}), "utf-8")
    run(scheduled, root, temp, EVENT="schedule")
    assert (temp / "output").read_text().splitlines() == ["due=true", "due=false", "due=true"]


def test_a_fault_of_the_program_is_not_taken_for_nothing_due(tmp_path: Path) -> None:
    """A portal that is none stops the scheduled run."""
    (tmp_path / "temp/published").mkdir(parents=True)
    done = run(
        step("portal-publish", "build", "Is a build due?"), tmp_path, tmp_path / "temp", EVENT="schedule"
    )
    assert done.returncode == 2
    assert not (tmp_path / "temp/output").exists()


def test_status_is_written_for_the_issue(tmp_path: Path) -> None:
    """The text of the issue begins with the mark by which it is found again."""
    root = portal_with_change(tmp_path / "portal", "030 123456", "030 123465")
    done = run(step("portal-status", "status", "Look what needs a person"), root, tmp_path / "temp")
    assert done.returncode == 0, done.stderr
    assert (
        (tmp_path / "temp/status.md").read_text("utf-8").startswith("<!-- portal-status -->\n## What needs")
    )


HOSTILE = '"@everyone ::set-env name=A::b ![x](http://evil.example.org/a) #1"'


def test_a_hostile_name_is_text_in_the_comment(tmp_path: Path) -> None:
    """Mentions, links and workflow commands in a name neither work in the comment nor in the log."""
    root = portal_with_change(tmp_path / "portal", "030 123456", "030 123465")
    path = root / CONTACT
    lines = path.read_text("utf-8").splitlines()
    key = next(i for i, line in enumerate(lines) if line.startswith(("role:", "name:")))
    lines[key] = f"{lines[key].partition(':')[0]}: {HOSTILE}"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    git(
        root,
        "-c",
        "user.name=E",
        "-c",
        "user.email=e@example.org",
        "commit",
        "--quiet",
        "--amend",
        "--all",
        "--no-edit",
    )
    told = run(step("portal-check", "check", CHECK[0]), root, tmp_path / "temp")
    checked = run(step("portal-check", "check", "Check"), root, tmp_path / "temp")
    assert told.returncode == 0, told.stderr
    assert not any(line.startswith("::set-env") for line in (told.stdout + checked.stdout).splitlines())
    comment = (tmp_path / "temp/comment.md").read_text("utf-8")
    assert "everyone" in comment
    for live in ("@everyone", "](http", "http://", " #1"):
        assert live not in comment


def output(temp: Path) -> str:
    """Return the one output of the step as GitHub reads it."""
    lines = (temp / "output").read_text("utf-8").splitlines()
    end = lines[0].removeprefix("comment<<")
    assert lines.index(end) == len(lines) - 1
    return "\n".join(lines[1:-1])


@pytest.mark.parametrize(("known", "method"), [("[]", "POST"), ("mine", "PATCH")])
def test_the_comment_is_written_once_and_then_edited(tmp_path: Path, known: str, method: str) -> None:
    """What the first job hands over becomes the comment's text, byte for byte; somebody else's comment stays."""
    root, temp = portal_with_change(tmp_path / "portal", "030 123456", "030 123465"), tmp_path / "temp"
    assert run(step("portal-check", "check", CHECK[0]), root, temp).returncode == 0
    text = output(temp)
    assert text.strip() == (temp / "comment.md").read_text("utf-8").strip()
    assert text.strip() in (temp / "summary.md").read_text("utf-8")
    mark = "<!-- portal-comment -->"
    other = {"id": 1, "user": {"login": "somebody"}, "body": mark}
    own = {"id": 2, "user": {"login": "github-actions[bot]"}, "body": f"{mark}\nold"}
    service = with_service(temp, [other, own] if known == "mine" else [other])
    values = {
        "COMMENTS": "repos/a/b/issues",
        "NUMBER": "17",
        "TEXT": text,
        "RUN_URL": "https://example.org/1",
    }
    done = run(
        step("portal-check", "comment", "Write the comment, or edit it"), root, temp, **values, **service
    )
    assert done.returncode == 0, done.stderr
    place = "repos/a/b/issues/17/comments" if method == "POST" else "repos/a/b/issues/comments/2"
    sent = json.loads((temp / "sent.json").read_text())
    assert sent == ["api", "--silent", "--method", method, place, "-F", f"body=@{temp}/body.md"]
    body = (temp / "body.md").read_text("utf-8")
    assert body.startswith(f"{mark}\n{text.rstrip()}")
    assert values["RUN_URL"] in body


@pytest.mark.parametrize(("number", "method"), [(None, "POST"), (7, "PATCH")])
def test_one_issue_is_kept(tmp_path: Path, number: int | None, method: str) -> None:
    """The issue is found by its mark, whatever else stands in the list."""
    known: list[dict[str, Any]] = [{"number": 3, "body": None}, {"number": 4, "body": "other"}]
    if number:
        known.append({"number": number, "body": "<!-- portal-status -->\nold"})
    service = with_service(tmp_path, known)
    script = step("portal-status", "status", "Write the issue, or edit it")
    done = run(script, tmp_path, tmp_path, REPOSITORY="a/b", **service)
    assert done.returncode == 0, done.stderr
    sent = json.loads((tmp_path / "sent.json").read_text())
    place = f"repos/a/b/issues/{number}" if number else "repos/a/b/issues"
    assert sent[:5] == ["api", "--silent", "--method", method, place]


def test_a_long_change_is_no_comment(tmp_path: Path) -> None:
    """A text that a comment cannot hold stands in the summary; the comment says so."""
    root, temp = portal_with_change(tmp_path / "portal", "030 123456", "030 123465"), tmp_path / "temp"
    script = step("portal-check", "check", CHECK[0]).replace("60000", "100")
    assert run(script, root, temp).returncode == 0
    assert output(temp).startswith("This change is too long for a comment")
    assert "30 123465" in (temp / "summary.md").read_text("utf-8").replace("\\", "")
