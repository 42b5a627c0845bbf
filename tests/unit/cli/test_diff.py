"""`portal diff`: a dozen edits as editors make them, each with what is said of it; and what is refused."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.support.portal import TODAY
from tests.support.repositories import commit, edit, git, repository

Edit = Callable[[Path], None]
_COMMIT = re.compile(r"\b[0-9a-f]{9,40}\b")


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """A function (root, words …) that runs the command and returns what it prints, commits left out."""

    def run(root: Path, *words: str, code: int = 0) -> str:
        monkeypatch.chdir(root)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, "diff", *words])
        with pytest.raises(SystemExit) as left:
            main()
        found = capsys.readouterr()
        assert (left.value.code or 0) == code, found.out + found.err
        return _COMMIT.sub("COMMIT", found.err if code else found.out)

    return run


def nothing(root: Path) -> None:
    """Leave all as it is."""


def phone(root: Path) -> None:
    """Correct a phone number and the address of a mailbox."""
    edit(root, "content/coordinators/broen-odense.yml", "32 12 34 56", "32 12 34 57")
    edit(root, "content/coordinators/broen-odense.yml", "odense@broen", "fyn@broen")


def closing(root: Path) -> None:
    """Extend a call and move its meeting."""
    edit(root, "content/calls/mentors-odense.yml", "closes_on: 2027-01-31", "closes_on: 2027-02-14")
    edit(root, "content/calls/mentors-odense.yml", "2026-12-03 17:00", "2026-12-03 16:30")


def opened(root: Path) -> None:
    """Close a call before today, so that its state changes."""
    edit(root, "content/calls/mentors-odense.yml", "closes_on: 2027-01-31", "closes_on: 2026-11-01")


def new_coordinator(root: Path) -> None:
    """Aarhus gets a second contact, and the first leaves."""
    text = (root / "content/coordinators/broen-odense.yml").read_text("utf-8")
    text = text.replace("- odense\n", "- aarhus\n").replace("Odense", "Aarhus Vest")
    (root / "content/coordinators/broen-vest.yml").write_text(text, "utf-8")
    edit(root, "content/coordinators/broen-aarhus.yml", "valid_to: 2027-12-31", "valid_to: 2026-10-31")


def lonely(root: Path) -> None:
    """The only contact of a place leaves."""
    edit(root, "content/coordinators/broen-aarhus.yml", "valid_to: 2027-12-31", "valid_to: 2026-10-31")


def removed_guide(root: Path) -> None:
    """Delete a guide and its translation."""
    for path in sorted((root / "content/guides").glob("first-meeting*")):
        path.unlink()


def renamed_guide(root: Path) -> None:
    """Give a guide another file name and say so."""
    for path in sorted((root / "content/guides").glob("first-meeting*")):
        path.rename(path.with_name(path.name.replace("first-meeting", "first-talk")))
    edit(
        root, "content/guides/first-talk.yml", "language: da\n", "language: da\nformer_ids: [first-meeting]\n"
    )


def new_language(root: Path) -> None:
    """Add Arabic to the site."""
    edit(root, "sites/broen/site.yml", "  - en\njurisdiction", "  - en\n  - ar\njurisdiction")


def paused(root: Path) -> None:
    """Close a programme for a while and make it longer."""
    edit(
        root,
        "content/programmes/broen-mentor.yml",
        "started_in: 2014",
        "status: temporarily_closed\nstarted_in: 2014",
    )
    edit(root, "content/programmes/broen-mentor.yml", "  min: 4\n", "  min: 6\n")


def new_words(root: Path) -> None:
    """Reword a summary that is translated, and correct a comma where it changes nothing."""
    edit(root, "content/calls/mentors-odense.yml", "tid fra februar", "tid hver uge fra marts")
    edit(root, "content/guides/first-meeting.yml", "godt i gang.", "godt i gang!")


def translated(root: Path) -> None:
    """Translate a role, and reword a translation alone."""
    (root / "content/coordinators/broen-aarhus.en.yml").write_text("role: Coordinator at Aarhus\n", "utf-8")
    edit(root, "content/calls/mentors-odense.en.yml", "Mentors for Odense", "Mentors wanted in Odense")


def new_site(root: Path) -> None:
    """Copy the site to another address."""
    shutil.copytree(root / "sites/broen", root / "sites/fyn")
    edit(root, "sites/fyn/site.yml", "https://broen.example.org/", "https://fyn.example.org/")


def look(root: Path) -> None:
    """Bring a base configuration of one's own."""
    (root / "mkdocs.yml").write_text("site_name: Portal\ntheme: {name: material}\n", "utf-8")


