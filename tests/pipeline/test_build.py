"""A whole build of the small portal: what is written, what is left alone, and what the report says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.clock import read_clock
from generator.console.published import MOST
from generator.outcome import BuildOptions, BuildReport
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.plan.site_plan import SitePlan
from generator.text.locales import direction
from generator.verdict.portal import check_portal
from tests.support.builds import State, build, contents, digests, must_build, replaced, state
from tests.support.portal import TODAY

AARHUS = "content/coordinators/broen-aarhus.yml"
OLD, NEW = "32 98 76 54", "32 98 76 55"
"""Of somebody who is named on two pages of a language and in feeds, unlike the contact in every footer."""


def plans(root: Path) -> tuple[SitePlan, ...]:
    return check_portal(PortalPaths(root), read_clock(TODAY)).plans


def rebuild(root: Path, **options: tuple[str, ...]) -> BuildReport:
    return build_portal(PortalPaths(root), read_clock(TODAY), BuildOptions(root / "public", **options))


def different(before: State, after: State) -> set[str]:
    """Files that are new or were written again, even with the same bytes."""
    return {path for path, now in after.items() if before.get(path) != now}


def telling(files: State, number: str) -> set[str]:
    """Files that have a telephone number, as people write it, as a link or as digits alone."""
    written = re.compile(number.replace(" ", "[ -]?").encode())
    return {path for path, (data, _) in files.items() if written.search(data)}


def add_site(root: Path, name: str) -> None:
    """Add a copy of the site `broen` at an address of its own."""
    shutil.copytree(root / "sites/broen", root / "sites" / name)
    replaced(root / f"sites/{name}/site.yml", "https://broen.example.org/", f"https://{name}.example.org/")


def test_every_planned_page_is_there_in_its_language(live: Path) -> None:
    """One file per planned page and one 404 page per language, with `lang` and `dir` of the language; no more."""
    (plan,) = plans(live)
    expected = {
        plan.addresses.path(language, route): (language, direction(language))
        for language in plan.languages
        for route in (*(page.route for page in plan.pages_in(language)), "404.html")
    }
    site = live / "public/broen"
    found = {}
    for path in site.rglob("*.html"):
        root = LexborHTMLParser(path.read_text("utf-8")).css_first("html")
        assert root is not None
        found[path.relative_to(site).as_posix()] = (root.attributes["lang"], root.attributes["dir"])
    assert expected == found


def test_every_page_has_its_title_as_heading(live: Path) -> None:
    """Each page has one `h1` and a `title` that begins with it, or on the home page with the site's name."""
    for path in (live / "public/broen").rglob("*.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        (heading,) = page.css("h1")
        title = page.css_first("title")
        assert title is not None
        assert heading.text().strip()
        assert heading.text().strip() in title.text() or path.parent.name in {"broen", "en"}


def test_first_report_counts_what_is_there(live: Path) -> None:
    """The first report has as many pages as planned, and as many written files as the output has."""
    shutil.rmtree(live / "public")
    (plan,) = plans(live)
    report = rebuild(live)
    counts = (report.sites, report.languages, report.pages, report.written, report.unchanged, report.removed)
    assert (1, 2, len(plan.pages), len(state(live / "public")), 0, 0) == counts


def test_second_build_writes_nothing(live: Path) -> None:
    """Without a change no file is written again, and the output folder is not exchanged."""
    before, folder = state(live / "public"), (live / "public").stat()
    report = rebuild(live)
    assert (0, len(before), 0) == (report.written, report.unchanged, report.removed)
    assert before == state(live / "public")
    assert (folder.st_ino, folder.st_mtime_ns) == (
        (live / "public").stat().st_ino,
        (live / "public").stat().st_mtime_ns,
    )


def test_build_leaves_no_scratch(live: Path) -> None:
    """Beside the output stays an empty lock file and nothing else."""
    rebuild(live)
    assert contents(live / ".public.portal") == {"lock": b""}


def test_one_changed_number_writes_only_files_that_show_it(live: Path) -> None:
    """After a new telephone number exactly the files that show it are written, and the manifest."""
    replaced(live / AARHUS, "\nphoto:", f"\nphones:\n  - number: {OLD}\nphoto:")
    replaced(live / AARHUS, "    - photo\n", "    - photo\n    - phone\n")
    rebuild(live)
    before = state(live / "public/broen")
    replaced(live / AARHUS, OLD, NEW)
    report = rebuild(live)
    after = state(live / "public/broen")
    showing = telling(after, NEW)
    assert {"coordinators/index.html", "en/places/aarhus/index.html"} <= showing
    assert "en/about/index.html" not in showing
    assert showing == telling(before, OLD)
    assert showing | {"manifest.json"} == different(before, after)
    assert (len(showing) + 1, 0) == (report.written, report.removed)
    assert telling(after, OLD) == set()


def test_files_are_named(live: Path) -> None:
    """`--files` names what was written and removed before the last line, as JSON all of it; else nothing is named."""
    add_site(live, "anden")
    must_build(live)
    before = state(live / "public")
    shutil.rmtree(live / "sites/anden")
    replaced(live / AARHUS, "\nphoto:", f"\nphones:\n  - number: {OLD}\nphoto:")
    replaced(live / AARHUS, "    - photo\n", "    - photo\n    - phone\n")
    said = build(live, "--files").stdout.splitlines()
    after = state(live / "public")
    gone = sorted(before.keys() - after.keys())
    assert said[-1].startswith("built 1 site")
    assert [f"written  {path}" for path in sorted(different(before, after))] == said[: -MOST - 2]
    assert said[-MOST - 2 : -2] == [f"removed  {path}" for path in gone[:MOST]]
    assert said[-2] == f"removed  … and {len(gone) - MOST} more files"
    add_site(live, "anden")
    report = json.loads(build(live, "--files", "--format", "json").stdout)
    assert (report["written_files"], report["removed_files"]) == (gone, [])
    assert "written_files" not in json.loads(build(live, "--format", "json").stdout)
    assert len(build(live, "--files").stdout.splitlines()) == 1


def test_notes_are_shown_by_check(live: Path) -> None:
    """A build counts notes, which it does not show, and says where they stand."""
    assert build(live).stdout.endswith(": no findings\n")
    replaced(live / "content/organisations/broen.yml", "https://", "http://")
    said = build(live).stdout.splitlines()
    assert (len(said), said[0].partition("): ")[2]) == (1, "1 note; `portal check` shows the notes")


def test_removed_site_disappears(live: Path) -> None:
    """A site whose folder is deleted is gone after the next build; the other one is not touched."""
    add_site(live, "anden")
    must_build(live)
    before, gone = state(live / "public/broen"), state(live / "public/anden")
    shutil.rmtree(live / "sites/anden")
    report = rebuild(live)
    assert [path.name for path in (live / "public").iterdir()] == ["broen"]
    assert before == state(live / "public/broen")
    assert (0, len(gone)) == (report.written, report.removed)


def test_chosen_site_leaves_the_others_as_they_are(live: Path) -> None:
    """`--site` builds this site anew; a change that concerns both reaches the other with the next full build."""
    add_site(live, "anden")
    must_build(live)
    before = state(live / "public/anden"), digests(live / "public")["broen"]
    replaced(live / AARHUS, "Anna Eksempel", "Ane Eksempel")
    report = rebuild(live, sites=("broen",))
    assert (report.sites, report.languages) == (1, 2)
    assert before[0] == state(live / "public/anden")
    assert before[1] != digests(live / "public")["broen"]
    assert b"Ane Eksempel" in (live / "public/broen/coordinators/index.html").read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_preview_of_one_language(live: Path, language: str) -> None:
    """`--language` builds the pages of this language alone, at the root of the site, with all that they need."""
    output = live / "preview"
    done = build(live, "--language", language, "--output", str(output))
    assert done.returncode == 0, done.stdout + done.stderr
    (plan,) = plans(live)
    planned = {plan.addresses.path("da", page.route) for page in plan.pages_in(language)} | {"404.html"}
    assert planned == {path.relative_to(output / "broen").as_posix() for path in output.rglob("*.html")}
    for path in output.rglob("*.html"):
        page = path.read_text("utf-8")
        assert f'<html lang="{language}"' in page
        assert "hreflang=" not in page.replace(f'hreflang="{language}"', "")


def test_report_as_json(live: Path) -> None:
    """`--format json` prints one object with the numbers of the build and its findings, and nothing else."""
    replaced(live / AARHUS, "valid_to: 2027-12-31", "valid_to: 2025-12-31")
    done = build(live, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (report["built"], report["sites"], report["languages"]) == (True, 1, 2)
    assert len(state(live / "public")) == report["written"] + report["unchanged"]
    assert report["seconds"] > 0
    assert report["warnings"] == len([one for one in report["findings"] if one["severity"] == "warning"])
    assert (AARHUS, "PP703") in {(one["file"], one["code"]) for one in report["findings"]}


def test_refusal_as_json(live: Path) -> None:
    """A build that is refused prints the same kind of object, with `built` false."""
    replaced(live / "content/calls/mentors-odense.yml", "2027-01-31", "2027-09-31")
    done = build(live, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["built"], report["errors"]) == (1, False, 1)


def test_nothing_is_drawn_in_a_pipe(live: Path) -> None:
    """Findings and summary go to stdout; in a pipe there is no progress bar and no colour."""
    done = build(live)
    assert done.stderr == ""
    assert done.stdout.startswith("built 1 site, 2 languages, ")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("option", "name", "said", "offer"),
    [
        ("--site", "brone", "there is no site 'brone'", "broen"),
        ("--language", "sv", "no site has the language 'sv'", "da, en"),
    ],
)
def test_unknown_choice_is_refused(live: Path, option: str, name: str, said: str, offer: str) -> None:
    """A site or language that there is not is a mistake of use: exit code 2, and what there is."""
    before = state(live / "public")
    done = build(live, option, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert offer in done.stderr
    assert before == state(live / "public")
