"""The steps of the workflows, run in a portal that `portal init --ci github` makes, with a change of a phone number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.repositories import git
from tests.workflows.running import CONTACT, harmless, portal_with_change, run, step

CHECK = ("Say what the change means to readers", "Check", "Build a preview")
NEXT = "mentoring/api/next-change.json"


def test_a_changed_number_is_checked_told_and_previewed(tmp_path: Path) -> None:
    """All steps succeed, the comment names the old number and the new one, the preview leads to changed pages."""
    root = portal_with_change(tmp_path / "portal", "030 123456", "030 123465")
    for title in CHECK:
        done = run(step("portal-check", "check", title), root, tmp_path / "temp")
        assert done.returncode == 0, done.stdout + done.stderr
    comment = (tmp_path / "temp/comment/comment.md").read_text("utf-8")
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
    first = step("portal-check", "check", "Install the program that the base branch names").splitlines()[0]
    done = run(first, root, tmp_path / "temp")
    assert done.returncode == 0, done.stderr
    assert "strangers-program" not in (tmp_path / "temp/requirements.txt").read_text("utf-8")


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
    comment = (tmp_path / "temp/comment/comment.md").read_text("utf-8")
    assert harmless(tmp_path / "temp", {"comment.md": comment}).returncode == 0
    for text in (comment, (tmp_path / "temp/body.md").read_text("utf-8").partition("\n---\n")[0]):
        assert "everyone" in text
        for live in ("@everyone", "](http", "http://", " #1"):
            assert live not in text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("@team look", "@<!-- -->team look"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<!-- portal-status -->", "&lt;!-- portal-status -->"),
        ("[pay](https://x)", "[pay]&#40;https:<!-- -->//x)"),
        ("![p][q]\n[q]: //x", "![p]&#91;q]\n[q]&#58; //x"),
        ("www.x.org GH-1 a/b#12", "www<!-- -->.x.org GH<!-- -->-1 a/b#<!-- -->12"),
        ("/merge", "\\/merge"),
        ("a\x1b[31m\u202eb\x00", "a[31mb"),
        ("<ins>1</ins> <!-- -->", "<ins>1</ins> <!-- -->"),
    ],
)
def test_a_forged_artefact_becomes_text(text: str, made: str, tmp_path: Path) -> None:
    """Whatever a fork's own workflow uploads: nothing links, mentions, hides or commands."""
    done = harmless(tmp_path / "temp", {"comment.md": text})
    assert done.returncode == 0, done.stderr
    body = (tmp_path / "temp/body.md").read_text("utf-8")
    assert body.partition("\n---\n")[0] == f"<!-- portal-comment -->\n{made}\n"


@pytest.mark.parametrize(
    "files",
    [
        {"comment.md": "x", "number": "17"},
        {"../comment.md": "x"},
        {"other.md": "x"},
        {},
        {"comment.md": "x" * 60_001},
        {"comment.md": "x" * 50_000_000},
    ],
    ids=["a number", "a way out", "another name", "nothing", "too long", "a bomb"],
)
def test_an_artefact_of_another_shape_is_refused(files: dict[str, str], tmp_path: Path) -> None:
    """Only one file of one name and of bounded length is read; nothing is unpacked."""
    done = harmless(tmp_path / "temp", files)
    assert done.returncode == 1
    assert done.stderr.startswith(("the artefact does not hold", "the text is too long"))
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["artefact.zip", "body.md"]
