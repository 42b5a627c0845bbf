"""Nodes of a JSON-LD graph, and a graph as the one `<script>` that carries it in a page.

Takes types, ids and properties; returns frozen values and markup. Empty properties are left out, the order of
the rest is kept. It knows no record and no vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

CONTEXT = "https://schema.org"

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in ("<", ">", "&", "\u2028", "\u2029")}
"""What could end or open an element, or break a line of script. Outside of its strings JSON has none of them."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words in another language than readers of the node expect."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Node:
    """One thing: its schema.org type, its `@id` (both may be empty) and its properties in order."""

    type: str
    id: str
    properties: tuple[tuple[str, Value], ...]


Value: TypeAlias = "str | int | bool | Spoken | Node | tuple[Value, ...]"


def node(type: str, id: str = "", /, **properties: Value | None) -> Node:
    """Return a node; properties that are `None`, empty words or empty lists are not stated."""
    stated = (
        (name, value) for name, value in properties.items() if value is not None and value not in ("", ())
    )
    return Node(type, id, tuple(stated))


def reference(id: str) -> Node:
    """Return a pointer to the node with this `@id`."""
    return Node("", id, ())


def unique(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes without a second one of the same `@id`; those without `@id` all stay."""
    seen: dict[str, Node] = {}
    for number, found in enumerate(nodes):
        seen.setdefault(found.id or f" {number}", found)
    return tuple(seen.values())


def script(nodes: Iterable[Node]) -> Markup:
    """Return the data block of a page, empty without nodes. Whatever stands in the texts, it cannot leave the block."""
    graph = [_plain(found) for found in nodes]
    if not graph:
        return Markup()
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - just made safe


def _plain(value: Value) -> object:
    if isinstance(value, Node):
        head = {key: text for key, text in (("@type", value.type), ("@id", value.id)) if text}
        return {**head, **{name: _plain(found) for name, found in value.properties}}
    if isinstance(value, Spoken):
        return {"@language": value.language, "@value": value.text}
    if isinstance(value, tuple):
        return _plain(value[0]) if len(value) == 1 else [_plain(found) for found in value]
    return value
