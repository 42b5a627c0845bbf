"""The places of a record that can be changed: every key and value of a file with what the model says of them.

Takes a portal, returns one `Field` for each entry of its YAML files. Nothing is changed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.load.discover import discover
from generator.load.files import SourceFile
from generator.load.node import Mapping, Node, Path, Scalar, Sequence
from generator.load.yaml_text import parse
from generator.model.catalog import Catalog
from generator.model.kinds import MODELS
from generator.paths import PortalPaths


@dataclass(frozen=True, slots=True)
class Field:
    """One entry `key: value`, or one item of a list (no key). Lines count from 0.

    `parent` is the line of the key that holds the group; 0 for the top of the file. `known` are the words of which
    the value must be one; `is_reference` tells whether it is the id of another record.
    """

    file: str
    path: Path
    key: str | None
    line: int
    last_line: int
    parent: int
    value: Node
    required: bool
    known: tuple[str, ...]
    is_reference: bool
    is_overlay: bool

    @property
    def text(self) -> str:
        """The value as typed, empty for a group or list."""
        return self.value.text if isinstance(self.value, Scalar) else ""


def fields_of(paths: PortalPaths, catalog: Catalog) -> list[Field]:
    """Return all fields of all records, translations and sites, in order of their files."""
    references = {(key, reference.path) for key, found in catalog.references.items() for reference in found}
    found: list[Field] = []
    for source in discover(paths).sources:
        tree, _ = parse((paths.root / source.shown).read_bytes(), source.shown)
        assert tree is not None
        own = {path for key, path in references if key == (source.kind, source.id)}
        found += _fields(source, tree, MODELS[source.kind], own)
    return found


def _fields(
    source: SourceFile, tree: Mapping, model: type[BaseModel], references: set[Path]
) -> Iterator[Field]:
    waiting: list[tuple[Path, Node, Any, int]] = [((), tree, model, 0)]
    while waiting:
        path, node, annotation, parent = waiting.pop()
        for step, key_line, value in _children(node):
            here = (*path, step)
            inner, required = _type_of(annotation, step)
            line = key_line if key_line is not None else value.position.line - 1
            yield Field(
                source.shown,
                here,
                step if isinstance(step, str) else None,
                line,
                max(line, value.position.end_line - 1),
                parent,
                value,
                required and source.language is None,
                _words(inner) if isinstance(value, Scalar) else (),
                here in references and source.language is None,
                source.language is not None,
            )
            waiting.append((here, value, inner, line))


def _children(node: Node) -> Iterator[tuple[str | int, int | None, Node]]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key, entry.key_position.line - 1, entry.value
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield number, None, item


def _type_of(annotation: Any, step: str | int) -> tuple[Any, bool]:
    """The type of a field or of the items of a list, and whether the field must be there."""
    if isinstance(step, int):
        return annotation, False
    model = _model_in(annotation)
    field = model.model_fields.get(step) if model else None
    return (field.annotation if field else None), bool(field and field.is_required())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _words(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return next((words for part in get_args(annotation) if (words := _words(part))), ())


def looks_like(field: Field, pattern: str) -> bool:
    """Whether the value is one scalar on the line of its key, matching `pattern` as a whole."""
    return isinstance(field.value, Scalar) and bool(re.fullmatch(pattern, field.value.text))
