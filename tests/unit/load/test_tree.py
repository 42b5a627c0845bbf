"""Every refusal of the tree builder, with its place."""

import pytest
import yaml

from generator.limits import LIMITS
from generator.load.tree import build
from generator.load.yaml_text import parse


def places(source: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding."""
    tree, findings = parse(source.encode(), "f.yml")
    assert (tree is None) == bool(findings)
    return [(each.code, each.position.line, each.position.column) for each in findings]


DUPLICATES = [
    ("a: 1\na: 2\n", [(2, 1)]),
    ("a: 1\nb: 2\na: 3\na: 4\n", [(3, 1), (4, 1)]),
    ("a: 1\n'a': 2\n", [(2, 1)]),
    ('"a": 1\na: 2\n', [(2, 1)]),
    ('a: 1\n"\\x61": 2\n', [(2, 1)]),
    ("a:\n  b: 1\n  b: 2\n", [(3, 3)]),
    ("a: {b: 1, b: 2}\n", [(1, 11)]),
    ("{a: 1, a: 2}\n", [(1, 8)]),
    ("- {a: 1, a: 2}\n", [(1, 10)]),
    ("x:\n  - a: 1\n    a: 2\n", [(3, 5)]),
    ("a: 1\n? a\n: 2\n", [(2, 3)]),
    ("? |-\n  a\n: 1\na: 2\n", [(4, 1)]),
    ("? >-\n  a\n  b\n: 1\na b: 2\n", [(5, 1)]),
    ("é: 1\né: 2\n", [(2, 1)]),
    ("a: {é😀: 1, é😀: 2}\n", [(1, 12)]),
    ("no: 1\nno: 2\n", [(2, 1)]),
    ("a: {b: 1, b: 2}\na: {c: 1}\n", [(1, 11), (2, 1)]),
    ("a:\na:\n", [(2, 1)]),
    ("a: [x]\nb: y\na: [z]\n", [(3, 1)]),
    ("a : 1\na: 2\n", [(2, 1)]),
]


@pytest.mark.parametrize(("source", "expected"), DUPLICATES)
def test_a_name_given_twice_is_refused_at_the_second(source: str, expected: list[tuple[int, int]]) -> None:
    """However it is written, the same name twice in one map is refused."""
    assert [("PP003", *place) for place in expected] == places(source)


def test_a_duplicate_names_both_places() -> None:
    """The message says where the first one stands."""
    _, findings = parse(b"x: 0\n  \nab: 1\nc: 2\nab: 3\n", "f.yml")
    assert [each.text for each in findings] == [
        "“ab” is given twice: first in line 3, column 1, and again here."
    ]


@pytest.mark.parametrize(
    "source", ["a: {b: 1}\nc: {b: 2}\n", "a: 1\nA: 2\n", "a: 1\n'a ': 2\n", "1: a\n01: b\n"]
)
def test_different_names_are_not_duplicates(source: str) -> None:
    """Maps are apart, and names are compared as typed."""
    assert places(source) == []


REFUSED = [
    ("a: &x 1\n", [("PP004", 1, 4)]),
    ("a: &x 1\nb: *x\n", [("PP004", 1, 4), ("PP004", 2, 4)]),
    ("a: *x\n", [("PP004", 1, 4)]),
    ("a: &x [*x]\n", [("PP004", 1, 4), ("PP004", 1, 8)]),
    ("&k a: 1\n", [("PP004", 1, 1)]),
    ("&x\na: 1\n", [("PP004", 1, 1)]),
    ("? *x\n: 1\n", [("PP004", 1, 3), ("PP008", 1, 3)]),
    ("<<: {a: 1}\n", [("PP004", 1, 1)]),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", [("PP004", 1, 4), ("PP004", 3, 3), ("PP004", 3, 7)]),
    ("a: {<<: {b: 1}}\n", [("PP004", 1, 5)]),
    ("a:\n  * item\n", [("PP004", 2, 3)]),
    ("a: **bold**\n", [("PP004", 1, 4)]),
    ("a: & b\n", [("PP004", 1, 4)]),
    ("a: !!str 1\n", [("PP005", 1, 4)]),
    ("a: !!binary aGk=\n", [("PP005", 1, 4)]),
    ("a: !!python/object/apply:os.getcwd []\n", [("PP005", 1, 4)]),
    ("a: !!python/name:os.system\n", [("PP005", 1, 4)]),
    ("a: !custom {b: 1}\n", [("PP005", 1, 4)]),
    ("a: !<tag:example.org,2026:x> 1\n", [("PP005", 1, 4)]),
    ("a: ! 1\n", [("PP005", 1, 4)]),
    ("a: ! 'x'\n", [("PP005", 1, 4)]),
    ("a: !e!x 1\n", [("PP005", 1, 4)]),
    ("a: !ENV HOME\n", [("PP005", 1, 4)]),
    ("!!map\na: 1\n", [("PP005", 1, 1)]),
    ("!!str a: 1\n", [("PP005", 1, 1)]),
    ("a: !!set {x, y}\n", [("PP005", 1, 4)]),
    ("a: !t &x 1\n", [("PP004", 1, 4), ("PP005", 1, 4)]),
    ("%YAML 1.2\n---\na: 1\n", [("PP006", 1, 1)]),
    ("%YAML 3.0\n---\na: 1\n", [("PP006", 1, 1)]),
    ("%TAG ! tag:example.org,2026:\n---\na: 1\n", [("PP006", 1, 1)]),
    ("%FOO bar\n---\na: 1\n", [("PP006", 1, 1)]),
    ("# remark\n%YAML 1.1\n---\na: 1\n", [("PP006", 2, 1)]),
    ("a: 1\n---\nb: 2\n", [("PP006", 2, 1)]),
    ("a: 1\n---\n", [("PP006", 2, 1)]),
    ("---\na: 1\n---\nb: 2\n---\nc: 3\n", [("PP006", 3, 1)]),
    ("a: 1\n...\n---\nb: 2\n", [("PP006", 3, 1)]),
    ("a: 1\n...\nb: 2\n", [("PP006", 3, 1)]),
    ("? [a]\n: 1\n", [("PP008", 1, 3)]),
    ("? {a: 1}\n: 2\n", [("PP008", 1, 3)]),
    ("[a, b]: 1\n", [("PP008", 1, 1)]),
    ("'': 1\n", [("PP008", 1, 1)]),
    ("?\n: 1\n", [("PP008", 1, 2)]),
    ("\u00a0a: 1\n", [("PP002", 1, 1)]),
    ("a: 1\n\u3000b: 1\n", [("PP002", 2, 1)]),
    ("a: 1\nb:\u00a0c: 1\n", [("PP002", 2, 1)]),
]


@pytest.mark.parametrize(("source", "expected"), REFUSED)
def test_what_hides_or_repeats_is_refused_where_it_stands(
    source: str, expected: list[tuple[str, int, int]]
) -> None:
    """Anchors, aliases, merge keys, tags, directives, second documents and odd names are refused."""
    assert expected == places(source)


@pytest.mark.parametrize(
    "value", ["'&x'", "'*x'", "'!x'", "'<<'", "'%YAML'", "a & b", "a *b*", "a !b", "50 %"]
)
def test_the_same_characters_inside_a_text_are_text(value: str) -> None:
    """Quoted, or after the first letter, they mean nothing."""
    assert places(f"a: {value}\n") == []


def nested(levels: int) -> str:
    """Return a document with this many nested maps and lists."""
    return "a: " + "[" * (levels - 1) + "]" * (levels - 1) + "\n"


@pytest.mark.parametrize(
    ("at_limit", "over", "place"),
    [
        (nested(LIMITS.depth), nested(LIMITS.depth + 1), (1, 3 + LIMITS.depth)),
        (
            "a: x\n" + "".join(f"b{number}: x\n" for number in range(LIMITS.nodes // 2 - 1)),
            "a: x\n" + "".join(f"b{number}: x\n" for number in range(LIMITS.nodes // 2)),
            (LIMITS.nodes // 2 + 1, 1),
        ),
        (
            "a: [" + "x," * (LIMITS.nodes - 2) + "]\n",
            "a: [" + "x," * (LIMITS.nodes - 1) + "]\n",
            (1, 5 + 2 * (LIMITS.nodes - 2)),
        ),
        (
            "a: " + "é" * LIMITS.scalar_characters + "\n",
            "a: " + "é" * (LIMITS.scalar_characters + 1) + "\n",
            (1, 4),
        ),
        ("é" * LIMITS.key_characters + ": x\n", "é" * (LIMITS.key_characters + 1) + ": x\n", (1, 1)),
    ],
    ids=["depth", "nodes in a map", "nodes in a list", "text", "name"],
)
def test_a_limit_holds_exactly(at_limit: str, over: str, place: tuple[int, int]) -> None:
    """What is at the limit is read, one more is refused where it stands."""
    assert ([], [("PP007", *place)]) == (places(at_limit), places(over))


def test_a_limit_is_named_with_its_value() -> None:
    """The message says which limit and how much."""
    _, findings = parse(nested(LIMITS.depth + 1).encode(), "f.yml")
    assert [each.text for each in findings] == ["Lists and maps are nested more than 32 levels deep."]


def test_a_flood_of_duplicates_is_counted_not_listed() -> None:
    """A thousand duplicates give the listed number and one line for the rest."""
    _, findings = parse(b"a: 1\n" * 1_001, "f.yml")
    assert LIMITS.findings_per_file + 1 == len(findings)
    assert findings[-1].values["count"] == 1_000 - LIMITS.findings_per_file


@pytest.mark.parametrize(
    "source",
    [case[0] for case in DUPLICATES]
    + [case[0] for case in REFUSED if not case[0].startswith("%FOO")]
    + [
        "a: {b: [1, {c: 'd'}], e: |\n    x\n\n  }\n",
        "a:\n- b\n- c: d\n  e:\n\nf: >-\n  x\n\n\ng: ''\n",
        "a: é😀 # x\n",
    ],
)
def test_both_parsers_of_pyyaml_lead_to_the_same(source: str) -> None:
    """Where the C parser is not available, the other one gives the same tree and the same codes."""
    fast, slow = (
        build(yaml.parse(source, Loader=loader), source, "f.yml")
        for loader in (yaml.CSafeLoader, yaml.SafeLoader)
    )
    assert (fast[0], {each.code for each in fast[1]}) == (slow[0], {each.code for each in slow[1]})
