"""The JSON Schema of a translation file: the texts of a kind's records, and no facts.

Takes a kind, returns a draft-07 schema. That the record has the same keys and items is for `portal check` to say.
"""

from __future__ import annotations

from generator.model.base import Part
from generator.model.kinds import MODELS, SINGULAR
from generator.schema.examples import example_of
from generator.schema.fields import Key, is_translated, keys_of
from generator.schema.leaves import Schema, leaf, text
from generator.schema.record import DRAFT, closed

_ID = "The id of the item that is translated here, as it stands in the record."


def overlay_schema(kind: str) -> Schema:
    """Return the schema of the translations of a kind's records."""
    return {
        "$schema": DRAFT,
        "title": f"Translation of a {SINGULAR[kind]}",
        "description": f"The texts of a {SINGULAR[kind]} in another language. Facts stand once, in the record.",
        **_group(MODELS[kind], item=False),
    }


def _group(model: type[Part], *, item: bool) -> Schema:
    keys = [key for key in keys_of(model) if is_translated(key)]
    properties = {key.name: _value(key) for key in keys}
    missing = []
    if item:
        name = next(key for key in keys_of(model) if key.name == "id")
        properties = {"id": _address(name), **properties}
        missing = [
            {"required": ["id"], "errorMessage": 'the key "id" is missing: it tells which item this is'}
        ]
    schema = closed(list(properties), properties, missing)
    listed = ", ".join(properties)
    schema["errorMessage"] = f"only texts are translated; expected here: {listed}. Facts stand in the record"
    return schema


def _address(key: Key) -> Schema:
    return {"description": _ID, "markdownDescription": _ID, **leaf(key)}


def _value(key: Key) -> Schema:
    notes = {
        "description": key.description,
        "markdownDescription": f"{key.description}\n\n*In this file's language.*",
    }
    if key.group and key.many:
        items = {"description": key.description, **_group(key.group, item=True)}
        message = "expected a list: each item on a line of its own, with a hyphen, and with its id"
        return {**notes, "type": ["array", "null"], "items": items, "errorMessage": message}
    if key.group:
        group = _group(key.group, item=False)
        return {**notes, **group, "type": ["object", "null"]}
    one = text(key.form)
    return {**notes, **one, "type": [*one["type"], "null"], "examples": [example_of(key)]}
