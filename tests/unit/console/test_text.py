"""Findings for people: the caret stands under the place, and nothing in a text controls the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.console.safe import neutral
from generator.console.text import format_findings
from generator.console.words import ENGLISH
from generator.diagnostics import Finding, Position, Severity


def finding(column: int = 1, end: int = 0, line: int = 3, **keys: object) -> Finding:
    """An error in line 3 of a file."""
    place = Position("content/a.yml", line, column, line if end else 0, end)
    values = {"severity": Severity.ERROR, "message": "wrong", **keys}
    return Finding("PP001", position=place, **values)  # type: ignore[arg-type]


def block(found: Finding, source: str | None) -> list[str]:
    """The printed lines of one finding whose source line is `source`."""
    return format_findings([found], lambda file, line: source).split("\n")


def test_a_finding_has_place_line_caret_and_advice() -> None:
    """Everything an editor needs stands in one block."""
    found = finding(
        7,
        12,
        message='"{found}" is wrong',
        help="did you mean {near}?",
        values={"found": "helo", "near": "hello"},
    )
    assert block(found, "name: helo!") == [
        'content/a.yml:3:7  error  PP001  "helo" is wrong',
        "    3 | name: helo!",
        "      |       ^^^^^",
        "  help: did you mean hello?",
        "  explain: portal explain PP001",
        "",
        "",
    ]


def test_a_finding_without_source_or_advice_is_one_line() -> None:
    """A file that cannot be read shows no excerpt."""
    assert block(finding(), None) == [
        "content/a.yml:3:1  error  PP001  wrong",
        "  explain: portal explain PP001",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("source", "column", "end", "mark"),
    [
        ("abc", 1, 2, "^"),
        ("abc", 3, 4, "  ^"),
        ("abc", 4, 0, "   ^"),
        ("abc", 2, 9, " ^^"),
        ("日本: x", 5, 6, "      ^"),
        ("日本: x", 1, 3, "^^^^"),
        ("\tname: x", 8, 9, "          ^"),
        ("e\u0301tat: x", 8, 9, "      ^"),
        ("a\u200bb: x", 5, 6, "         ^"),
        ("a\x1bb: x", 5, 6, "         ^"),
        ("مدينة: x", 8, 9, "       ^"),
        ("", 1, 0, "^"),
    ],
)
def test_the_caret_stands_under_the_place(source: str, column: int, end: int, mark: str) -> None:
    """Wide, combining, invisible and tab characters take the columns that a terminal gives what is printed."""
    _, _, caret, *_ = block(finding(column, end), source)
    assert f"      | {mark}" == caret


@pytest.mark.parametrize("column", [1, 40, 51, 52, 100, 250, 400])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    """At most a hundred characters are shown, and the caret still stands under the right one."""
    source = "".join(chr(ord("a") + at % 26) for at in range(400))
    _, shown, caret, *_ = block(finding(column, column + 1), source)
    at = caret.index("^")
    assert (source[column - 1], True) == (shown[at], len(shown) <= 108)


def test_a_place_over_several_lines_is_marked_at_its_start() -> None:
    """Only the first line is shown."""
    place = Position("a.yml", 3, 2, 5, 9)
    found = Finding("PP001", Severity.ERROR, place, "wrong")
    assert block(found, "abcdef")[2] == "      |  ^"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – æøå 日本 مرحبا", "plain – æøå 日本 مرحبا"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b31m", "\\u009b31m"),
        ("a\nb\r\tc", "a\\u000ab\\u000d\\u0009c"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("\u2028\u2029\ufeff\u200b", "\\u2028\\u2029\\ufeff\\u200b"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("::error::x ::y::", ":\\u003aerror::x ::y::"),
        (" ::error::", " :\\u003aerror::"),
        ("x ##vso[y] ##[z] ## [", "x #\\u0023vso[y] #\\u0023[z] ## ["),
    ],
)
def test_control_and_direction_characters_are_made_visible(text: str, shown: str) -> None:
    """What a terminal would obey is printed as an escape; letters of all scripts stay."""
    assert shown == neutral(text)


@pytest.mark.parametrize("hostile", ["\x1b]0;title\x07", "a\n::error::b", "\u202e", "\r"])
def test_nothing_of_an_editor_reaches_the_terminal_as_it_is(hostile: str) -> None:
    """File name, message, source line and advice are neutral; no line begins with what an editor wrote."""
    place = Position(f"content/{hostile}.yml", 1, 1)
    found = Finding(
        "PP001", Severity.ERROR, place, "found {found}", {"found": hostile}, "did you mean {found}?"
    )
    printed = format_findings([found], lambda file, line: hostile)
    starts = {line[:8] for line in printed.split("\n") if line}
    assert (starts, False) == (
        {"content/", "    1 | ", "      | ", "  help: ", "  explai"},
        hostile in printed,
    )


def test_colours_are_for_terminals_only() -> None:
    """With `colour` severity and caret are painted, without it nothing is."""
    painted = format_findings([finding()], lambda file, line: "x", colour=True)
    assert ("\x1b[31merror\x1b[0m" in painted, "\x1b" in "".join(block(finding(), "x"))) == (True, False)


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "no findings"),
        (["error"], "1 error"),
        (["note", "error", "warning", "error"], "2 errors, 1 warning, 1 note"),
    ],
)
def test_findings_are_counted_in_words(severities: list[str], words: str) -> None:
    """The worst comes first; what there is none of is left out."""
    assert words == ENGLISH.counted([finding(severity=Severity(severity)) for severity in severities])


def test_a_rule_is_explained_once() -> None:
    """The second finding of a rule does not say again how to read its page."""
    printed = format_findings([finding(), finding(line=4)], lambda file, line: None)
    assert printed.count("portal explain PP001") == 1


def test_what_no_rule_finds_has_no_page() -> None:
    """It is said without a code and all of it; a file as a whole has no line."""
    found = replace(finding(line=0), code="")
    assert block(found, None) == ["content/a.yml  error  wrong", "", ""]
    assert format_findings([found] * 12, lambda file, line: None).count("wrong") == 12


def test_many_findings_of_a_rule_in_a_file_are_counted() -> None:
    """Ten are shown, the others counted after the last of them; another file begins anew."""
    many = [finding(line=line) for line in range(1, 23)]
    printed = format_findings(many, lambda file, line: None).split("\n")
    assert [line for line in printed if "more" in line] == ["  … and 12 more of PP001 in this file"]
    assert sum(line.startswith("content/a.yml:") for line in printed) == 10
