"""A loaded file and the way from a key path to a place in it.

`Document` is what `load` hands to `model`; rules name a field, and `locate` finds the line. Does not read
files and does not know what a field means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Position
from generator.load.node import Mapping, Node, Path, Scalar, Sequence, Translated


@dataclass(frozen=True)
class Document:
    """One record with its overlays joined. `kind` is the folder (`programmes`), `id` the file name.

    `tree` is what the files hold, or a way to read them again: of most records nobody asks where something stands.
    `languages` are the codes of the overlay files that exist, with the place of each file's first line.
    """

    kind: str
    id: str
    file: str
    tree: Mapping | Callable[[], Mapping]
    languages: tuple[tuple[str, Position], ...] = ()

    @cached_property
    def root(self) -> Mapping:
        """What the files hold, overlays joined."""
        return self.tree if isinstance(self.tree, Mapping) else self.tree()

    def has(self, path: Path) -> bool:
        """Whether every part of `path` exists in the file."""
        node: Node = self.root
        for segment in path:
            entry = _step(node, segment)
            if entry is None:
                return False
            node = entry[1]
        return True

    def locate(self, path: Path, *, key: bool = False, line: int | None = None) -> Position:
        """Return the place of the value at `path`, or of the longest part of it that exists.

        Segments that are no keys (pydantic adds tags of unions) are skipped. With `key`, the place of the
        key is returned instead of its value's. With `line`, a text that stands on lines of its own gives
        the place of that line, from 0; any other value its own place.
        """
        if not path:
            return Position(self.file)
        node: Node = self.root
        position = Position(self.file)
        for segment in path:
            entry = _step(node, segment)
            if entry is None:
                continue
            position, node = (entry[0] if key else entry[1].position), entry[1]
        text = node.source if isinstance(node, Translated) else node
        if line is not None and isinstance(text, Scalar) and text.begins:
            begins = text.begins
            return Position(begins.file, begins.line + line, begins.column)
        return position

    def inside(self, path: Path, start: int = 0, end: int | None = None) -> Position | None:
        """Return the place of the characters `start` to `end` of the text at `path`, without its quotes.

        `None` when the text does not stand in the file as it is read: with escapes, folded, or not at all.
        """
        node: Node = self.root
        for segment in path:
            entry = _step(node, segment)
            if entry is None and isinstance(node, Mapping | Sequence):
                return None
            node = entry[1] if entry else node  # the language of a text that stands in the record itself
        text = node.source if isinstance(node, Translated) else node
        return _characters(text, start, end) if isinstance(text, Scalar) else None


def _characters(scalar: Scalar, start: int, end: int | None) -> Position | None:
    place, text = scalar.position, scalar.text
    end = len(text) if end is None else end
    if scalar.begins:
        line, before = text.count("\n", 0, start), text.rfind("\n", 0, start) + 1
        column = scalar.begins.column + start - before
        within = "\n" not in text[start:end]
        line += scalar.begins.line
        return Position(place.file, line, column, line, column + end - start) if within else None
    marks = 1 if scalar.quoted else 0
    if place.line != place.end_line or place.end_column - place.column != len(text) + 2 * marks:
        return None
    first = place.column + marks
    return Position(place.file, place.line, first + start, place.line, first + end)


def _step(node: Node, segment: str | int) -> tuple[Position, Node] | None:
    if isinstance(node, Translated):
        for overlay in node.overlays:
            if overlay.key == segment:
                return overlay.key_position, overlay.value
        node = node.source
    if isinstance(node, Mapping) and isinstance(segment, str):
        found = node.get(segment)
        return (found.key_position, found.value) if found else None
    if isinstance(node, Sequence) and isinstance(segment, int) and segment < len(node.items):
        item = node.items[segment]
        return item.position, item
    return None
