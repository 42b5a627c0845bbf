"""The tree that a YAML file becomes: every scalar is text as typed, every node knows its place.

Takes nothing, returns nothing: only the node types and the way back to plain data. `yaml_text` makes the
trees, `overlay` joins translations to them, `model` decides what a scalar means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Position

Path: TypeAlias = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A scalar exactly as typed (`no`, `010`, `+4550763376`), after unquoting. `quoted` tells `""` from nothing.

    `begins` is the place of the first line of a text that keeps its lines (after `|`); others have none.
    """

    text: str
    position: Position
    quoted: bool = False
    begins: Position | None = None


class Entry(NamedTuple):
    """A key with the place of the key itself, and its value."""

    key: str
    key_position: Position
    value: Node


class Mapping(NamedTuple):
    """A map. Keys are unique and in file order."""

    entries: tuple[Entry, ...]
    position: Position

    def get(self, key: str) -> Entry | None:
        """The entry of `key`, or `None`."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


class Sequence(NamedTuple):
    """A list, in file order."""

    items: tuple[Node, ...]
    position: Position


class Translated(NamedTuple):
    """A value of the base file together with what overlays say at the same place, by language code."""

    source: Node
    overlays: tuple[Entry, ...]

    @property
    def position(self) -> Position:
        """The place in the base file."""
        return self.source.position


Node: TypeAlias = Scalar | Mapping | Sequence | Translated


@dataclass(frozen=True, slots=True)
class OverlaidValue:
    """Plain-data form of `Translated`: what the base has and what each language's overlay has."""

    source: object
    overlays: dict[str, str]


def to_plain(node: Node) -> object:
    """Return the tree as dicts, tuples, strings and `OverlaidValue`; an empty unquoted scalar becomes `None`."""
    if isinstance(node, Scalar):
        return node.text if node.text or node.quoted else None
    if isinstance(node, Mapping):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return tuple(to_plain(item) for item in node.items)
    overlays = {entry.key: str(to_plain(entry.value) or "") for entry in node.overlays}
    return OverlaidValue(to_plain(node.source), overlays)


def plain_mapping(root: Mapping) -> dict[str, object]:
    """Return a map as a dict of plain values."""
    return {entry.key: to_plain(entry.value) for entry in root.entries}
