"""Finding the fields of one type inside a record, however deep, so that rules need not know every kind.

Takes a record or a part of one, returns key paths and values in field order. Which fields lead to a type is
worked out once per model, so a walk visits nothing else. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from generator.load.node import Path
from generator.model.base import Part
from generator.model.fields.contact import Email, PhoneNumber, WebUrl
from generator.model.fields.text import Text
from generator.model.fields.texts import Line

_P = TypeVar("_P", bound=Part)
_LINE_MARK = get_args(Line)[1]
_EMAIL_MARK = get_args(Email)[1]
_ADDRESS_MARK = get_args(WebUrl)[1]


def parts_of(part: Part, kind: type[_P]) -> Iterator[tuple[Path, _P]]:
    """Yield every group of keys of this kind."""
    return _values(part, kind, ())


def texts_of(part: Part) -> Iterator[tuple[Path, Text]]:
    """Yield every text for readers."""
    return _values(part, Text, ())


def strings_of(part: Part) -> Iterator[tuple[Path, str]]:
    """Yield every string that readers may see, each translation with its language at the end of the path."""
    for path, text in texts_of(part):
        for language, string in text.items():
            yield (*path, language), string
    yield from _values(part, _LINE_MARK, ())


def emails_of(part: Part) -> Iterator[tuple[Path, str]]:
    """Yield every e-mail address that is a field of its own."""
    return _values(part, _EMAIL_MARK, ())


def addresses_of(part: Part) -> Iterator[tuple[Path, str]]:
    """Yield every web address that is a field of its own."""
    return _values(part, _ADDRESS_MARK, ())


def phones_of(part: Part) -> Iterator[tuple[Path, PhoneNumber]]:
    """Yield every phone number that is a field of its own."""
    return _values(part, PhoneNumber, ())


def _values(part: BaseModel, wanted: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = []
    _collect(part, wanted, path, found)
    return iter(found)


def _collect(part: BaseModel, wanted: Any, path: Path, found: list[tuple[Path, Any]]) -> None:
    """Add the values to `found`: this is done for every record, and generators in generators take twice as long."""
    values = part.__dict__
    for name, is_wanted in _routes(type(part), wanted):
        value = values[name]
        if value is None:
            continue
        if not isinstance(value, tuple):
            if is_wanted:
                found.append(((*path, name), value))
            else:
                _collect(value, wanted, (*path, name), found)
            continue
        for index, item in enumerate(value):
            if is_wanted:
                found.append(((*path, name, index), item))
            else:
                _collect(item, wanted, (*path, name, index), found)


@cache
def _routes(model: type[BaseModel], wanted: Any) -> tuple[tuple[str, bool], ...]:
    """The fields of `model` that are `wanted` (true) or lead to it (false). No model contains itself."""
    found = []
    for name, field in model.model_fields.items():
        pieces = (*field.metadata, *_pieces(field.annotation))
        if any(_is_wanted(piece, wanted) for piece in pieces):
            found.append((name, True))
        elif any(_is_wanted(piece, BaseModel) and _routes(piece, wanted) for piece in pieces):
            found.append((name, False))
    return tuple(found)


def _pieces(annotation: Any) -> Iterator[Any]:
    yield annotation
    for piece in get_args(annotation):
        yield from _pieces(piece)


def _is_wanted(piece: Any, wanted: Any) -> bool:
    if isinstance(wanted, type):
        return isinstance(piece, type) and issubclass(piece, wanted)
    return piece is wanted
