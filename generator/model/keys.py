"""Which keys a place of a record may have: advice about one that is not known, and an example of a whole group.

Takes what pydantic found, the document and the model; returns sentences. A key that is missing beside an unknown one
is told with that one, so that one mistake is one finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time
from difflib import SequenceMatcher
from itertools import islice
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.load.document import Document
from generator.load.node import Path, Scalar
from generator.model.fields.problem import nearest

_SURE = 0.74
"""From this likeness on (of 1) no other keys are listed beside the nearest: nmae is name."""
_LISTED = 12
_SAMPLES: dict[Any, str] = {
    date: "2026-09-01",
    datetime: "2026-09-01 17:30",
    time: "17:30",
    int: "12",
    bool: "true",
}

Advice = tuple[str, dict[str, object]]
"""A template and its values."""


class KeyAdvice:
    """What the unknown keys of one record were meant to be. `most` bounds for how many that is looked for."""

    def __init__(
        self, errors: Sequence[ErrorDetails], document: Document, model: type[BaseModel], most: int
    ) -> None:
        self._document = document
        self._model = model
        self._missing: dict[Path, list[str]] = defaultdict(list)
        self._strange: dict[Path, int] = defaultdict(int)
        self._near: dict[Path, set[str]] = defaultdict(set)
        self._meant: dict[Path, str] = {}
        self._owner: dict[Path, str] = {}
        for error in errors:
            path: Path = tuple(error["loc"])
            if error["type"] == "missing" and not document.has(path):
                self._missing[path[:-1]].append(str(path[-1]))
        unknown = (tuple(error["loc"]) for error in errors if error["type"] == "extra_forbidden")
        for path in islice(unknown, most):
            owner = self._group_above(path)
            if owner:
                self._owner[path] = owner
                continue
            self._meant[path] = near = self._nearest(path)
            self._near[path[:-1]].add(near)
            self._strange[path[:-1]] += not near

    def covers(self, error: ErrorDetails) -> bool:
        """Whether a missing key is told with an unknown one of its group."""
        path: Path = tuple(error["loc"])
        if error["type"] == "missing" and path and path[-1] in self._owner.values():
            return True
        if error["type"] != "missing" or self._document.has(path):
            return False
        return path[-1] in self._near.get(path[:-1], ()) or path[-1] in self._told(path[:-1])

    def about(self, path: Path) -> Advice:
        """Return advice about the unknown key at `path`; empty where nothing is known about its group."""
        group, key = path[:-1], str(path[-1])
        if path in self._owner:
            return "indent it with two spaces: it belongs to {group}:, in the lines above", {
                "group": self._owner[path]
            }
        known = self._free(group) or fields_at(self._model, group)
        near = self._meant.get(path, "")
        if near and self._document.has((*group, near)):
            line = self._document.locate((*group, near), key=True).line
            return "did you mean {near}? It is there already, in line {line}", {"near": near, "line": line}
        if near and _likeness(key, near) >= _SURE:
            return "did you mean {near}?", {"near": near}
        if near:
            return "did you mean {near}? There are: {keys}", {"near": near, "keys": _some(known)}
        told = self._told(group)
        if not told:
            return ("one of: {keys}", {"keys": _some(known)}) if known else ("", {})
        other = [name for name in known if name not in told]
        values: dict[str, object] = {"missing": ", ".join(told), "keys": _some(other)}
        return (
            "missing here: {missing}; there are also: {keys}" if other else "missing here: {missing}",
            values,
        )

    def _group_above(self, path: Path) -> str:
        """The empty group above an unknown key at the top of a file to which the key belongs, if there is one."""
        if len(path) != 1 or not self._document.has(path):
            return ""
        above = ""
        for entry in self._document.root.entries:
            if entry.key == path[0]:
                break
            if entry.key in self._model.model_fields:
                is_empty = isinstance(entry.value, Scalar) and not entry.value.text
                above = entry.key if is_empty else ""
        group = model_at(self._model, (above,)) if above else None
        return above if group and path[0] in group.model_fields else ""

    def _nearest(self, path: Path) -> str:
        """The key most like the one at `path`: one that is there already only when it is very like it."""
        key, group = str(path[-1]), path[:-1]
        near = nearest(key, fields_at(self._model, group))
        if near and self._document.has((*group, near)) and _likeness(key, near) < _SURE:
            return nearest(key, self._free(group))
        return near

    def _told(self, group: Path) -> list[str]:
        """The missing keys that stand in the advice for the strange ones; at the top only as many as those."""
        near = self._near.get(group, set())
        missing = [name for name in self._missing.get(group, ()) if name not in near]
        is_told = self._strange.get(group, 0) >= (len(missing) if not group else 1)
        return missing if is_told else []

    def _free(self, group: Path) -> tuple[str, ...]:
        """The keys that may stand in a group and do not yet."""
        return tuple(name for name in fields_at(self._model, group) if not self._document.has((*group, name)))


def fields_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys of the group at `path`, in the model's order; the id of a record is none."""
    found = model_at(model, path)
    return tuple(name for name in found.model_fields if name != "id" or path) if found else ()


def example_at(model: type[BaseModel], path: Path) -> str:
    """Return a line with the keys that a group at `path` needs, as YAML; empty where there is no group."""
    found = model_at(model, path)
    if found is None or not path:
        return ""
    required = {name: field for name, field in found.model_fields.items() if field.is_required()}
    keys = ", ".join(f"{name}: {_SAMPLES.get(field.annotation, '…')}" for name, field in required.items())
    is_item = isinstance(path[-1], int) or _is_list(model, path)
    return f"{'- ' if is_item else ''}{{{keys}}}" if keys else ""


def _is_list(model: type[BaseModel], path: Path) -> bool:
    group = model_at(model, path[:-1])
    field = group.model_fields.get(str(path[-1])) if group else None
    return bool(field and get_origin(field.annotation) is tuple)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.strip().casefold(), other).ratio()


def _some(names: Sequence[str]) -> str:
    shown = sorted(names)
    return ", ".join(shown[:_LISTED]) + (" …" if len(shown) > _LISTED else "")


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the group at `path`, or of the items of a list there; `None` where there is no group."""
    current: Any = model
    for segment in path:
        if isinstance(segment, str):
            field = current.model_fields.get(segment)
            current = _model_in(field.annotation) if field else None
            if current is None:
                return None
    return current  # type: ignore[no-any-return]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
