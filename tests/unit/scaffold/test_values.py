"""Values from the command line: read, refused with advice, written as YAML."""

from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.load.node import Scalar
from generator.load.yaml_text import parse
from generator.model.fields.reference import Target
from generator.scaffold.values import as_yaml, read_settings

KNOWN = {Target("programmes"): ("bridge", "harbour"), Target("places"): ("odense", "aarhus")}


def test_settings_lead_into_groups_and_lists() -> None:
    """A dot leads into a group, a comma divides a list."""
    settings = ["places=odense, aarhus", "address.city=Odense C", "role=Who, when: all"]
    assert read_settings("coordinators", settings, KNOWN) == {
        ("places",): ("odense", "aarhus"),
        ("address", "city"): ("Odense C",),
        ("role",): ("Who, when: all",),
    }


@pytest.mark.parametrize(
    ("setting", "message", "help"),
    [
        ("opens=2027-01-01", "there is no key 'opens'", "did you mean opens_on?"),
        (
            "opens_on=2027-02-31",
            "opens_on: 2027-02-31 does not exist",
            "that month has 28 days: did you mean 2027-02-28 or 2027-03-01?",
        ),
        ("role=mentro", 'role: "mentro" is not allowed here', "one of: mentor, mentee, organisation"),
        ("programme=brigde", 'programme: there is no "brigde" in programmes', "did you mean bridge?"),
        (
            "apply=x",
            "apply is a group of keys, not a value",
            "set one of: apply.coordinator, apply.url, apply.email, apply.steps",
        ),
        ("apply.phone=x", "there is no key 'phone' in apply", "one of: coordinator, email, steps, url"),
        ("name", "'name' is not a setting", 'write --set key=value, such as --set name="Odense"'),
        ("name=<b>", "name: found one of the characters < and >; expected one line of plain text", ""),
    ],
)
def test_what_is_not_right_is_refused(setting: str, message: str, help: str) -> None:
    """A wrong key or value is refused with the nearest right one."""
    with pytest.raises(UsageError) as caught:
        read_settings("calls", [setting], KNOWN)
    assert (caught.value.message, caught.value.help) == (message, help)


@pytest.mark.parametrize(
    "word",
    [
        "Odense",
        "yes: #1",
        "#7a1f5c",
        "- a",
        "no",
        "5000",
        "'quoted'",
        '"',
        "a: b",
        "[x]",
        "*x",
        "æøå – ",
        "TODO",
        "@x",
        "%",
        "|",
    ],
)
def test_a_text_reads_back_as_it_was(word: str) -> None:
    """Whatever an editor gives stands in the file so that it is read back unchanged."""
    root, findings = parse(f"key: {as_yaml(word, 'label')}\n".encode(), "new")
    entry = root.get("key") if root else None
    assert findings == () and entry and isinstance(entry.value, Scalar) and entry.value.text == word


def test_texts_that_other_programs_misread_are_quoted() -> None:
    """`no` and a postal code as texts get quotes; a number as a number gets none."""
    assert [as_yaml("no", "line"), as_yaml("5000", "line"), as_yaml("5000", "integer")] == [
        '"no"',
        '"5000"',
        "5000",
    ]


def test_prose_of_several_lines_is_a_block() -> None:
    """A text with paragraphs stands below its key."""
    assert as_yaml("One.\n\nTwo.", "prose") == "|\n  One.\n\n  Two."
