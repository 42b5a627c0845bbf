"""From parser events to nodes, with every refusal that needs no knowledge of what a field means.

Takes the events of either PyYAML parser and the text, returns the root node and findings PP001 to PP008.
Depth and size are counted while events arrive, before they can do harm. Does not read files or bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

from generator.diagnostics import Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.characters import refused_character
from generator.load.node import Entry, Mapping, Node, Scalar, Sequence
from generator.load.refusal import Refusals, shorten
from generator.load.syntax import explain

_QUOTED = frozenset(("'", '"', "|", ">"))
_ODD_SPACE = re.compile(r"[^\S \t]")
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
_tuple: Any = tuple.__new__
"""Makes a named tuple of all its values, in half the time: a portal has hundreds of thousands."""


def build(
    events: Iterable[Any], text: str, file: str, limits: Limits = LIMITS
) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree that parser events describe; a parser's error becomes a finding.

    `events` come from either of PyYAML's parsers; the tree is the same, only columns of errors may differ.
    """
    refusals = Refusals(file, limits)
    builder = _Builder(text, refusals, limits)
    try:
        builder.take(events)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        explain(error, text, refusals)
    return (None if refusals else builder.root), refusals.result()


class _Frame:
    """A map or list under construction. `key` is set while a map waits for a value."""

    __slots__ = ("is_map", "items", "key", "seen", "start")

    def __init__(self, start: Position, *, is_map: bool) -> None:
        self.start = start
        self.is_map = is_map
        self.items: list[Any] = []
        """Nodes; entries in a map."""
        self.seen: dict[str, Position] = {}
        self.key: tuple[str, Position] | None = None

    def close(self, end: Position | None) -> Node:
        """Return the finished node; `end` is the closing bracket, else the last child ends it."""
        last = end or self.start
        if end is None and self.items:
            child = self.items[-1]
            last = child.value.position if self.is_map else child.position
        place = _tuple(Position, (*self.start[:3], *last[3:]))
        node: Node = _tuple(Mapping if self.is_map else Sequence, (tuple(self.items), place))
        return node


