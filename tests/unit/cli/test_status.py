"""`portal status`: what it says of the small portal, in every format, and as a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.cli import main
from tests.support.history import begin, clone
from tests.support.portal import TODAY, apply_example, copy_small

COORDINATOR = """\
# content/coordinators/broen-aarhus.yml
valid_to: 2026-11-25
# content/guides/first-meeting.yml
review_by: 2026-11-01
"""


@pytest.fixture
def status(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """A function (root, words …) that runs the command and returns what it prints."""

    def run(root: Path, *words: str, code: int = 0) -> str:
        monkeypatch.chdir(root)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, "status", *words])
        with pytest.raises(SystemExit) as left:
            main()
        found = capsys.readouterr()
        assert (left.value.code or 0) == code, found.out + found.err
        return found.err if code else found.out

    return run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal in which a review is overdue and a role ends this week."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, COORDINATOR)
    return paths.root


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_status_is_said(
    form: str, root: Path, status: Callable[..., str], golden: Callable[[str, str], None]
) -> None:
    """Overdue first, then by day; with record, place in the file, who and what to do."""
    golden(f"status/small.{form}", status(root, "--format", form))


def test_days_limit_the_outlook(root: Path, status: Callable[..., str]) -> None:
    """What is due later than asked is left out, what is overdue stays."""
    found: dict[str, Any] = json.loads(status(root, "--days", "7", "--format", "json"))
    assert [(item["due"], item["topic"]) for item in found["items"]] == [
        ("2026-11-01", "review"),
        ("2026-11-25", "role"),
    ]


def test_unknown_site_is_refused(root: Path, status: Callable[..., str]) -> None:
    """A site that is not there gives a sentence and exit code 2."""
    assert status(root, "--site", "broeen", code=2) == (
        "portal: there is no site 'broeen'\n  help: did you mean broen?\n"
    )


def test_page_needs_nothing_else(root: Path, tmp_path: Path, status: Callable[..., str]) -> None:
    """One file with all items, without script, picture or another host; search engines stay away."""
    status(root, "--output", str(tmp_path / "out"))
    page = LexborHTMLParser((tmp_path / "out/status.html").read_bytes())
    found: dict[str, Any] = json.loads(status(root, "--format", "json"))
    sections = [node.text() for node in page.css("h2")]
    assert sections[:3] == ["Overdue", "This week", "This month"]
    assert len(page.css("section li code")) == len(found["items"])
    assert page.css("script, img, link, iframe, a") == []
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_page_shows_names_as_text(root: Path, tmp_path: Path, status: Callable[..., str]) -> None:
    """What an editor wrote is escaped."""
    path = root / "content/coordinators/broen-aarhus.yml"
    text = path.read_text("utf-8").replace("role: Koordinator i Aarhus", "role: '\"A\" &lt;b&gt; ::error::'")
    path.write_text(text, "utf-8")
    status(root, "--output", str(tmp_path / "out"))
    raw = (tmp_path / "out/status.html").read_text("utf-8")
    assert "&quot;A&quot; &amp;lt;b&amp;gt; ::error:: (coordinator broen-aarhus)" in raw


def test_hostile_names_are_text_in_the_issue(root: Path, status: Callable[..., str]) -> None:
    """In Markdown nobody is mentioned and nothing is linked."""
    path = root / "content/coordinators/broen-aarhus.yml"
    hostile = "role: '@team [x](http://evil.example.org) #1 `c`'"
    path.write_text(path.read_text("utf-8").replace("role: Koordinator i Aarhus", hostile), "utf-8")
    said = status(root, "--format", "markdown")
    assert r"@<!-- -->team \[x\]\(http\:<!-- -->//evil\.example\.org\) \#<!-- -->1 \`c\`" in said


def test_output_among_the_sources_is_refused(root: Path, status: Callable[..., str]) -> None:
    """The page is not written where content lies."""
    assert "cannot be the output" in status(root, "--output", str(root / "content"), code=2)


def test_people_are_named_by_role(root: Path, status: Callable[..., str]) -> None:
    """The overview may be published: no name of a person stands in it."""
    assert "Anna Eksempel" in (root / "content/coordinators/broen-aarhus.yml").read_text("utf-8")
    assert "Anna Eksempel" not in "".join(
        status(root, "--format", form) for form in ("text", "json", "markdown")
    )


def test_what_nobody_knows_is_counted_with_its_reason(tmp_path: Path, status: Callable[..., str]) -> None:
    """In a shallow clone old translations may be outdated; that is said, with the way to know."""
    past = begin(tmp_path / "portal")
    past.commit()
    whole = json.loads(status(past.paths.root, "--format", "json"))
    shallow = clone(past, tmp_path / "shallow", 1).paths.root
    found = json.loads(status(shallow, "--format", "json"))
    said = status(shallow)
    assert ([row["unknown"] for row in whole["translations"]], whole["notes"]) in (([], []), ([0], []))
    assert all(row["unknown"] for row in found["translations"])
    assert found["translations"]
    assert ("unknown" in said, "git fetch --unshallow" in said) == (True, True)


@pytest.mark.parametrize("command", ["status", "list"])
def test_records_that_cannot_be_read_are_counted(
    command: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not in the list is said on stderr, and where to look."""
    guide = root / "content/guides/first-meeting.yml"
    guide.write_text(guide.read_text("utf-8").replace("language: da", "language: [da"), "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", ["portal", command])
    with pytest.raises(SystemExit) as left:
        main()
    assert (left.value.code, capsys.readouterr().err) == (
        0,
        "1 record cannot be read; `portal check` says which\n",
    )
