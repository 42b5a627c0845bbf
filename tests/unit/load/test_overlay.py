"""Translations joined to a record."""

import time

import pytest

from generator.diagnostics import Finding, Position
from generator.load.node import Mapping, OverlaidValue, to_plain
from generator.load.overlay import merge
from generator.load.yaml_text import parse

BASE = """\
language: en
name: Mentor network
phone: '+45 50 76 33 76'
contact:
  role: Coordinator
  email: info@example.org
goals: [job, social]
steps:
  - id: meet
    title: Meet
    tasks:
      - id: call
        text: Call
  - id: talk
    title: Talk
"""


def read(source: str, file: str) -> Mapping:
    """Return the tree of a correct source."""
    tree, findings = parse(source.encode(), file)
    assert findings == ()
    assert tree is not None
    return tree


def joined(**overlays: str) -> tuple[object, tuple[Finding, ...]]:
    """Join overlays to the base and return plain data and findings."""
    layers = [(language, read(source, f"r.{language}.yml")) for language, source in overlays.items()]
    root, findings = merge(read(BASE, "r.yml"), layers)
    return to_plain(root), findings


def places(**overlays: str) -> list[tuple[str, str]]:
    """Return code and place of each finding."""
    return [(each.code, str(each.position)) for each in joined(**overlays)[1]]


def test_without_overlays_the_record_is_unchanged() -> None:
    """Nothing said, nothing changed."""
    base = read(BASE, "r.yml")
    assert merge(base, []) == (base, ())


def test_a_text_gets_its_translations_at_its_place() -> None:
    """Every language is found beside the source, whatever the order of the files' entries."""
    plain, findings = joined(da="contact:\n  role: Koordinator\nname: Netværk\n", ar="name: شبكة\n")
    assert findings == ()
    assert plain == to_plain(read(BASE, "r.yml")) | {  # type: ignore[operator]
        "name": OverlaidValue("Mentor network", {"da": "Netværk", "ar": "شبكة"}),
        "contact": {"role": OverlaidValue("Coordinator", {"da": "Koordinator"}), "email": "info@example.org"},
    }


def test_list_items_meet_by_id_in_any_order() -> None:
    """Turned round in the overlay, the items still meet; the id itself is no translation."""
    plain, findings = joined(
        da="steps:\n"
        "  - id: talk\n    title: Tal\n"
        "  - title: Mød\n    id: meet\n    tasks:\n      - id: call\n        text: Ring\n"
    )
    assert findings == ()
    assert isinstance(plain, dict)
    assert plain["steps"] == (
        {
            "id": "meet",
            "title": OverlaidValue("Meet", {"da": "Mød"}),
            "tasks": ({"id": "call", "text": OverlaidValue("Call", {"da": "Ring"})},),
        },
        {"id": "talk", "title": OverlaidValue("Talk", {"da": "Tal"})},
    )


@pytest.mark.parametrize("empty", ["", "''", '""', "' '", "~", "null", "|\n\n"])
def test_an_empty_translation_is_not_translated(empty: str) -> None:
    """What a translator has still to write leaves the source alone."""
    assert joined(da=f"name: {empty}\n") == (to_plain(read(BASE, "r.yml")), ())


def test_a_quoted_null_is_a_translation() -> None:
    """In quotes the word is meant."""
    plain, _ = joined(da="name: 'null'\n")
    assert isinstance(plain, dict)
    assert plain["name"] == OverlaidValue("Mentor network", {"da": "null"})


def test_a_text_over_a_list_or_map_is_left_to_the_model() -> None:
    """Whether a value may be translated is decided later; here both sides are kept."""
    plain, findings = joined(da="goals: job\ncontact: x\n")
    assert findings == ()
    assert isinstance(plain, dict)
    assert plain["goals"] == OverlaidValue(("job", "social"), {"da": "job"})


