"""New records as text: what they must have, what they may have, and that both are right."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
from jsonschema import Draft7Validator

from generator.load.node import Mapping, Scalar, Sequence
from generator.load.yaml_text import parse
from generator.model.kinds import MODELS
from generator.scaffold.record import open_keys, record_path, record_text
from generator.schema.files import modeline
from generator.schema.record import record_schema


def plain(node: object) -> object:
    """A tree as other programs read it."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.quoted or not re.fullmatch(r"true|false|[0-9]+(\.[0-9]+)?", node.text):
        return node.text
    return {"true": True, "false": False}.get(node.text) if node.text[0] in "tf" else float(node.text)


def messages(kind: str, text: str) -> list[str]:
    """What the schema says of a record."""
    root, findings = parse(text.encode(), "new.yml")
    assert findings == () and root is not None
    return [
        f"{list(error.path)}: {error.instance}"
        for error in Draft7Validator(record_schema(kind)).iter_errors(plain(root))
    ]


@pytest.mark.parametrize("kind", MODELS)
def test_the_first_line_names_the_schema(kind: str) -> None:
    """An editor's program finds the schema at once."""
    first = record_text(kind, "new", {}, {}).partition("\n")[0]
    assert first == modeline(PurePosixPath(record_path(kind, "new")))


@pytest.mark.parametrize("kind", MODELS)
def test_every_open_key_has_one_placeholder(kind: str) -> None:
    """There is a placeholder for each key that must be there, and nothing else is wrong with the record."""
    text = record_text(kind, "new", {}, {})
    assert len(re.findall(r"(?m)[:-] TODO$", text)) == len(open_keys(kind, {}))
    assert [message for message in messages(kind, text) if not message.endswith(": TODO")] == []


@pytest.mark.parametrize("kind", MODELS)
def test_what_is_commented_out_is_right(kind: str) -> None:
    """Deleting the # of every example gives a record with which only the placeholders are wrong."""
    text = re.sub(r"(?m)^#(?! \S|$)", "", record_text(kind, "new", {}, {}))
    assert [message for message in messages(kind, text) if not message.endswith(": TODO")] == []


def test_values_take_the_place_of_placeholders() -> None:
    """What is known is written, in lists and groups, too, and is not asked for."""
    values = {("name",): ("Odense: the town",), ("tags",): ("a", "b"), ("address", "city"): ("Odense C",)}
    lines = record_text("places", "odense", values, {}).splitlines()
    assert 'name: "Odense: the town"' in lines
    assert lines[lines.index("tags:") + 1 : lines.index("tags:") + 3] == ["  - a", "  - b"]
    assert "  city: Odense C" in lines
    assert ("name",) not in [way for way, _ in open_keys("places", values)]
