"""What pydantic found wrong with a record, as findings with a place, in words.

Takes a `ValidationError` and the document; returns findings PP020–PP037 and the codes that field types raise
themselves. One cause gives one finding: a wrong value inside an overlay points at the overlay's line.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Edit, Finding, Phrase, Position, Severity
from generator.limits import LIMITS, Limits
from generator.load.document import Document
from generator.load.node import OverlaidValue, Path
from generator.load.refusal import unlisted
from generator.model.fields.contact import WITHOUT_COUNTRY
from generator.model.fields.problem import PLACEHOLDER, advised
from generator.model.keys import KeyAdvice, example_at

_LISTS = {"tuple_type": "a list", "model_type": "a group of keys", "model_attributes_type": "a group of keys"}
_SHAPE_HELP = {
    (True, True): "start each item on a line of its own with a hyphen; for example {example}",
    (True, False): "start each item on a line of its own with a hyphen",
    (False, True): "for example {example}",
    (False, False): "",
}
"""Advice by whether a list is expected, and whether an example can be given."""

_GLUED = re.compile(r"([a-z_]{2,40}):\S")
"""A name and its value without the blank that makes them two."""
_SUGGESTIONS = 50
"""Looking for what was meant costs milliseconds, and content is untrusted: past so many in a file, no advice."""


def shape_findings(
    fault: ValidationError, document: Document, model: type[BaseModel], limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """Return one finding per error that pydantic reports for `document`, read as `model`.

    Past `limits.findings_per_file` they are counted in a last one, PP007. Placeholders are left to rule PP802; that a
    number has no country is not said where there is one that is wrong.
    """
    told = fault.errors(include_url=False)
    has_fault = any(error["loc"] == ("country",) and error["type"] != "missing" for error in told)
    errors = [
        error for error in told if error["input"] != PLACEHOLDER and not (has_fault and _lacks_country(error))
    ]
    keys = KeyAdvice(errors, document, model, limits.findings_per_file)
    own = [error for error in errors if not keys.covers(error)]
    listed, rest = own[: limits.findings_per_file], own[limits.findings_per_file :]
    findings = tuple(
        _finding(error, document, model, keys, suggest=number < _SUGGESTIONS)
        for number, error in enumerate(listed)
    )
    if not rest:
        return findings
    first = _finding(rest[0], document, model, keys, suggest=False).position
    return (*findings, unlisted(first, len(rest), limits.findings_per_file))


def _lacks_country(error: ErrorDetails) -> bool:
    return bool(error.get("ctx", {}).get("portal_message") == WITHOUT_COUNTRY)


def _finding(
    error: ErrorDetails, document: Document, model: type[BaseModel], keys: KeyAdvice, *, suggest: bool
) -> Finding:
    path: Path = tuple(error["loc"])
    if error["type"] == "extra_forbidden":
        return _unknown_key(path, document, keys, suggest=suggest)
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
    example = example_at(model, path)
    help = _SHAPE_HELP[expected == "a list", bool(example)]
    message = "found {found}; expected {expected}"
    glued = _GLUED.match(given) if isinstance(given, str) else None
    if glued:
        help = "write a blank after the colon: {key}: …"
    overlay: Path = (min(given.overlays),) if isinstance(given, OverlaidValue) else ()
    place = document.locate((*path, *overlay))
    return _error(
        "PP022",
        place,
        path,
        message,
        help,
        found=Phrase(shown),
        expected=Phrase(expected),
        example=example,
        key=glued[1] if glued else "",
    )


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


def _unknown_key(path: Path, document: Document, keys: KeyAdvice, *, suggest: bool) -> Finding:
    key = str(path[-1]) if document.has(path) else str(path[-1]).strip()  # `id` is handed over as " id"
    path = (*path[:-1], key)
    where = " › ".join(str(part + 1) if isinstance(part, int) else part for part in path[:-1])
    message = 'unknown key "{key}" in {where}' if where else 'unknown key "{key}"'
    help, values = keys.about(path) if suggest else ("", {})
    if path == ("id",):
        help = "delete this line: the name of the file is the id"
    place = document.locate(path, key=True)
    return _error("PP020", place, path, message, help, **values, key=key, where=where)


def _error(
    code: str, position: Position, path: Path, message: str, help: str = "", **values: object
) -> Finding:
    return Finding(code, Severity.ERROR, position, message, values, help, path)