def test_one_language_may_be_wrong_in_shape_while_another_is_right() -> None:
    """The right one is joined, the wrong one is named in its own file."""
    plain, findings = joined(da="contact:\n  - role\n", de="contact:\n  role: Koordination\n")
    assert [(each.code, str(each.position)) for each in findings] == [("PP011", "r.da.yml:2:3")]
    assert isinstance(plain, dict)
    assert plain["contact"]["role"] == OverlaidValue("Coordinator", {"de": "Koordination"})


@pytest.mark.parametrize(
    ("overlay", "code", "place", "text", "help"),
    [
        ("nmae: x\n", "PP011", "1:1", "“nmae” is not in the record that this file", "Did you mean “name”?"),
        ("name: x\nzzz: y\n", "PP011", "2:1", "“zzz” is not in the record", "Delete it, or add it"),
        ("contact:\n  roles: x\n", "PP011", "2:3", "“roles” is not in the record", "Did you mean “role”?"),
        (
            "steps:\n  - id: met\n    title: x\n",
            "PP011",
            "2:9",
            "The list in r.yml, line 9, has no item with the id “met”.",
            "Did you mean “meet”?",
        ),
        ("steps:\n  - title: x\n", "PP012", "2:5", "This list item has no id", "Start the item with the id"),
        ("steps:\n  - x\n", "PP012", "2:5", "This list item has no id", "Start the item with the id"),
        ("steps:\n  - id: ''\n", "PP012", "2:5", "This list item has no id", "Start the item with the id"),
        ("goals: [arbejde]\n", "PP012", "1:1", "These are facts or ids", "Delete the list here"),
        (
            "steps:\n  - id: talk\n    title: x\n  - id: talk\n    title: y\n",
            "PP003",
            "4:9",
            "The id “talk” is given twice: first in line 2, column 9",
            "Keep one",
        ),
        (
            "name: [x]\n",
            "PP011",
            "1:7",
            "A list stands here, but the record has one text: r.yml",
            "Give",
        ),
        ("name: {a: x}\n", "PP011", "1:7", "A map stands here, but the record has one text", "Give it"),
        ("contact: [x]\n", "PP011", "1:10", "A list stands here, but the record has a map", "Give it"),
        ("steps: {id: x}\n", "PP011", "1:8", "A map stands here, but the record has a list", "Give it"),
        ("steps:\n  - id: meet\n    x: y\n", "PP011", "3:5", "“x” is not in the record", "Delete it"),
    ],
)
def test_what_does_not_fit_the_record_is_refused_where_it_stands(
    overlay: str, code: str, place: str, text: str, help: str
) -> None:
    """The place is in the translation, and the advice holds the nearest name."""
    _, findings = joined(da=overlay)
    assert [(each.code, str(each.position)) for each in findings] == [(code, f"r.da.yml:{place}")]
    assert (findings[0].text[: len(text)], findings[0].help_text[: len(help)]) == (text, help)


def test_each_language_has_its_own_findings() -> None:
    """Findings keep the file in which the fault is."""
    assert places(da="x: 1\n", de="y: 1\nname: z\n") == [("PP011", "r.da.yml:1:1"), ("PP011", "r.de.yml:1:1")]


def test_positions_of_both_sides_are_kept() -> None:
    """The source has its place in the record, the translation its place in the overlay."""
    root, _ = merge(read(BASE, "r.yml"), [("da", read("name: Netværk\n", "r.da.yml"))])
    entry = root.get("name")
    assert entry is not None
    assert entry.value.position == Position("r.yml", 2, 7, 2, 21)
    assert entry.value.overlays[0].value.position == Position("r.da.yml", 1, 7, 1, 14)  # type: ignore[union-attr]


def test_large_overlays_with_wrong_names_stay_quick() -> None:
    """Thousands of unknown names against thousands of known ones take well below a second of work."""
    base = read("".join(f"name-{number}: x\n" for number in range(9_000)), "r.yml")
    wrong = read("".join(f"nmae-{number}: x\n" for number in range(9_000)), "r.da.yml")
    started = time.process_time()
    _, findings = merge(base, [("da", wrong)])
    assert time.process_time() - started < 1
    assert findings[-1].values["count"] == 8_800
