"""Schemas of records and translations: whole, fresh, and of one mind with the loader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, get_origin

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from generator.model.fields import codes, contact, scalars, texts
from generator.model.fields.site_path import SitePath
from generator.model.kinds import MODELS
from generator.model.media import Media
from generator.schema.examples import example_of
from generator.schema.fields import Key, key_at, keys_of, models
from generator.schema.files import modeline, schema_files, vscode_settings
from generator.schema.labels import LABELS, labels_of
from generator.schema.leaves import leaf, text
from generator.schema.overlay import overlay_schema
from generator.schema.record import record_schema
from tests.support import maximal

ROOT = Path(__file__).resolve().parents[3]
KEYS = [key for model in models() for key in keys_of(model)]
NAMES = [f"{key.owner.__name__}.{key.name}" for key in KEYS]

_INTEGER, _FLOAT = (
    re.compile(r"[-+]?[0-9]+"),
    re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
)


def core(text: str) -> Any:
    """Read a plain scalar as the core schema of YAML 1.2 does."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def schemas_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and all schemas inside it."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from schemas_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from schemas_in(part)


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_every_key_is_described(key: Key) -> None:
    """Every field of every model says in a sentence what it is for."""
    assert re.fullmatch(r"\S.{9,}[.:}]", key.description), key.description


@pytest.mark.parametrize(
    "key", [key for key in KEYS if key.choices], ids=lambda key: f"{key.owner.__name__}.{key.name}"
)
def test_every_choice_has_a_label(key: Key) -> None:
    """Each word of a short list is explained, and nothing else is."""
    assert list(LABELS[key.owner.__name__, key.name]) == list(key.choices)
    assert len(labels_of(key)) == len(key.choices)


def test_labels_belong_to_keys() -> None:
    """No label is left behind by a key that is gone."""
    assert set(LABELS) == {(key.owner.__name__, key.name) for key in KEYS if key.choices}


@pytest.mark.parametrize("kind", MODELS)
def test_schemas_are_draft_07(kind: str) -> None:
    """Both schemas of a kind are valid draft-07 and offer no alternatives, which editors explain badly."""
    for schema in (record_schema(kind), overlay_schema(kind)):
        Draft7Validator.check_schema(schema)
        assert [part for part in schemas_in(schema) if {"oneOf", "anyOf"} & part.keys()] == []


@pytest.mark.parametrize("kind", MODELS)
def test_every_rule_of_a_schema_has_a_message(kind: str) -> None:
    """Wherever a schema can refuse something, it says in words what is expected."""
    for schema in (record_schema(kind), overlay_schema(kind)):
        silent = [
            part
            for part in schemas_in(schema)
            if isinstance(part.get("type"), (str, list))
            and isinstance(part.get("errorMessage"), (str, type(None)))
            and "errorMessage" not in part
            and part != {"type": "object"}
        ]
        assert silent == []


def test_schemas_in_the_repository_are_fresh() -> None:
    """`schemas/` is what `portal schema` writes today."""
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()}
    assert written == schema_files()


def test_full_records_are_valid() -> None:
    """A record in which every field is filled in fits its schema, and so does the smallest one of its kind."""
    full, _, _ = maximal.records()
    for file, record in full.items():
        kind = file.partition("/")[0]
        given = json.loads(maximal.as_yaml(record), object_hook=_as_yaml_reads)
        assert [error.message for error in Draft7Validator(record_schema(kind)).iter_errors(given)] == []


def _as_yaml_reads(group: dict[str, Any]) -> dict[str, Any]:
    return {key: core(value) if isinstance(value, str) else value for key, value in group.items()}


