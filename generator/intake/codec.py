"""Records and findings as bytes, and back: for files that others may have written, too.

Takes values of the model, returns bytes; what comes back is built of the classes listed here and of nothing else, so
that bytes cannot call anything. Whether the values are true is not known here. The strings of a text are bytes of their
own, which are decoded when somebody asks for one: few ever are.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, partial
from typing import Any, get_args

from pydantic import BaseModel

from generator.diagnostics import Edit, Finding, Phrase, Position, Severity
from generator.intake.examined import Examined
from generator.load.comments import Remark
from generator.model.base import Part
from generator.model.fields.contact import PhoneNumber
from generator.model.fields.text import Prose, Text
from generator.model.kinds import MODELS
from generator.model.prose import ProseLink
from generator.model.site import SitePage
from generator.store import pickled

_VALUES: tuple[type, ...] = (
    *(Examined, Finding, Phrase, Edit, Position, Severity, Remark, PhoneNumber, ProseLink),
    *(date, datetime, time, Decimal),
)
_NOTHING_GIVEN: frozenset[str] = frozenset()
_BETWEEN = "\0"
"""Stands between the strings of a text: hardly any has it in it."""
_ENCODING = "utf-8", "surrogatepass"


def dumps(value: object) -> bytes:
    """Return a value of the model as bytes. Raises what `pickle` raises for values of other classes."""
    stream = io.BytesIO()
    _Writer(stream).dump(value)
    return stream.getvalue()


def loads(data: bytes) -> object | None:
    """Return the value, `None` when the bytes hold none, or hold anything that is not of the model."""
    found: object | None = pickled.loads(data, _known())
    return found


class _Writer(pickle.Pickler):
    """Writes parts and texts as their values alone: they were validated when they were made."""

    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._languages: dict[tuple[str, ...], tuple[str, ...]] = {}

    def reducer_override(self, value: object) -> Any:
        """Return how to make `value` again."""
        kind = type(value)
        if issubclass(kind, Part):
            return _part, (kind, value.__dict__)
        # One for each record: the usual way through its fields takes three times as long.
        if isinstance(value, Examined):
            return Examined, tuple(getattr(value, name) for name in Examined.__slots__)
        if issubclass(kind, Text):
            text: Any = value
            languages, strings = tuple(text.values), text.values.values()
            if any(_BETWEEN in string for string in strings):
                return _text, (kind, text.language, text.values)
            languages = self._languages.setdefault(languages, languages)  # so that it is written once
            return _unread, (kind, text.language, languages, _BETWEEN.join(strings).encode(*_ENCODING))
        return NotImplemented


def _part(kind: type[Part], values: dict[str, Any]) -> Part:
    made = kind.__new__(kind)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", _NOTHING_GIVEN)
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def _text(kind: type[Text], language: str, values: dict[str, str]) -> Text:
    made = object.__new__(kind)
    object.__setattr__(made, "language", language)
    object.__setattr__(made, "values", values)
    return made


def _unread(kind: type[Text], language: str, languages: tuple[str, ...], strings: bytes) -> Text:
    if language not in languages or strings.count(_BETWEEN.encode()) != len(languages) - 1:
        raise pickle.UnpicklingError("the strings of a text are not those of its languages")
    return kind.unread(language, languages, partial(_strings, languages, strings))


def _strings(languages: tuple[str, ...], strings: bytes) -> Mapping[str, str]:
    try:
        text = strings.decode(*_ENCODING)
    except UnicodeDecodeError:  # bytes that were never a text of ours
        text = strings.decode(errors="replace")
    return dict(zip(languages, text.split(_BETWEEN), strict=True))


@cache
def _known() -> pickled.Known:
    models: tuple[type[BaseModel], ...] = (*MODELS.values(), SitePage)
    parts = {part for model in models for part in _parts(model)}
    return pickled.known(*parts, *_VALUES, Text, Prose, _part, _text, _unread)


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for part in _models_in(field.annotation):
            yield from _parts(part)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for piece in get_args(annotation):
        yield from _models_in(piece)
