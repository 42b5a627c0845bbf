"""The command line is a contract: exit codes, what goes to which stream, what is said of a mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.cli import main
from generator.paths import PortalPaths
from tests.support.portal import TODAY, copy_small


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    code: Any
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Portal = Callable[..., Done]


@pytest.fixture
def small(tmp_path: Path) -> PortalPaths:
    """A portal without findings."""
    return copy_small(tmp_path / "portal")


@pytest.fixture
def portal(small: PortalPaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Portal:
    """A function (words …) that runs the command in the portal on the day of its findings."""

    def run(*words: str, today: str = TODAY) -> Done:
        monkeypatch.chdir(small.root)
        monkeypatch.setattr(sys, "argv", ["portal", *(["--today", today] if today else []), *words])
        with pytest.raises(SystemExit) as left:
            main()
        found = capsys.readouterr()
        return Done(left.value.code or 0, found.out, found.err)

    return run


def change(paths: PortalPaths, file: str, old: str, new: str) -> None:
    """Replace a text in a file that has it."""
    path = paths.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


COORDINATOR = "content/coordinators/broen-odense.yml"


@pytest.fixture
def faulty(small: PortalPaths) -> PortalPaths:
    """A portal with one error: a phone number of too few digits."""
    change(small, COORDINATOR, "32 12 34 56", "32 12 34")
    return small


@pytest.fixture
def doubtful(small: PortalPaths) -> PortalPaths:
    """A portal with one warning: a review that is overdue."""
    change(small, COORDINATOR, "review_by: 2027-10-01", "review_by: 2026-11-01")
    return small


def test_a_portal_without_findings_is_done(portal: Portal) -> None:
    """Exit code 0, one line of summary, nothing on stderr."""
    done = portal("check")
    assert (
        done.code,
        done.out.startswith("checked ") and done.out.endswith(": no findings\n"),
        done.err,
    ) == (0, True, "")


def test_counts_have_their_singular(portal: Portal) -> None:
    """The small portal has one site in two languages."""
    assert ", 1 site, 2 languages: no findings\n" in portal("check").out


@pytest.mark.usefixtures("faulty")
def test_an_error_is_code_1_on_stdout(portal: Portal) -> None:
    """The finding stands on stdout with its line, caret and advice; nothing on stderr."""
    done = portal("check")
    line = next(
        number
        for number, text in enumerate(Path(COORDINATOR).read_text("utf-8").splitlines(), 1)
        if "32 12 34" in text
    )
    place = f"{COORDINATOR}:{line}:13  error  PP026"
    assert (
        done.code,
        done.out.startswith(place),
        "      |             ^^^^^^^^\n" in done.out,
        "help: expected a number such as +45 32 12 34 56" in done.out,
        done.err,
    ) == (1, True, True, True, "")


@pytest.mark.usefixtures("doubtful")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--fail-level", "error"), 0),
        (("--fail-level", "warning"), 1),
        (("--fail-level", "note"), 1),
    ],
)
def test_the_fail_level_decides_the_code(portal: Portal, words: tuple[str, ...], code: int) -> None:
    """A warning is printed in any case; it fails only where that was asked for."""
    done = portal("check", *words)
    assert (code, True) == (done.code, "PP207" in done.out)


@pytest.mark.usefixtures("faulty")
def test_json_is_one_object_with_findings(portal: Portal) -> None:
    """Scripts get counts and places, and the same exit code."""
    done = portal("check", "--format", "json")
    report = done.json
    assert (
        done.code,
        report["version"],
        report["errors"],
        report["sites"],
        report["languages"],
        [found["code"] for found in report["findings"]],
        [found["file"] for found in report["findings"]],
    ) == (1, 1, 1, 1, 2, ["PP026"], [COORDINATOR])


@pytest.mark.usefixtures("faulty")
def test_concise_is_for_editors(portal: Portal) -> None:
    """One line, no summary."""
    done = portal("check", "--format", "concise")
    assert (done.code, done.out.count("\n"), done.out.startswith(f"{COORDINATOR}:")) == (1, 1, True)


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("path", "code"),
    [
        (COORDINATOR, 1),
        ("content/coordinators", 1),
        ("content", 1),
        (".", 1),
        ("content/places", 0),
        ("sites", 0),
        ("content/coordinators/broen-aarhus.yml", 0),
    ],
)
def test_paths_choose_the_findings_that_count(portal: Portal, path: str, code: int) -> None:
    """A file or folder has its own findings; those elsewhere do not fail it."""
    assert code == portal("check", path).code


@pytest.mark.parametrize(
    ("words", "message", "help"),
    [
        (("check", "nowhere"), "there is no nowhere", ""),
        (
            ("--root", "/", "check"),
            "no portal at /: a portal is a folder with content/ and sites/",
            "change into the portal's folder, or name it with --root DIR",
        ),
        (("list", "--site", "broem"), "there is no site 'broem'", "did you mean broen?"),
        (("list", "--why"), "--why needs --site", "portal list --site ID --why"),
        (("build", "--site", "nowhere"), "there is no site 'nowhere'", "there are: broen"),
        (("build", "--language", "fr"), "no site has the language 'fr'", "there are: da, en"),
        (("check", "--today", "soon"), "--today 'soon' is not a date", "write it as 2026-09-01"),
        (("explain", "PP2O3"), "there is no rule PP2O3", "did you mean PP203?"),
        (("explain", "closing"), "there is no rule closing", "one of: PP001, PP002,"),
    ],
)
def test_a_wrong_command_is_code_2_with_a_way_out(
    portal: Portal, words: tuple[str, ...], message: str, help: str
) -> None:
    """stderr says what is wrong and what there is instead; stdout is empty; nobody sees a traceback."""
    done = portal(*words)
    first, *rest = done.err.splitlines()
    assert (2, "", f"portal: {message}", True) == (
        done.code,
        done.out,
        first,
        "".join(rest).startswith(f"  help: {help}" if help else ""),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "programs"), "'programs' is not one of 'programmes'"),
        (("chek",), "No such command 'chek'"),
        (("check", "--fomat", "json"), "--fomat"),
        (("check", "--format", "xml"), "'xml' is not one of"),
        (("build", "--jobs", "0"), "0 is not in the range"),
    ],
)
def test_a_wrong_word_is_code_2_with_the_right_ones(
    portal: Portal, words: tuple[str, ...], said: str
) -> None:
    """Commands, options and choices that there are not."""
    done = portal(*words)
    assert (done.code, done.out, said in " ".join(done.err.split())) == (2, "", True)


def test_an_empty_portal_has_nothing_to_check(portal: Portal, small: PortalPaths) -> None:
    """No records, no sites, no findings: somebody stands in the wrong folder."""
    for path in sorted((*small.content.rglob("*"), *small.sites.rglob("*")), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    done = portal("check")
    assert (done.code, done.err) == (2, "portal: there is nothing to check: content/ and sites/ are empty\n")


@pytest.mark.parametrize("words", [("--today", TODAY), ("check", "--today", "2026-11-02")])
def test_the_day_can_stand_before_or_after_the_command(portal: Portal, words: tuple[str, ...]) -> None:
    """The later word wins."""
    done = portal(*words, *(() if "check" in words else ("check",)))
    assert done.code == 0


def test_the_day_of_the_command_wins(portal: Portal) -> None:
    """A review due in 2027 is overdue in 2028, whatever the general option says."""
    assert "PP207" in portal("check", "--today", "2028-01-01").out


def test_records_are_listed(portal: Portal) -> None:
    """Kind, id and title, one record a line."""
    done = portal("list", "places")
    assert (done.code, done.out, done.err) == (0, "places  aarhus  Aarhus\nplaces  odense  Odense\n", "")


def test_a_site_says_why(portal: Portal) -> None:
    """Each record on the site with its reasons."""
    done = portal("list", "programmes", "--site", "broen", "--why")
    assert done.out.splitlines() == [
        "programmes  broen-mentor  Broens mentornetværk",
        "              select[1]: organisation broen",
    ]


def test_a_site_says_whom_it_leaves_out(portal: Portal, small: PortalPaths) -> None:
    """Somebody whose role has ended is listed with the reason."""
    change(small, "content/coordinators/broen-aarhus.yml", "valid_to: 2027-12-31", "valid_to: 2026-11-20")
    done = portal("list", "coordinators", "--site", "broen")
    assert done.out.splitlines()[-2:] == [
        "coordinators  broen-aarhus  Anna Eksempel  [left out]",
        "                the role ended on 2026-11-20",
    ]


def test_a_list_for_programs(portal: Portal) -> None:
    """The same rows as JSON, reasons included."""
    rows = portal("list", "--site", "broen", "--format", "json").json
    found = {(row["kind"], row["id"]): row["why"] for row in rows}
    assert found["places", "odense"] == ["programme broen-mentor", "call mentors-odense"]


def test_a_rule_explains_itself(portal: Portal) -> None:
    """Small letters will do, and no portal is needed."""
    done = portal("--root", "/", "explain", "pp203")
    assert (done.code, done.out.splitlines()[0]) == (0, "PP203  A call closes before it opens")


def test_the_version_is_the_packages(portal: Portal) -> None:
    """The program says what it is."""
    assert f"portal, version {__version__}\n" == portal("--version").out


@pytest.mark.parametrize("words", [("--help",), ("check", "-h"), ("build", "--help")])
def test_help_is_on_stdout(portal: Portal, words: tuple[str, ...]) -> None:
    """Asking is no mistake."""
    done = portal(*words)
    assert (done.code, done.out.startswith("Usage: portal"), done.err) == (0, True, "")


@pytest.mark.usefixtures("faulty")
def test_a_build_stops_at_errors(portal: Portal, small: PortalPaths) -> None:
    """The findings are printed, nothing is written."""
    done = portal("build")
    assert (
        done.code,
        "PP026" in done.out,
        done.out.splitlines()[-1].startswith("not built, nothing changed: 1 error"),
        (small.root / "public").exists(),
    ) == (1, True, True, False)


@pytest.mark.usefixtures("faulty")
def test_a_stopped_build_says_so_to_programs(portal: Portal) -> None:
    """One object with the findings, not built."""
    report = portal("build", "--format", "json").json
    assert (report["built"], [found["code"] for found in report["findings"]]) == (False, ["PP026"])


def test_a_fault_of_the_program_is_code_3_without_traceback(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person is asked for a report, not shown Python. The fault is that of a disk that cannot be read."""
    monkeypatch.setattr(Path, "iterdir", _broken_disk)
    monkeypatch.setattr("os.scandir", _broken_disk)
    done = portal("check")
    assert (
        done.code,
        done.out,
        "please report it" in done.err,
        "Traceback" in done.err,
    ) == (3, "", True, False)


def _broken_disk(*_: object) -> Any:
    raise OSError(5, "Input/output error\x1b[31m")


def command(portal: PortalPaths, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real command as a process of its own."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "generator.cli", "--root", str(portal.root), "--today", TODAY, *words],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.usefixtures("faulty")
def test_a_terminal_of_few_letters_gets_escapes(small: PortalPaths) -> None:
    """An encoding without our letters is no fault of the program."""
    done = command(small, "explain", "PP101", PYTHONIOENCODING="latin-1")
    other = command(small, "list", "stories", PYTHONIOENCODING="ascii")
    said = b"1 record cannot be read; `portal check` says which\n"
    assert (done.returncode, other.returncode, done.stderr + other.stderr) == (0, 0, said)


def test_a_reader_who_leaves_early_sees_no_traceback(small: PortalPaths) -> None:
    """`portal list | head -0` ends quietly."""
    line = f'"{sys.executable}" -m generator.cli --root "{small.root}" list | true'
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")
