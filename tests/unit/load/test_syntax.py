"""Plain words for broken YAML."""

import pytest
import yaml

from generator.load.refusal import Refusals
from generator.load.syntax import explain
from generator.load.yaml_text import parse

CASES = [
    ("name Foo\nlang: da\n", 2, 5, "A colon", "The line above has no “: ”"),
    ("a: Foo: bar\n", 1, 7, "A colon", "A value that contains “: ” goes into straight quotes"),
    ("a: 1\n  b: 2\n", 2, 4, "A colon", "or this line is indented too far"),
    ("a:\n\tb: c\n", 2, 1, "A tab was found", "Indent with spaces"),
    ("a:\n  b: c\n  \td: e\n", 3, 3, "A tab was found", "Indent with spaces"),
    ("a: x\n\ty\n", 2, 1, "A tab was found", "Indent with spaces"),
    ("a: |\n  x\n\ty\n", 3, 1, "A tab was found", "Indent with spaces"),
    ("é: 1\na: 'x\nb: y\n", 2, 4, "The quotation mark ' that opens here", "Close it with the same mark"),
    ('a: "x\nb: y\n', 1, 4, 'The quotation mark " that opens here', "Close it"),
    ("a: 'x\n---\nb'\n", 1, 4, "The quotation mark '", "Close it"),
    ("a: 'it's'\n", 1, 8, "Text follows the closing quotation mark", "an apostrophe inside"),
    ('a: "x" y\n', 1, 8, "Text follows the closing quotation mark", "Quote the whole value"),
    ("a: [x, y\nb: z\n", 2, 2, "The bracket “[” of line 1 is not closed", "Close the bracket"),
    ("x: 1\na: {x: 1\n", 3, 1, "The bracket “{” of line 2 is not closed", "Close the bracket"),
    ("a: “x: y”\n", 1, 6, "A colon", "Typographic quotes"),
    (
        "a: b\nc:\u00a0d\ne: f\n",
        2,
        1,
        "“c: d” has no colon after its name",
        "There is a no-break or wide space",
    ),
    ("a: @x\n", 1, 4, "A value cannot start with “@”", "Put the whole value into straight quotes"),
    ("a: `x`\n", 1, 4, "A value cannot start with “`”", "Put the whole value into straight quotes"),
    ("a: %x\n", 1, 4, "A value cannot start with “%”", "Put the whole value into straight quotes"),
    ("a: ]\n", 1, 4, "A value is expected here, but “]” was found", "Put the whole value"),
    ("[", 1, 2, "The file ends here", "Close the brackets"),
    ("a: [b:[c]]\n", 1, 6, "A colon is not expected here", "Put the whole value"),
    ("a: - b\n", 1, 4, "A list item cannot start here", "on a line of its own"),
    ("a: ? b\n", 1, 4, "“? ” is not expected here", "Quote the value"),
    ("a:\n- x\nb\n", 3, 1, "“b” has no colon after its name", "Write “name: value”"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "This line does not fit the lines above it", "in the same column"),
    (" a: 1\nb: 2\n", 2, 1, "This line does not fit the lines above it", "in the same column"),
    ("a: b\n- c\n", 2, 1, "This line does not fit the lines above it", "list items start with"),
    (": x\n", 1, 1, "Before this colon there is no name", "Write “name: value”"),
    ("a: |x\n y\n", 1, 5, "After “|” or “>” the line must end", "Move the text"),
    ('a: "\\q"\n', 1, 5, "Inside double quotes the backslash starts a code", "Write a backslash twice"),
    ('a: "\\xZZ"\n', 1, 7, "Inside double quotes the backslash starts a code", "single quotes"),
]


@pytest.mark.parametrize(("source", "line", "column", "message", "help"), CASES)
def test_a_broken_line_is_explained_where_it_breaks(
    source: str, line: int, column: int, message: str, help: str
) -> None:
    """Each common mistake has its own words, its place and its advice."""
    _, findings = parse(source.encode(), "f.yml")
    assert [("PP002", line, column)] == [
        (each.code, each.position.line, each.position.column) for each in findings
    ]
    assert (message, help) == (
        findings[0].text[: len(message)],
        help if help in findings[0].help_text else "",
    )


@pytest.mark.parametrize("source", [case[0] for case in CASES])
def test_no_slot_is_left_open(source: str) -> None:
    """Every slot of a message has its value, and no value is carried that no slot needs."""
    for finding in parse(source.encode(), "f.yml")[1]:
        template = finding.message + finding.help
        assert [name for name in finding.values if "{" + name + "}" not in template] == []
        assert "{" not in finding.text.replace("“{”", "")


def test_mistakes_before_the_broken_line_are_reported_too() -> None:
    """A duplicate above a syntax error is found in the same run."""
    _, findings = parse(b"a: 1\na: 2\nb: [\n", "f.yml")
    assert [(each.code, each.position.line) for each in findings] == [("PP003", 2), ("PP002", 4)]


def test_a_parser_error_without_a_place_still_becomes_a_finding() -> None:
    """An unforeseen error is put on the first line, with the parser's words as a value."""
    refusals = Refusals("f.yml")
    explain(yaml.YAMLError("out of {found} luck"), "a: b\n", refusals)
    assert [each.text for each in refusals.result()] == ["This is not valid YAML: out of {found} luck."]
