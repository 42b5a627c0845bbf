"""Texts are put into a YAML file by changing nothing but those texts: comments, quotes, order and layout stay.

Takes the text of a file, new texts by key path, and the record whose order and shape new keys follow. Returns the new
text, read again to prove that nothing else has changed; else raises `EditError`. Reads and writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Values
from dataclasses import dataclass

from generator.edit.yaml_scalar import written
from generator.history.leaves import item_name, read_leaves
from generator.history.texts import Leaf
from generator.load.items import ADDRESS
from generator.load.node import Entry, Mapping, Node, Scalar, Sequence, Translated
from generator.load.yaml_text import compose

Steps = tuple[str, ...]
_COMMENT = re.compile(r"\s+#.*$")


class EditError(Exception):
    """The file has a form in which this text cannot be set without touching others."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A node in the file with the column of the key or dash that leads to it, from 0."""

    node: Node
    indent: int
    flow: bool


def with_texts(source: str, texts: Values[Leaf, str], record: Mapping) -> str:
    """Return the YAML `source` with `texts` set at their key paths, list items by id.

    `source` may be empty or hold comments only. Key paths must be those of texts in `record`.
    """
    windows = "\r\n" in source and source.count("\n") == source.count("\r\n")
    text = source.replace("\r\n", "\n") if windows else source
    before = read_leaves(text.encode("utf-8"), is_page=False)
    if before is None and any(line.strip() and not line.startswith("#") for line in text.split("\n")):
        raise EditError("this file cannot be read")
    for leaf, value in texts.items():
        text = _with_text(text, tuple(leaf.split(".")), value, record)
    after = read_leaves(text.encode("utf-8"), is_page=False)
    expected = {**(before.at if before else {}), **texts}
    if after is None or {leaf: found.strip() for leaf, found in after.at.items()} != {
        leaf: found.strip() for leaf, found in expected.items()
    }:
        raise EditError("other texts of the file would change")
    return text.replace("\n", "\r\n") if windows else text


def node_at(record: Mapping, leaf: Leaf) -> Node | None:
    """Return what a record has at a key path; `None` when it has nothing there."""
    node: Node = record
    for step in leaf.split("."):
        found = _child(node, step)
        if found is None:
            return None
        node = found.value if isinstance(found, Entry) else found
    return node


def _with_text(text: str, steps: Steps, value: str, record: Node) -> str:
    root, _ = compose(text, "")
    if not isinstance(root, Mapping):
        end = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{end}{_block(steps, value, record, 0)}\n"
    place, shape = _Place(root, 0, False), record
    for index, step in enumerate(steps):
        if isinstance(place.node, Scalar):
            raise EditError("a text stands where the record has a group of keys")
        flow = place.flow or _at(text, place.node) in ("{", "[")
        found = _child(place.node, step)
        if found is None:
            return _inserted(text, _Place(place.node, place.indent, flow), steps[index:], value, shape)
        indent = found.key_position.column - 1 if isinstance(found, Entry) else place.indent
        place = _Place(found.value if isinstance(found, Entry) else found, indent, flow)
        shape = _below(shape, step)
    if not isinstance(place.node, Scalar):
        raise EditError("a group of keys stands where the record has a text")
    return _replaced(text, place, value)


def _replaced(text: str, place: _Place, value: str) -> str:
    position = place.node.position
    start = _offset(text, position.line, position.column)
    end = _offset(text, position.end_line, position.end_column)
    style = text[start : start + 1] if end > start else ""
    form = written(value, position.column - 1, indent=place.indent, style=style, flow=place.flow)
    blank = " " if end == start and text[start - 1 : start] == ":" else ""
    header, line_break, lines = form.partition("\n")
    comment = _COMMENT.search(text[start:end].partition("\n")[0]) if style in ("|", ">") else None
    if comment:
        header += comment[0]
    elif line_break:
        line_end = text.find("\n", end) if "\n" in text[end:] else len(text)
        header, end = header + text[end:line_end].rstrip(), line_end
    return text[:start] + blank + header + line_break + lines + text[end:]


