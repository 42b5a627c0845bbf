"""The formats of a check on one small portal with faults: golden, and valid against their schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from generator.clock import read_clock
from generator.console.concise import format_concise
from generator.console.fingerprint import fingerprints
from generator.console.github import format_github
from generator.console.gitlab import format_gitlab
from generator.console.json import format_report
from generator.console.markdown import format_markdown
from generator.console.report import Report
from generator.console.sarif import MOST_RESULTS, format_sarif
from generator.console.text import format_findings
from generator.diagnostics import Finding, Position, Severity
from generator.load.loader import Reading
from generator.verdict.portal import check_portal
from tests.support.portal import TODAY, copy_small

SCHEMAS = Path(__file__).parents[2] / "schemas"
Golden = Callable[[str, str], None]

FAULTS = {
    "content/coordinators/broen-odense.yml": [
        ("32 12 34 56", "Tlf. 0045 32 12 34 56"),
        ("review_by: 2027-10-01", "review_by: 2026-11-01"),
    ],
    "content/calls/mentors-odense.yml": [("closes_on: 2027-01-31", "closes_on: 31.01.2027")],
    "content/organisations/broen.yml": [("name:", "nmae:")],
    "sites/broen/site.yml": [("contact: broen-odense", "contact: broen-odens")],
    "content/places/aarhus.yml": [("\n", "  \n")],
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What a check says about the small portal with a fault in some of its files."""
    paths = copy_small(tmp_path_factory.mktemp("faulty") / "portal")
    changed = {}
    for file, replacements in FAULTS.items():
        text = (paths.root / file).read_text("utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        changed[file] = text.encode()
    checked = check_portal(paths, read_clock(TODAY), reading=Reading(changed))
    return Report(checked.findings, checked.files, len(checked.plans), 2, checked.ignored)


FORMATS: dict[str, Callable[[Report], str]] = {
    "text.txt": lambda report: format_findings(report.findings, lambda file, line: None),
    "concise.txt": lambda report: format_concise(report.findings),
    "report.json": lambda report: format_report(report.findings, **report.facts()),
    "github.txt": format_github,
    "gitlab.json": format_gitlab,
    "results.sarif": format_sarif,
    "comment.md": format_markdown,
}


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_golden(name: str, report: Report, golden: Golden) -> None:
    """Every format says the same findings, byte for byte as reviewed."""
    golden(f"formats/{name}", FORMATS[name](report))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_every_finding(name: str, report: Report) -> None:
    """No format leaves one out."""
    printed = FORMATS[name](report)
    assert [found.code for found in report.findings if found.code not in printed] == []


def faults(validator: Any, instance: Any) -> list[str]:
    """What a schema has against a value."""
    return [fault.message for fault in validator.iter_errors(instance)]


def test_json_is_what_its_schema_says(report: Report) -> None:
    """The schema comes with the program and is itself one."""
    schema = json.loads(files("generator.console").joinpath("report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert faults(Draft202012Validator(schema), json.loads(FORMATS["report.json"](report))) == []


def test_the_schema_refuses_what_is_no_report() -> None:
    """A missing count, a line 0 and an unknown severity are each found."""
    schema = json.loads(files("generator.console").joinpath("report.schema.json").read_text("utf-8"))
    found = Finding("PP001", Severity.ERROR, Position("a.yml", 1), "x")
    broken = json.loads(format_report([found], **Report((found,)).facts()))
    broken["findings"][0] |= {"line": 0, "severity": "fatal"}
    del broken["fixable"]
    assert len(faults(Draft202012Validator(schema), broken)) == 3


def test_gitlab_is_what_gitlab_reads(report: Report) -> None:
    """Every finding has the required fields and no other."""
    schema = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8"))
    assert faults(Draft202012Validator(schema), json.loads(format_gitlab(report))) == []


@pytest.mark.parametrize("empty", [False, True])
def test_sarif_is_sarif(report: Report, empty: bool) -> None:
    """The log is valid against the schema of SARIF 2.1.0, with findings and without."""
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    log = json.loads(format_sarif(Report(()) if empty else report))
    assert faults(Draft4Validator(schema), log) == []


def test_sarif_rules_are_those_of_the_results(report: Report) -> None:
    """Each result points to its rule, which has a text that helps."""
    (run,) = json.loads(format_sarif(report))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in run["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in run["results"]
    ]
    assert all("Why it matters" in rule["help"]["text"] for rule in rules)


def test_sarif_has_no_more_results_than_are_taken() -> None:
    """The worst stay, and how many are left out is said."""
    notes = [
        Finding("PP304", Severity.NOTE, Position("a.yml", line), "x") for line in range(1, MOST_RESULTS + 1)
    ]
    worst = Finding("PP101", Severity.ERROR, Position("z.yml"), "y")
    (run,) = json.loads(format_sarif(Report((*notes, worst))))["runs"]
    notice = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    expected = (MOST_RESULTS, "PP101", "1 more findings are not in this file")
    assert expected == (len(run["results"]), run["results"][0]["ruleId"], notice)


def found_at(number: int, /, **values: object) -> Finding:
    """A finding in a line."""
    place = Position("content/a.yml", number, 3)
    return Finding("PP003", Severity.ERROR, place, "“{key}” again, first in {line}", values)


def test_fingerprints_differ_and_outlive_moved_lines() -> None:
    """Equal findings are told apart; lines added above change no fingerprint."""
    before = [found_at(3, key="a", line=1), found_at(9, key="a", line=7), found_at(5, key="b", line=2)]
    after = [found_at(13, key="a", line=11), found_at(19, key="a", line=17), found_at(15, key="b", line=12)]
    assert fingerprints(before) == fingerprints(after)
    assert len(set(fingerprints(before))) == 3


def numbered(count: int, severity: Severity, file: str) -> list[Finding]:
    """So many findings, one in each line of a file."""
    return [Finding("PP101", severity, Position(file, line), "x") for line in range(1, count + 1)]


def test_github_annotates_ten_worst_first_changed_first() -> None:
    """Errors before warnings, of each those on changed lines first; the others are counted."""
    findings = (*numbered(9, Severity.WARNING, "a.yml"), *numbered(4, Severity.ERROR, "b.yml"))
    printed = format_github(Report(findings), changed={"a.yml": {7}, "b.yml": {3}}).split("\n")
    shown = [
        line.split(" ")[0] + line.split("=")[1][0] + line.split("=")[2].split(",")[0] for line in printed[:10]
    ]
    assert shown == [
        *("::errorb3", "::errorb1", "::errorb2", "::errorb4"),
        *("::warninga7", "::warninga1", "::warninga2", "::warninga3", "::warninga4", "::warninga5"),
    ]
    assert printed[10:12] == [
        "3 more are not annotated: a step shows 10; the summary of this step lists all",
        "checked 0 files, 0 sites, 0 languages: 4 errors, 9 warnings",
    ]


def test_github_escapes_what_separates() -> None:
    """In properties colon and comma, in the message per cent and line breaks."""
    found = Finding("PP101", Severity.ERROR, Position("a,b:c%.yml", 2, 3, 2, 8), "50 %: a, b", help="do")
    assert format_github(Report((found,))).split("\n")[0] == (
        "::error file=a%2Cb%3Ac%25.yml,line=2,col=3,endColumn=7,title=PP101::50 %25: a, b%0Ahelp: do"
    )


def test_markdown_is_cut_before_a_comment_is_too_long() -> None:
    """What is left out is counted."""
    findings = tuple(
        Finding("PP101", Severity.ERROR, Position(f"f{number}.yml"), "x" * 500) for number in range(400)
    )
    printed = format_markdown(Report(findings))
    assert (len(printed) < 65_000, printed.rstrip().endswith("shows all")) == (True, True)