FORMS = {
    "label": texts.Label,
    "line": texts.Line,
    "prose": texts.Prose,
    "slug": scalars.Slug,
    "integer": scalars.Integer,
    "number": scalars.Number,
    "boolean": scalars.Boolean,
    "date": scalars.IsoDate,
    "time": scalars.LocalTime,
    "datetime": scalars.LocalDateTime,
    "month": scalars.Month,
    "day": scalars.DayOfMonth,
    "colour": scalars.Colour,
    "phone": contact.Phone,
    "email": contact.Email,
    "url": contact.WebUrl,
    "language": codes.Language,
    "country": codes.Country,
    "timezone": codes.TimeZone,
    "path": SitePath,
    "picture": Media.model_fields["file"].metadata[0],
}
_TYPED = """5000|010|no|yes|true|false|12:30|9:30|10.00|2026|2026-09-01|2026-09-31|2026-02-30|2024-02-29|0000-01-01|
1900-01-01|1899-12-31|2200-12-31|9999-12-31|
2026-09-01 17:30|2026-09-01T17:30|2026-09-01 17.30|01.09.2026|1.5|1.50|-3|12|13|31|32|0|123456789|1234567890|
#7a1f5c|#7a1|32 12 34 56|+45 32 12 34 56|32123456|(0)32-12|call me|a@example.org|a@b|Kim <a@example.org>|https://example.org/|
example.org|https://example|http://x.example.org/a b|https://user:pw@example.org/|da|nb|dk|DK|dan-|zh-Hant|xx|ckb|Europe/Copenhagen|
Copenhagen|UTC|Mentors in Odense|
a < b|<b>bold</b>|kvinfo-odense|
Kvinfo|two--hyphens|-x|picture.webp|Picture.PNG|a.gif|active|Odense C"""
TYPED = _TYPED.replace("\n", "").split("|")
MORE_IN_THE_EDITOR = {
    ("integer", "010"),  # other programs read 10
    *((form, "10.00") for form in ("slug", "integer", "month", "day", "phone", "path")),
    ("month", "010"),
    ("day", "010"),
    ("phone", "0"),  # whether a number is in use takes a table
    ("date", "2026-02-29"),
}
"""What the loader refuses and a schema cannot see, apart from phone numbers."""


def accepts(kind: Any, typed: str) -> bool:
    """Whether the loader takes what an editor typed."""
    annotated = kind if get_origin(kind) else Annotated[str, kind]
    try:
        TypeAdapter(annotated).validate_python(typed, context={"language": "en", "country": "DK"})
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("form", FORMS)
def test_schema_and_loader_agree(form: str) -> None:
    """What the loader accepts as it is usually written, the schema accepts; what it refuses, the schema refuses."""
    key = next(key for key in KEYS if key.form == form)
    validator = Draft7Validator(text(form) if form in ("label", "prose") else leaf(key))
    differing = {
        typed
        for typed in TYPED
        if accepts(FORMS[form], typed) != validator.is_valid(core(typed))
        and (form, typed) not in MORE_IN_THE_EDITOR
    }
    if form == "phone":  # numbers in use are a matter of tables; what looks like none is refused
        differing = {
            typed for typed in differing if accepts(FORMS[form], typed) or re.search("[a-z#:]", typed)
        }
    assert differing == set()


@pytest.mark.parametrize(
    "key",
    [key for key in KEYS if example_of(key) and not key.choices],
    ids=lambda key: f"{key.owner.__name__}.{key.name}",
)
def test_examples_are_right(key: Key) -> None:
    """Every example is a value that the loader takes."""
    kind = FORMS["slug" if key.form == "reference" else key.form]
    assert accepts(kind, example_of(key))


def test_only_references_and_groups_have_no_example() -> None:
    """Each other key shows an editor what could stand there."""
    assert {key.form for key in KEYS if not example_of(key)} == {"group", "reference"}


def test_a_key_path_leads_to_its_key() -> None:
    """The key at the end of a path is found, through lists and groups."""
    key = key_at("coordinators", ("phones", 0, "number"))
    assert key is not None and (key.owner.__name__, key.form) == ("PhoneLine", "phone")
    assert key_at("coordinators", ("phones", 0, "nummer")) is None


def test_translations_hold_no_facts() -> None:
    """A translation may have a coordinator's texts, not the mailbox, nor a list whose items have no ids."""
    properties = overlay_schema("coordinators")["properties"]
    assert list(properties) == ["role", "area_of_responsibility"]


def test_ids_are_suggestions() -> None:
    """With ids, a reference lists them; another one is still valid."""
    key = key_at("places", ("part_of",))
    assert key is not None and key.target is not None
    schema = record_schema("places", {key.target: ("odense",)})["properties"]["part_of"]
    assert schema["examples"] == ["odense"]
    assert Draft7Validator(schema).is_valid("slagelse")


def test_sample_files_name_their_schema() -> None:
    """Every record and translation of the sample begins with its schema (`portal schema --reference`)."""
    files = [
        path.relative_to(ROOT).as_posix()
        for name in ("content", "sites")
        for path in (ROOT / name).rglob("*.yml")
    ]
    without = [
        name
        for name in files
        if (ROOT / name).read_text("utf-8").partition("\n")[0] != modeline(PurePosixPath(name))
    ]
    assert without == []
    assert (ROOT / ".vscode/settings.json").read_text("utf-8") == vscode_settings()