def own_page(root: Path) -> None:
    """Rename one of the site's own pages without a redirect."""
    for path in sorted((root / "sites/broen/pages").glob("about*")):
        path.rename(path.with_name(path.name.replace("about", "about-us")))
    edit(root, "sites/broen/site.yml", "page: about", "page: about-us")


def broken(root: Path) -> None:
    """Break a file."""
    edit(root, "content/calls/mentors-odense.yml", "role: mentor", "role: [mentor")


EDITS: list[Edit] = [
    *(nothing, phone, closing, opened, new_coordinator, lonely, removed_guide, renamed_guide),
    *(new_language, paused, new_words, translated, new_site, look, own_page, broken),
]


@pytest.mark.parametrize("change", EDITS, ids=lambda change: change.__name__)
def test_edit_is_said_in_words(
    change: Edit, tmp_path: Path, diff: Callable[..., str], golden: Callable[[str, str], None]
) -> None:
    """What a typical edit means is said as the golden text has it."""
    root = repository(tmp_path / "portal")
    change(root)
    golden(f"diff/{change.__name__}.txt", diff(root, "HEAD"))


def test_broken_file_of_the_past_leaves_the_rest(tmp_path: Path, diff: Callable[..., str]) -> None:
    """A revision with a file that cannot be read is compared as far as it can be."""
    root = repository(tmp_path / "portal")
    broken(root)
    commit(root)
    edit(root, "content/calls/mentors-odense.yml", "role: [mentor", "role: mentor")
    phone(root)
    said = diff(root, "HEAD")
    assert "content/calls/mentors-odense.yml could not be read before, so what changed is not known" in said
    assert "phone 1, number: +45 32 12 34 57 (was +45 32 12 34 56)" in said


def test_without_revision_it_is_where_the_branch_began(tmp_path: Path, diff: Callable[..., str]) -> None:
    """What happened on main meanwhile is not said to be undone by this branch."""
    root = repository(tmp_path / "portal")
    git(root, "checkout", "--quiet", "-b", "work")
    phone(root)
    commit(root)
    git(root, "checkout", "--quiet", "main")
    closing(root)
    commit(root)
    git(root, "checkout", "--quiet", "work")
    default, direct, base = (diff(root, *words) for words in ((), ("main",), ("main...",)))
    assert default == base
    assert "compared with main... (COMMIT): 1 record changed" in default
    assert "compared with main (COMMIT): 2 records changed" in direct


def test_portal_may_be_in_a_folder_of_the_repository(tmp_path: Path, diff: Callable[..., str]) -> None:
    """Paths count from the portal, not from the top of the repository."""
    root = repository(tmp_path / "portal")
    (root / "inner").mkdir()
    for name in ("content", "sites"):
        (root / name).rename(root / "inner" / name)
    commit(root)
    phone(root / "inner")
    assert "1 record changed" in diff(root / "inner", "HEAD")


@pytest.mark.parametrize("name", ["nowhere", "--help", "-x", "a..b", "HEAD:content", ""])
def test_unknown_revision_is_refused(name: str, tmp_path: Path, diff: Callable[..., str]) -> None:
    """No such commit, and nothing that git could take for an option: exit code 2 and a sentence."""
    root = repository(tmp_path / "portal")
    said = diff(root, "--", name, code=2)
    assert said.startswith(f"portal: there is no revision {name!r}")


def test_portal_without_git_is_refused(tmp_path: Path, diff: Callable[..., str]) -> None:
    """A folder that is in no repository has no past."""
    root = repository(tmp_path / "portal")
    shutil.rmtree(root / ".git")
    assert "the history of this portal cannot be read" in diff(root, code=2)


def test_one_site_leaves_the_others_out(tmp_path: Path, diff: Callable[..., str]) -> None:
    """With --site, pages and addresses are those of that site."""
    root = repository(tmp_path / "portal")
    new_site(root)
    commit(root)
    phone(root)
    found: dict[str, Any] = json.loads(diff(root, "--site", "fyn", "--format", "json"))
    assert [list(record["shown"]) for record in found["records"]] == [["fyn"]]
    assert "there is no site 'fyyn'" in diff(root, "--site", "fyyn", code=2)


def test_nothing_of_a_revision_is_run_or_checked_out(tmp_path: Path, diff: Callable[..., str]) -> None:
    """Filters and hooks of the repository stay quiet, and the working tree is as it was."""
    root = repository(tmp_path / "portal")
    trace = tmp_path / "trace"
    (root / ".gitattributes").write_text("*.yml filter=evil diff=evil export-subst\n", "utf-8")
    commit(root)
    for key in (
        "filter.evil.smudge",
        "filter.evil.clean",
        "diff.evil.textconv",
        "core.fsmonitor",
        "core.sshCommand",
    ):
        git(root, "config", key, f"touch {trace}")
    phone(root)
    before = sorted(path for path in root.rglob("*") if ".git" not in path.parts)
    diff(root, "HEAD")
    assert not trace.exists()
    assert sorted(path for path in root.rglob("*") if ".git" not in path.parts) == before


