"""What can be read of a record in which something is wrong: every key that is right, however deep.

Takes a model and plain values, returns a record of that model without what is wrong. A key that is needed and not
there is `None`, a list empty: only what bears that may look at such a record. Tells nothing about what is wrong.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, Field, ValidationError, create_model

_M = TypeVar("_M", bound=BaseModel)
_ROUNDS = 10
"""What is wrong in a group is found once what is wrong around it has gone; no record is that deep."""


def read_partly(model: type[_M], data: dict[str, Any], context: dict[str, Any]) -> _M | None:
    """Return what can be read of `data`, from which the rest is taken out; `None` when nothing can."""
    for _ in range(_ROUNDS):
        try:
            return cast("_M", _lenient(model).model_validate(data, context=context))
        except ValidationError as fault:
            places = [error["loc"] for error in fault.errors(include_url=False, include_context=False)]
        if not sum(_take_out(data, place) for place in places):
            return None
    return None


def _take_out(data: dict[str, Any], place: tuple[int | str, ...]) -> bool:
    """Take out the innermost key on the way to `place`. Items stay, so that those after them keep their numbers."""
    group, key, current = data, "", cast("Any", data)
    for segment in place:
        if isinstance(current, dict) and segment in current:
            group, key = current, str(segment)
            current = current[segment]
        elif isinstance(current, list | tuple) and isinstance(segment, int) and segment < len(current):
            current = current[segment]
    return group.pop(key, None) is not None


@cache
def _lenient(model: type[BaseModel]) -> type[BaseModel]:
    """Return the model with no key that is needed, nor in the groups inside it. No model contains itself."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        annotation = _without_needs(field.annotation)
        if name != "id" and (field.is_required() or annotation != field.annotation):
            default = field.get_default(call_default_factory=True)
            if field.is_required():
                default = () if get_origin(annotation) is tuple else None
            kept = Annotated[(annotation, *field.metadata)] if field.metadata else annotation
            fields[name] = (kept, Field(default))
    return create_model(model.__name__, __base__=model, **fields)


def _without_needs(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _lenient(annotation)
    pieces = get_args(annotation)
    lenient = tuple(_without_needs(piece) for piece in pieces)
    if lenient == pieces:
        return annotation
    origin = get_origin(annotation)
    return Union[lenient] if origin in (Union, UnionType) else origin[lenient]  # noqa: UP007 - made at run time
