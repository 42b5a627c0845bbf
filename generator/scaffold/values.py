"""Values for new records: from words on the command line or answers on a terminal to what stands in the file.

Takes keys and typed words, says whether they are right, and writes them as YAML. Nothing is asked here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Phrase
from generator.errors import UsageError
from generator.load.node import Scalar
from generator.load.yaml_text import parse
from generator.model.fields.problem import PLACEHOLDER, advice_on, advised
from generator.model.fields.reference import Target
from generator.schema.fields import TEXTS, Key, keys_of, keys_of_kind, type_of

Way = tuple[str, ...]
Values = Mapping[Way, tuple[str, ...]]
"""What is known of a record before it is written: the values under each way of keys (`("address", "city")`)."""

Known = Mapping[Target, Sequence[str]]

_OTHERS_READ = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|~|[-+.]?[0-9][0-9a-fox_.,:+-]*")
"""Words that other programs do not read as a text; a text like these is written in quotes."""


def read_settings(
    kind: str, settings: Iterable[str], known: Known, before: Values | None = None
) -> dict[Way, tuple[str, ...]]:
    """Return what is known `before`, and `key=value` words as values, lists divided at commas.

    Raises `UsageError` for a key or value that is not right.
    """
    values: dict[Way, tuple[str, ...]] = dict(before or {})
    for setting in settings:
        name, equals, typed = setting.partition("=")
        if not equals:
            raise UsageError(
                "'{setting}' is not a setting",
                'write --set key=value, such as --set name="Odense"',
                setting=setting,
            )
        way = tuple(name.strip().split("."))
        values[way] = read_value(key_on(kind, way), typed, known, values)
    return values


def key_on(kind: str, way: Way) -> Key:
    """Return the key to which a way leads; raise `UsageError` with the nearest one when there is none."""
    keys = keys_of_kind(kind)
    for number, name in enumerate(way):
        key = next((found for found in keys if found.name == name), None)
        if key is None:
            raise UsageError(
                "there is no key '{name}' in {group}" if number else "there is no key '{name}'",
                advice_on(name, (found.name for found in keys)),
                name=name,
                group=".".join(way[:number]),
            )
        if number == len(way) - 1 and key.group is None:
            return key
        keys = keys_of(key.group) if key.group else ()
    names = ", ".join(f"{'.'.join(way)}.{key.name}" for key in keys)
    raise UsageError(
        "{keys} is a group of keys, not a value", "set one of: {names}", keys=".".join(way), names=names
    )


def read_value(key: Key, typed: str, known: Known, values: Values) -> tuple[str, ...]:
    """Return the words of a value; raise `UsageError` when one is not right."""
    words = tuple(word.strip() for word in typed.split(",")) if key.many else (typed.strip(),)
    for word in words:
        fault = refusal(key, word, known, values)
        if fault:
            raise UsageError("{key}: {message}", fault[1], key=key.name, message=fault[0])
    return words


def refusal(key: Key, word: str, known: Known, values: Values) -> tuple[Phrase, Phrase | str] | None:
    """Return why a word cannot stand under a key, with advice; `None` when it can."""
    if key.choices and word not in key.choices:
        options = Phrase("one of: {options}", {"options": ", ".join(key.choices)})
        return Phrase('"{found}" is not allowed here', {"found": word}), options
    if key.choices:
        return None
    country = values.get(("country",), ("",))[0]
    context = {"language": "en", "country": country or None}
    try:
        TypeAdapter(type_of(key.form)).validate_python(word, context=context)
    except ValidationError as fault:
        found = fault.errors()[0].get("ctx", {})
        help, slots = advised(found)
        return Phrase(found["portal_message"], slots), Phrase(help, slots) if help else ""
    if key.target and word not in known.get(key.target, ()):
        where = key.target.vocabulary or key.target.kind
        message = Phrase('there is no "{found}" in {folder}', {"found": word, "folder": where})
        ids = known.get(key.target, ())
        return message, advice_on(word, ids) if ids else "there is none yet"
    return None


def as_yaml(word: str, form: str) -> str:
    """Return a value as it stands after a colon or a hyphen; several lines become a block below it."""
    if form == "prose" and "\n" in word.strip():
        return "|\n" + "\n".join(f"  {line}" if line else "" for line in word.strip().splitlines())
    is_text = form in TEXTS or form == "line"
    if word == PLACEHOLDER or (_reads_back(word) and not (is_text and _OTHERS_READ.fullmatch(word))):
        return word
    return json.dumps(word, ensure_ascii=False)


def _reads_back(word: str) -> bool:
    root, findings = parse(b"- {}\n" if not word else f"key: {word}\n".encode(), "new")
    entry = root.get("key") if root and not findings else None
    return bool(
        entry and isinstance(entry.value, Scalar) and entry.value.text == word and not entry.value.quoted
    )