def test_links_and_huge_files_of_a_revision_are_refused(tmp_path: Path, diff: Callable[..., str]) -> None:
    """A link is not followed and a huge file is not read; both count as not readable, the rest is compared."""
    root = repository(tmp_path / "portal")
    secret = tmp_path / "secret.yml"
    secret.write_text("name: Hidden words\n", "utf-8")
    link, huge = root / "content/places/link.yml", root / "content/places/huge.yml"
    link.symlink_to(secret)
    huge.write_text("name: x\n" + "#" * 300_000, "utf-8")
    commit(root)
    link.unlink()
    huge.unlink()
    phone(root)
    said = diff(root, "HEAD")
    assert "Hidden" not in said
    assert "content/places/huge.yml could not be read before" in said
    assert "content/places/link.yml could not be read before" in said
    assert "+45 32 12 34 57" in said


HOSTILE = "::error:: @team #1 `x` [a](http://evil.example.org) |p| **b** &lt; www.evil.example.org"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_hostile_names_are_text_in_every_format(form: str, tmp_path: Path, diff: Callable[..., str]) -> None:
    """A name can neither format, mention, link, command a terminal nor start a workflow command."""
    root = repository(tmp_path / "portal")
    edit(root, "content/coordinators/broen-aarhus.yml", "role: Koordinator i Aarhus", f"role: '{HOSTILE}'")
    edit(root, "content/guides/first-meeting.yml", "title: Det første møde", f"title: '{HOSTILE}'")
    said = diff(root, "HEAD", "--format", form)
    assert "error" in said
    assert not any(row.startswith("::") for row in said.splitlines())
    if form == "markdown":
        assert [sign for sign in ("@team", "](", "://", "www.", "www\\.") if sign in said] == []
        assert re.findall(r"(?<!\\)[`|]|#1\b|(?<!\\)\*b", said) == []


FACTS = (
    ("people_wanted: 20", "people_wanted: 21"),
    ("2027-02-10", "2027-02-11"),
    ("2027-02-15", "2027-02-16"),
    ("2027-12-15", "2027-12-16"),
    ("closes_at: 12:00", "closes_at: 13:00"),
    ("18:30", "19:30"),
)


def test_name_in_a_folded_head_is_text(tmp_path: Path, diff: Callable[..., str]) -> None:
    """The head of folded details is HTML: there a name is escaped as HTML."""
    root = repository(tmp_path / "portal")
    path = "content/calls/mentors-odense.yml"
    edit(root, path, "name: Mentorer til Odense", r"name: '@team &amp; `x` \-'")
    for old, new in FACTS:
        edit(root, path, old, new)
    said = diff(root, "HEAD", "--format", "markdown")
    head = (
        r"<details><summary>@<!-- -->team &amp;amp; &#96;x&#96; \- (call mentors-odense): changed</summary>"
    )
    assert head in said


def test_comment_stays_below_the_limit(tmp_path: Path, diff: Callable[..., str]) -> None:
    """A change of everything is cut to what a pull request takes, and says how much was left out."""
    root = repository(tmp_path / "portal")
    text = (root / "content/guides/first-meeting.yml").read_text("utf-8")
    for number in range(500):
        (root / f"content/guides/guide-{number}.yml").write_text(text, "utf-8")
    said = diff(root, "HEAD", "--format", "markdown")
    assert len(said) <= 60_000
    assert re.search(r"_\d+ more parts were cut: `portal diff` shows all of them_$", said.rstrip())


def test_json_is_versioned_and_complete(tmp_path: Path, diff: Callable[..., str]) -> None:
    """Programs get the same facts as people, with paths of fields."""
    root = repository(tmp_path / "portal")
    closing(root)
    found: dict[str, Any] = json.loads(diff(root, "HEAD", "--format", "json"))
    (record,) = found["records"]
    assert found["version"] == 1
    assert (record["kind"], record["id"], record["status"]) == ("calls", "mentors-odense", "changed")
    assert record["changes"] == [
        {"path": ["closes_on"], "text": "now closes 14 February 2027 (was 31 January 2027)"},
        {
            "path": ["info_meetings", "#december", "starts"],
            "text": "info meeting “december”, beginning: "
            "Thursday, 3 December 2026, 16:30 (was Thursday, 3 December 2026, 17:00)",
        },
    ]
    assert record["shown"] == {"broen": ["/calls/mentors-odense/", "/en/calls/mentors-odense/"]}
