"""Findings for programs (JSON, one per line), lists of records, and the pages of rules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.check.registry import RULES
from generator.console.concise import format_concise
from generator.console.explain import known_codes, rule_page
from generator.console.json import as_json, format_report
from generator.console.listing import Row, catalog_rows, format_rows, rows_as_json, site_rows
from generator.console.words import ENGLISH
from generator.diagnostics import Finding, Position, Severity
from tests.support.records import (
    COORDINATOR,
    MINIMAL,
    ORGANISATION,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

FOUND = Finding(
    "PP203",
    Severity.WARNING,
    Position("content/calls/a.yml", 3, 7, 3, 17),
    "closes on {date}",
    {"date": "2026-09-01"},
    "swap them",
    ("info_meetings", 0, "starts"),
)


def test_a_report_is_one_object() -> None:
    """Version, facts of the run, counts, then findings with the end of their place and their key path."""
    assert json.loads(format_report([FOUND], files=7)) == {
        "version": 1,
        "files": 7,
        "errors": 0,
        "warnings": 1,
        "notes": 0,
        "findings": [
            {
                "code": "PP203",
                "severity": "warning",
                "message": "closes on 2026-09-01",
                "help": "swap them",
                "file": "content/calls/a.yml",
                "line": 3,
                "column": 7,
                "end_line": 3,
                "end_column": 17,
                "path": ["info_meetings", 0, "starts"],
                "fixable": False,
            }
        ],
    }


def test_a_place_without_end_ends_where_it_begins() -> None:
    """Programs need not know that an end may be missing."""
    found = Finding("PP001", Severity.ERROR, Position("a.yml", 2, 5), "wrong")
    (shown,) = json.loads(format_report([found]))["findings"]
    assert (shown["end_line"], shown["end_column"]) == (2, 5)


@pytest.mark.parametrize(
    "text", ["æøå مرحبا", "\x1b[31m", "\x9b", "\u202e", "\u2028", "\udcff", '"\\', "\x00\n\t", "\ufeff"]
)
def test_json_gives_back_what_it_was_given(text: str) -> None:
    """Letters stay readable; what a terminal would obey, or cannot be encoded, is escaped and survives."""
    printed = as_json({"text": text})
    hostile = {character for character in printed if not (character.isprintable() or character == "\n")}
    assert ({"text": text}, set()) == (json.loads(printed), hostile)


def test_concise_is_one_line_per_finding() -> None:
    """File, line, column, severity, code, words: what editors can jump to."""
    hostile = Finding(
        "PP001", Severity.ERROR, Position("a\n.yml"), "found {found}", {"found": "\x1b\n::error::"}
    )
    assert format_concise([FOUND, hostile]) == (
        "content/calls/a.yml:3:7: warning PP203 closes on 2026-09-01\n"
        "a\\u000a.yml:1:1: error PP001 found \\u001b\\u000a::error::\n"
    )


ROWS = [
    Row("places", "odense", "Odense", why=("programme bridge", "holds place hall")),
    Row("coordinators", "anna", "Coordinator\n", False, ("the role ended",)),
]


@pytest.mark.parametrize(
    ("why", "lines"),
    [
        (
            False,
            [
                "places        odense  Odense",
                "coordinators  anna    Coordinator\\u000a  [left out]",
                "                the role ended",
            ],
        ),
        (
            True,
            [
                "places        odense  Odense",
                "                programme bridge",
                "                holds place hall",
                "coordinators  anna    Coordinator\\u000a  [left out]",
                "                the role ended",
            ],
        ),
    ],
)
def test_rows_are_aligned(why: bool, lines: list[str]) -> None:
    """Reasons against a record are always said, reasons for it with `--why`."""
    assert "".join(f"{line}\n" for line in lines) == format_rows(ROWS, ENGLISH, why=why)


def test_no_rows_are_no_text() -> None:
    """Nothing is printed for nothing."""
    assert format_rows([], ENGLISH, why=True) == ""


def test_rows_for_programs() -> None:
    """One object per record."""
    assert json.loads(rows_as_json(ROWS))[0] == {
        "kind": "places",
        "id": "odense",
        "title": "Odense",
        "shown": True,
        "why": ["programme bridge", "holds place hall"],
    }


TITLES = {
    "programmes": "Bridge",
    "organisations": "Association",
    "coordinators": "Coordinator",
    "places": "Odense",
    "calls": "Mentors",
    "guides": "First steps",
    "stories": "A year",
    "testimonials": "Mentor",
    "media": "picture.png",
    "vocabulary": "record",
    "sites": "Portal",
}


@pytest.mark.parametrize("kind", sorted(MINIMAL))
def test_every_kind_has_a_title_in_lists(kind: str) -> None:
    """A record is called by its name, headline, role or file, else by its id."""
    catalog = catalog_of({f"{kind}/record.yml": MINIMAL[kind]})
    assert [Row(kind, "record", TITLES[kind])] == catalog_rows(catalog, kind) == catalog_rows(catalog, "")


def test_a_list_of_one_kind_has_no_other() -> None:
    """Other kinds are not listed."""
    assert catalog_rows(catalog_of({"places/a.yml": MINIMAL["places"]}), "calls") == []


def site(kind: str) -> list[tuple[Any, ...]]:
    """The rows of a site of one programme with two coordinators, one of whom has left."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "coordinators/anna.yml": COORDINATOR,
        "coordinators/bo.yml": changed(COORDINATOR, valid_to="2026-11-20"),
        "sites/portal.yml": SITE,
    }
    return [(row.id, row.shown, row.why) for row in site_rows(plan_of(catalog_of(files)), kind)]


def test_a_site_lists_what_it_shows_then_what_it_leaves_out() -> None:
    """Each with its reasons."""
    assert site("coordinators") == [
        ("anna", True, ("programme bridge",)),
        ("bo", False, ("the role ended on 2026-11-20",)),
    ]


def test_a_site_lists_all_kinds() -> None:
    """Without a kind, everything that is shown."""
    assert [id for id, _, _ in site("")] == ["anna", "association", "bridge", "bo"]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_has_a_page(code: str) -> None:
    """The page begins with code and title and says what the rule does and why."""
    page = rule_page(code.lower())
    assert page is not None
    head, facts, blank, *body = page.split("\n")
    assert (head[:7], facts.split(", ")[1][:6], blank, {"What it does", "Why it matters"} - set(body)) == (
        f"{code}  ",
        "since ",
        "",
        set(),
    )


def test_an_unknown_code_has_no_page() -> None:
    """Codes are known in order, without repeats."""
    codes = known_codes()
    assert (None, sorted(set(codes)), len(RULES)) == (rule_page("PP999"), list(codes), len(codes))
