"""The JSON Schema of a record, draft-07, made from its model.

Takes a kind, and with suggestions the ids that references may name; returns a schema that yaml-language-server
explains well: no `oneOf`, `anyOf`, a message of our own everywhere. What it cannot know is left to `portal check`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.base import Part
from generator.model.fields.reference import Target
from generator.model.kinds import MODELS, SINGULAR
from generator.schema.examples import example_of
from generator.schema.fields import Key, keys_of
from generator.schema.leaves import Schema, language_pattern, leaf, text

DRAFT = "http://json-schema.org/draft-07/schema#"

Ids = Mapping[Target, Sequence[str]]
"""Ids that exist, for suggestions; what is written may be another one."""


def record_schema(kind: str, ids: Ids | None = None) -> Schema:
    """Return the schema of the records of a kind."""
    model = MODELS[kind]
    return {
        "$schema": DRAFT,
        "title": f"{SINGULAR[kind].capitalize()} ({folder_of(kind)})",
        "description": described(model),
        **_Builder(ids or {}).group(model),
        "definitions": {
            "label": _by_language("label", "one line of text"),
            "prose": _by_language("prose", "a text"),
        },
    }


def folder_of(kind: str) -> str:
    """Return where records of a kind stand, as people write it."""
    return "sites/<id>/site.yml" if kind == "sites" else f"content/{kind}/"


def described(model: type[Part]) -> str:
    """Return what a group is, from its docstring."""
    return " ".join((model.__doc__ or "").split())


def closed(known: Sequence[str], properties: Schema, missing: Sequence[Schema] = ()) -> Schema:
    """Return the schema of a group with these keys only.

    `missing` are schemas for keys that must be there, each with its message: a message beside `properties` would
    be shown for them, too.
    """
    listed = ", ".join(known)
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "errorMessage": f"expected here: one or more of the keys {listed}",
    }
    return {**schema, "allOf": list(missing)} if missing else schema


class _Builder:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids

    def group(self, model: type[Part]) -> Schema:
        keys = keys_of(model)
        missing = [
            {
                "required": [key.name],
                "errorMessage": f'the key "{key.name}" is missing: {_small(key.description)}',
            }
            for key in keys
            if key.required
        ]
        return closed([key.name for key in keys], {key.name: self.value(key) for key in keys}, missing)

    def value(self, key: Key) -> Schema:
        """Return the schema of what stands under a key. An empty optional key counts as left out."""
        schema = self._list(key) if key.many else self._one(key)
        if not key.required:
            schema = _or_nothing(schema)
        return {"description": key.description, "markdownDescription": _markdown(key), **schema}

    def _list(self, key: Key) -> Schema:
        item = self._one(key)
        schema: Schema = {
            "type": "array",
            "items": {"description": key.description, **item},
            "errorMessage": "expected a list: each item on a line of its own, with a hyphen",
        }
        if key.least:
            schema["minItems"] = key.least
        snippet = _snippet(key)
        return {**schema, "defaultSnippets": [snippet]} if snippet else schema

    def _one(self, key: Key) -> Schema:
        if key.group:
            return self.group(key.group)
        if key.form in ("label", "prose"):
            return {**_text_or_map(key.form), "examples": [example_of(key)]}
        schema = leaf(key)
        if key.target and (known := self._ids.get(key.target)):
            return {**schema, "examples": list(known)}
        if not key.choices and not key.target and "enum" not in schema and "examples" not in schema:
            schema["examples"] = [_typed(key)]
        return schema


def _text_or_map(kind: str) -> Schema:
    """A text in the record's language, or texts by language."""
    one = text(kind)
    what = "one line of text" if kind == "label" else "a text"
    return {
        "type": ["string", "object", "number", "boolean"],
        "errorMessage": f"expected {what}, or texts by language such as {{en: …, da: …}}",
        "if": {"type": "object"},
        "then": {"$ref": f"#/definitions/{kind}"},
        "else": {key: value for key, value in one.items() if key != "type"},
    }


def _by_language(kind: str, what: str) -> Schema:
    one = text(kind)
    return {
        "type": "object",
        "patternProperties": {f"^{language_pattern()}$": {**one, "description": f"{what} in this language"}},
        "additionalProperties": False,
        "minProperties": 1,
        "errorMessage": "expected language codes (BCP 47) such as da, nb, uk or ckb as keys",
    }


def _or_nothing(schema: Schema) -> Schema:
    types = schema["type"]
    given = types if isinstance(types, list) else [types]
    allowed: Schema = {**schema, "type": [*given, "null"]}
    if "enum" in allowed:
        allowed["enum"] = [*allowed["enum"], None]
        if "enumDescriptions" in allowed:
            allowed["enumDescriptions"] = [*allowed["enumDescriptions"], "not said"]
    return allowed


def _typed(key: Key) -> object:
    """The example as a YAML program would read it."""
    example = example_of(key)
    if key.form == "boolean":
        return example == "true"
    if key.form in ("integer", "month", "day"):
        return int(example)
    return float(example) if key.form == "number" else example


def _snippet(key: Key) -> Schema | None:
    """A whole item with the keys that it must have."""
    if not key.group:
        return None
    needed = [inner for inner in keys_of(key.group) if inner.required]
    if not needed:
        return None
    body = {
        inner.name: f"${{{number}:{inner.choices[0] if inner.choices else inner.name}}}"
        for number, inner in enumerate(needed, 1)
        if not inner.group and not inner.many
    }
    return {"label": "a new item", "description": key.description, "body": [body]}


def _markdown(key: Key) -> str:
    """The description with what hangs on the type of the value."""
    notes = [key.description]
    if key.target:
        folder = f"content/vocabulary/{key.target.vocabulary}.yml" if key.target.vocabulary else ""
        notes.append(f"*An id of `{folder or f'content/{key.target.kind}/'}`.*")
    if key.form in ("label", "prose"):
        what = "One line of text" if key.form == "label" else "Text in Markdown"
        notes.append(f"*{what} for readers; it is translated.*")
    notes.append("*Needed.*" if key.required else "*May be left out.*")
    return "\n\n".join(notes)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
