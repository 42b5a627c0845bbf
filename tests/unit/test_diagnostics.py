"""Findings as values: words with slots, order, counts."""

from __future__ import annotations

import pytest

from generator.diagnostics import Finding, Position, Severity, count, fill, in_order


def finding(file: str = "a.yml", line: int = 1, code: str = "PP001", **keys: object) -> Finding:
    """An error with changes."""
    values = {"severity": Severity.ERROR, "message": "wrong", **keys}
    return Finding(code, position=Position(file, line), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("found {found}", {"found": "x"}, "found x"),
        ("{a}{b}", {"a": 1}, "1{b}"),
        ("{found}", {"found": "{other}", "other": "y"}, "{other}"),
        ("{0.__class__} {found!r} {}", {"found": "x"}, "{0.__class__} {found!r} {}"),
        ("{found}", {"found": None}, "None"),
    ],
)
def test_slots_are_filled_once_and_run_nothing(template: str, values: dict[str, object], text: str) -> None:
    """A value is never part of the sentence, and a template of a translator is never code."""
    assert text == fill(template, values)


def test_a_finding_says_its_words() -> None:
    """Message and advice share the values."""
    found = finding(
        message='"{found}" is wrong', help="did you mean {near}?", values={"found": "a", "near": "b"}
    )
    assert (found.text, found.help_text) == ('"a" is wrong', "did you mean b?")


def test_a_position_is_written_as_editors_jump_to_it() -> None:
    """File, line and column with colons."""
    assert str(Position("content/a.yml", 3, 7)) == "content/a.yml:3:7"


def test_findings_are_in_order_of_place() -> None:
    """Files by name, top to bottom; codes decide at one place."""
    shuffled = [finding("b.yml"), finding("a.yml", 10), finding("a.yml", 2, "PP002"), finding("a.yml", 2)]
    assert [(found.position.file, found.position.line, found.code) for found in in_order(shuffled)] == [
        ("a.yml", 2, "PP001"),
        ("a.yml", 2, "PP002"),
        ("a.yml", 10, "PP001"),
        ("b.yml", 1, "PP001"),
    ]


def test_one_cause_at_one_place_is_said_once() -> None:
    """Repeats are left out; another message at the same place is not a repeat."""
    assert len(in_order([finding(), finding(), finding(message="other")])) == 2


def test_severities_are_counted_and_ranked() -> None:
    """The worst has the lowest rank."""
    found = [finding(), finding(severity=Severity.NOTE), finding(severity=Severity.ERROR)]
    assert (
        count(found, Severity.ERROR),
        count(found, Severity.WARNING),
        [severity.rank for severity in Severity],
    ) == (2, 0, [0, 1, 2])