def _inserted(text: str, place: _Place, steps: Steps, value: str, shape: Node) -> str:
    """Put a key or item where the record's order has it."""
    node = place.node
    if place.flow:
        return _inserted_in_brackets(text, node, steps, value, shape)
    names = _names(shape)
    before = names[: names.index(steps[0])] if steps[0] in names else names
    last = None
    for name in before:
        last = _child(node, name) or last
    if isinstance(node, Mapping) and last is None:
        last = _item_start(text, node)
    first = (
        node.entries[0]
        if isinstance(node, Mapping)
        else node.items[0]
        if isinstance(node, Sequence)
        else None
    )
    if first is None:
        raise EditError("an empty list or group of keys")
    indent = _indent(text, first)
    block = _block(steps, value, shape, indent)
    lines = text.split("\n")
    line = _line_of(first) - 1 if last is None else _last_line(last)
    is_top = indent == 0 and isinstance(node, Mapping)  # there a comment is about the file
    while last is None and not is_top and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return "\n".join([*lines[:line], *block.split("\n"), *lines[line:]])


def _inserted_in_brackets(text: str, node: Node, steps: Steps, value: str, shape: Node) -> str:
    end = _offset(text, node.position.end_line, node.position.end_column) - 1
    stop = len(text[:end].rstrip())
    has_some = bool(node.entries if isinstance(node, Mapping) else getattr(node, "items", ()))
    comma = "" if not has_some else " " if text[stop - 1] == "," else ", "
    return f"{text[:stop]}{comma}{_in_brackets(steps, value, shape)}{text[stop:]}"


def _in_brackets(steps: Steps, value: str, shape: Node) -> str:
    """Return the rest of a key path inside brackets, without the outermost ones."""
    step, rest = steps[0], steps[1:]
    child = _below(shape, step)
    if isinstance(shape, Sequence):
        return f"{{{ADDRESS}: {step}, {_in_brackets(rest, value, child)}}}"
    if not rest:
        return f"{step}: {written(value, 0, indent=0, flow=True)}"
    inner = _in_brackets(rest, value, child)
    return f"{step}: [{inner}]" if isinstance(child, Sequence) else f"{step}: {{{inner}}}"


def _block(steps: Steps, value: str, shape: Node, indent: int) -> str:
    """Return the rest of a key path as lines."""
    step, rest = steps[0], steps[1:]
    pad, child = " " * indent, _below(shape, step)
    if isinstance(shape, Sequence):
        if step.startswith("#"):
            raise EditError("an item without an id")
        return f"{pad}- {ADDRESS}: {step}\n{_block(rest, value, child, indent + 2)}"
    if rest:
        return f"{pad}{step}:\n{_block(rest, value, child, indent + 2)}"
    return f"{pad}{step}: {written(value, indent + len(step) + 2, indent=indent)}"


def _child(node: Node, step: str) -> Entry | Node | None:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, Sequence):
        return next((item for n, item in enumerate(node.items) if item_name(item, n) == step), None)
    return None


def _below(shape: Node, step: str) -> Node:
    """Return what the record has at a step; below a label that is a map of languages, the label."""
    shape = shape.source if isinstance(shape, Translated) else shape
    found = _child(shape, step)
    node = found.value if isinstance(found, Entry) else found
    node = node.source if isinstance(node, Translated) else node
    return shape if node is None else node


def _names(shape: Node) -> list[str]:
    shape = shape.source if isinstance(shape, Translated) else shape
    if isinstance(shape, Mapping):
        return [entry.key for entry in shape.entries]
    return [item_name(item, n) for n, item in enumerate(shape.items)] if isinstance(shape, Sequence) else []


def _item_start(text: str, node: Mapping) -> Entry | None:
    """Return the first key of a list's item: nothing can come between it and its dash."""
    first = node.entries[0] if node.entries else None
    return first if first and _before(text, first).strip() else None


def _before(text: str, entry: Entry) -> str:
    place = entry.key_position
    return text.split("\n")[place.line - 1][: place.column - 1]


def _indent(text: str, first: Entry | Node) -> int:
    """The column of a key, or of the dash of an item, from 0."""
    if isinstance(first, Entry):
        return first.key_position.column - 1
    line = text.split("\n")[first.position.line - 1]
    return line.rindex("-", 0, first.position.column - 1)


def _line_of(found: Entry | Node) -> int:
    return found.key_position.line if isinstance(found, Entry) else found.position.line


def _last_line(found: Entry | Node) -> int:
    """The last line of a value, from 1; an empty one ends on the line of its key."""
    node = found.value if isinstance(found, Entry) else found
    return max(node.position.end_line or node.position.line, _line_of(found))


def _at(text: str, node: Node) -> str:
    offset = _offset(text, node.position.line, node.position.column)
    return text[offset : offset + 1]


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