class _Builder:
    """Turns events into nodes with an explicit stack. The lowest frame holds the root of the document."""

    def __init__(self, text: str, refusals: Refusals, limits: Limits) -> None:
        self._text = text
        self._lines: list[str] | None = None
        self._refusals = refusals
        self._file = refusals.file
        self._limits = limits
        self._longest = limits.scalar_characters
        self._longest_key = limits.key_characters
        self._stack = [_Frame(Position(refusals.file), is_map=False)]
        self._documents = 0
        self._nodes = -1  # the root itself is no key, value or item

    @property
    def root(self) -> Node | None:
        """The document's root; `None` when there is no document or nothing in it."""
        items: list[Node] = self._stack[0].items
        if not items or (isinstance(items[0], Scalar) and not items[0].text and not items[0].quoted):
            return None
        return items[0]

    def take(self, events: Iterable[Any]) -> None:
        """Use events until there are no more, or one after which nothing can be read."""
        scalar, stack, file, most = yaml.ScalarEvent, self._stack, self._file, self._limits.nodes
        for event in events:
            kind = type(event)
            if kind is scalar and event.tag is None and event.anchor is None and self._nodes < most:
                self._nodes += 1  # nearly every event: so this is without calls where nothing is odd
                start, end = event.start_mark, event.end_mark
                line, column = end.line, end.column
                if not column and line > start.line:
                    line, column = self._last_line(start.line, line)
                place = _tuple(Position, (file, start.line + 1, start.column + 1, line + 1, column + 1))
                text = event.value
                if event.style or len(text) > self._longest:
                    node = self._scalar(event, place)
                else:
                    node = _tuple(Scalar, (text, place, False, None))
                frame = stack[-1]
                if not frame.is_map:
                    frame.items.append(node)
                elif frame.key:
                    frame.items.append(_tuple(Entry, (*frame.key, node)))
                    frame.key = None
                elif text in frame.seen or not text.isidentifier() or len(text) > self._longest_key:
                    frame.key = self._key(node, frame)
                else:
                    frame.seen[text] = place
                    frame.key = (text, place)
            elif kind in _ENDS:
                self._close(event)
            elif not self._take_other(event):
                break

    def _take_other(self, event: Any) -> bool:
        if isinstance(event, yaml.NodeEvent):
            return self._take_node(event)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._take_document(event)
        return True

    def _take_document(self, event: Any) -> bool:
        self._documents += 1
        if event.version or event.tags:
            message = "A YAML directive (a line that starts with %) is refused."
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            position = Position(self._refusals.file, line, column, line, column + 1)
            self._refusals.add("PP006", position, message, "Delete the line.")
        if self._documents > 1:
            self._refusals.add(
                "PP006",
                self._position(event),
                "A second document starts here; expected is one document per file.",
                "Delete the line “---”, or move what follows to a file of its own.",
            )
        return self._documents == 1

    def _take_node(self, event: Any) -> bool:
        position = self._position(event)
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            message = "There are more than {limit} names, values and list items in this file."
            self._refuse_size(position, message, self._limits.nodes)
            return False
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse_anchor(event, position)
        if getattr(event, "tag", None) is not None:
            tag = shorten(event.tag.replace("tag:yaml.org,2002:", "!!"))
            help = "Delete it; if the text starts with “!”, put it into quotes."
            self._refusals.add("PP005", position, "The YAML tag {tag} is refused.", help, tag=tag)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._open(isinstance(event, yaml.MappingStartEvent), position)
        self._add(self._scalar(event, position))
        return True

    def _open(self, is_map: bool, position: Position) -> bool:
        if len(self._stack) > self._limits.depth:
            message = "Lists and maps are nested more than {limit} levels deep."
            self._refuse_size(position, message, self._limits.depth)
            return False
        self._stack.append(_Frame(position, is_map=is_map))
        return True

    def _close(self, event: Any) -> None:
        has_bracket = event.start_mark.index < event.end_mark.index
        self._add(self._stack.pop().close(self._position(event) if has_bracket else None))

    def _scalar(self, event: Any, position: Position) -> Scalar:
        if type(event) is not yaml.ScalarEvent:  # an alias
            return Scalar("", position, quoted=True)
        text: str = event.value
        if len(text) > self._longest:
            message = "This text has {count} characters; the limit is {limit}."
            self._refuse_size(position, message, self._limits.scalar_characters, count=len(text))
        style = event.style
        if not style:
            plain: Scalar = _tuple(Scalar, (text, position, False, None))
            return plain
        character = refused_character(text) if style == '"' else None  # only codes bring in new ones
        if character:
            message = "The escape code in this text stands for {character}, which no text may hold."
            self._refusals.add("PP001", position, message, "Delete the code.", character=character)
        begins = self._first_line(position) if style == "|" and text.strip() else None
        return Scalar(text, position, style in _QUOTED, begins)

    def _add(self, node: Node) -> None:
        frame = self._stack[-1]
        if not frame.is_map:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = self._key(node, frame)
        else:
            key, place = frame.key
            frame.items.append(_tuple(Entry, (key, place, node)))
            frame.key = None

    def _key(self, node: Node, frame: _Frame) -> tuple[str, Position]:
        """Check a key; a refused one still takes its place, so that the rest can be read."""
        place = node.position
        if not isinstance(node, Scalar) or not node.text:
            empty = "Before this colon there is no name; expected is “name: value”."
            message = empty if isinstance(node, Scalar) else "A list or map stands where a name is expected."
            self._refusals.add(
                "PP008", place, message, "A value that starts with a bracket goes into quotes."
            )
            return "", place
        key = node.text
        if len(key) > self._limits.key_characters:
            message = "This name has {count} characters; the limit is {limit}."
            self._refuse_size(place, message, self._limits.key_characters, count=len(key))
        if not node.quoted and key == "<<":
            help = "Write the shared entries out where they are needed."
            self._refusals.add("PP004", place, "The merge key “<<” is refused.", help)
        elif not key.isidentifier() and not node.quoted and _ODD_SPACE.search(key):
            message = "The name “{key}” contains a no-break or wide space."
            self._refusals.add("PP002", place, message, "Replace it by a normal space.", key=shorten(key))
        if key in frame.seen:
            self._refuse_duplicate(shorten(key), frame.seen[key], place)
        frame.seen.setdefault(key, place)
        return key, place

    def _refuse_duplicate(self, key: str, first: Position, place: Position) -> None:
        self._refusals.add(
            "PP003",
            place,
            "“{key}” is given twice: first in line {line}, column {column}, and again here.",
            "Keep one of the two.",
            key=key,
            line=first.line,
            column=first.column,
        )

    def _refuse_anchor(self, event: Any, position: Position) -> None:
        found = "*" if isinstance(event, yaml.AliasEvent) else "&"
        self._refusals.add(
            "PP004",
            position,
            "YAML anchors and aliases are refused: found “{found}”.",
            "Write the value out; a text that starts with “&” or “*” goes into quotes.",
            found=shorten(found + event.anchor),
        )

    def _refuse_size(self, position: Position, message: str, limit: int, **values: int) -> None:
        help = "Divide the record into several, or make it shorter."
        self._refusals.add("PP007", position, message, help, limit=limit, **values)

    def _position(self, event: Any) -> Position:
        start, end = event.start_mark, event.end_mark
        line, column = end.line, end.column
        if column == 0 and line > start.line:
            line, column = self._last_line(start.line, line)
        place: Position = _tuple(
            Position, (self._file, start.line + 1, start.column + 1, line + 1, column + 1)
        )
        return place

    def _last_line(self, first: int, end: int) -> tuple[int, int]:
        """Return the end of a block text: it stops after its last line, not before the next key."""
        lines, line = self._all_lines(), end - 1
        while line > first and not lines[line].strip():
            line -= 1
        return line, len(lines[line].rstrip("\r"))

    def _first_line(self, block: Position) -> Position:
        """Return the place of a block text's first words, below the line with its `|`."""
        lines, line = self._all_lines(), block.line
        while not lines[line].strip():
            line += 1
        indent = len(lines[line]) - len(lines[line].lstrip())
        return Position(block.file, line + 1, indent + 1)

    def _all_lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines
