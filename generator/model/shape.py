"""What pydantic found wrong with a record, as findings with a place, in words.

Takes a `ValidationError` and the document; returns findings PP020–PP037 and the codes that field types raise
themselves. One cause gives one finding: a wrong value inside an overlay points at the overlay's line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Edit, Finding, Position, Severity
from generator.limits import LIMITS, Limits
from generator.load.document import Document
from generator.load.node import OverlaidValue, Path
from generator.load.refusal import unlisted
from generator.model.fields.problem import advised, did_you_mean, nearest

_LISTS = {"tuple_type": "a list", "model_type": "a group of keys", "model_attributes_type": "a group of keys"}

_SUGGESTIONS = 50
"""Looking for what was meant costs milliseconds, and content is untrusted: past so many in a file, no advice."""


def shape_findings(
    fault: ValidationError, document: Document, model: type[BaseModel], limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """Return one finding per error that pydantic reports for `document`, read as `model`.

    Past `limits.findings_per_file` they are counted in a last one, PP007.
    """
    errors = fault.errors(include_url=False)
    mistyped = set(islice(_mistyped(errors, model), limits.findings_per_file))
    own = [error for error in errors if error["type"] != "missing" or tuple(error["loc"]) not in mistyped]
    listed, rest = own[: limits.findings_per_file], own[limits.findings_per_file :]
    findings = tuple(
        _finding(error, document, model, suggest=number < _SUGGESTIONS) for number, error in enumerate(listed)
    )
    if not rest:
        return findings
    first = _finding(rest[0], document, model, suggest=False).position
    return (*findings, unlisted(first, len(rest), limits.findings_per_file))


def _mistyped(errors: Iterable[ErrorDetails], model: type[BaseModel]) -> Iterator[Path]:
    return (_meant(tuple(error["loc"]), model) for error in errors if error["type"] == "extra_forbidden")


def _meant(path: Path, model: type[BaseModel]) -> Path:
    """The key that an unknown one was probably meant to be; then that one is not missing as well."""
    return (*path[:-1], nearest(str(path[-1]), _fields_at(model, path[:-1])))


def _finding(error: ErrorDetails, document: Document, model: type[BaseModel], *, suggest: bool) -> Finding:
    path: Path = tuple(error["loc"])
    if error["type"] == "extra_forbidden":
        return _unknown_key(path, document, model, suggest=suggest)
    if error["type"] == "missing" and document.has(path):
        help = "write a value after the colon; one that begins with # needs quotes, else it is a comment"
        place = document.locate(path, key=True)
        return _error("PP021", place, path, 'the key "{key}" has no value', help, key=path[-1])
    if error["type"] == "missing":
        parent = document.locate(path[:-1]) if len(path) > 1 else Position(document.file)
        return _error(
            "PP021", parent, path, 'the key "{key}" is missing', "add a line {key}: …", key=path[-1]
        )
    if error["type"] == "portal":
        return _own(error.get("ctx", {}), path, document, suggest=suggest)
    expected = _LISTS.get(error["type"], "another kind of value")
    found = {str: "a text", OverlaidValue: "a text", tuple: "a list", dict: "a group of keys"}
    given = error["input"]
    shown = found.get(type(given), "a value")
    help = "start each item on a line of its own with a hyphen" if expected == "a list" else ""
    message = "found {found}; expected {expected}"
    overlay: Path = (min(given.overlays),) if isinstance(given, OverlaidValue) else ()
    place = document.locate((*path, *overlay))
    return _error("PP022", place, path, message, help, found=shown, expected=expected)


def _own(context: dict[str, Any], path: Path, document: Document, *, suggest: bool) -> Finding:
    help, values = advised(context, suggest=suggest)
    place = (*path, *context.get("portal_inside", ()))
    position = document.locate(place, line=context["portal_line"])
    if "key" in values:
        position = document.locate((*path, str(values["key"])), key=True)
    code, message = context["portal_code"], context["portal_message"]
    return Finding(
        code, Severity.ERROR, position, message, values, help, path, _edits(context, place, document)
    )


def _edits(context: dict[str, Any], place: Path, document: Document) -> tuple[Edit, ...]:
    """Return the edit that writes what was meant, inside the quotes of the value if it has any."""
    fix = context.get("portal_fix")
    span = document.inside(place) if fix is not None else None
    return (Edit(span, str(fix)),) if span else ()


def _unknown_key(path: Path, document: Document, model: type[BaseModel], *, suggest: bool) -> Finding:
    key = str(path[-1]) if document.has(path) else str(path[-1]).strip()  # `id` is handed over as " id"
    path = (*path[:-1], key)
    known = _fields_at(model, path[:-1])
    where = " › ".join(str(part) for part in path[:-1])
    message = 'unknown key "{key}"' + (" in {where}" if where else "")
    help = did_you_mean(key, known) if known and suggest else ""
    if path == ("id",):
        help = "delete this line: the name of the file is the id"
    return _error("PP020", document.locate(path, key=True), path, message, help, key=key, where=where)


def _fields_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    current: Any = model
    for segment in path:
        if isinstance(segment, str):
            field = current.model_fields.get(segment)
            if field is None:
                return ()
            current = _model_in(field.annotation)
            if current is None:
                return ()
    return tuple(name for name in current.model_fields if name != "id" or path)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _error(
    code: str, position: Position, path: Path, message: str, help: str = "", **values: object
) -> Finding:
    return Finding(code, Severity.ERROR, position, message, values, help, path)
