"""What the models say about each key, in one shape that schemas, templates and advice are made from.

Takes a model, returns `Key` values in the order of the fields: what the key is for, whether it must be there, what
kind of value it takes. Makes no schema and reads no file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.load.node import Path
from generator.model.base import Part, Record
from generator.model.fields import codes, contact, scalars, texts
from generator.model.fields.reference import Target
from generator.model.fields.site_path import SitePath
from generator.model.kinds import MODELS
from generator.model.media import Media
from generator.schema.descriptions import descriptions_of

TEXTS = frozenset({"label", "prose"})
"""Types of value that are translated; all others are facts."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a group. `form` names the kind of value: `label`, `date`, `choice`, `group` …

    `group` is the model of a group of keys; `choices` are the words of a short list; with `many` the value is a
    list of such values, which may be limited to `least` at least.
    """

    owner: type[Part]
    name: str
    description: str
    required: bool
    form: str
    many: bool = False
    least: int = 0
    group: type[Part] | None = None
    choices: tuple[str, ...] = ()
    target: Target | None = None


def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """Return the keys of a group as editors write them; a record's `id` is the name of its file."""
    return _keys(model)


def keys_of_kind(kind: str) -> tuple[Key, ...]:
    """Return the keys at the top of a record of this kind."""
    return _keys(MODELS[kind])


def key_at(kind: str, path: Path) -> Key | None:
    """Return the key to which a key path leads, `None` where there is none; places in lists are passed over."""
    found: Key | None = None
    model: type[Part] | None = MODELS[kind]
    for segment in path:
        if isinstance(segment, int):
            continue
        if model is None:
            break
        found = next((key for key in _keys(model) if key.name == segment), None)
        model = found.group if found else None
    return found


@cache
def has_texts(model: type[Part]) -> bool:
    """Whether an overlay can translate something in this group: a text, or one in a list whose items have ids."""
    return any(is_translated(key) for key in _keys(model))


def is_translated(key: Key) -> bool:
    """Whether a key may stand in an overlay."""
    if key.group is None:
        return key.form in TEXTS and not key.many
    addressed = not key.many or "id" in key.group.model_fields
    return addressed and has_texts(key.group)


@cache
def _keys(model: type[Part]) -> tuple[Key, ...]:
    return tuple(
        _key(model, name, field)
        for name, field in model.model_fields.items()
        if not (name == "id" and issubclass(model, Record))
    )


def _key(owner: type[Part], name: str, field: FieldInfo) -> Key:
    annotation, marks, many = _unwrapped(field.annotation, tuple(field.metadata), False)
    description = descriptions_of(owner).get(name, "")
    required, least = field.is_required(), int(scalars.AtLeastOne in marks)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Key(owner, name, description, required, "group", many, least, annotation)
    if get_origin(annotation) is Literal:
        words = tuple(str(word) for word in get_args(annotation))
        return Key(owner, name, description, required, "choice", many, least, None, words)
    target = next((mark for mark in marks if isinstance(mark, Target)), None)
    form = "reference" if target else next(found for mark in marks if (found := _form_of(mark)))
    return Key(owner, name, description, required, form, many, least, None, (), target)


def _unwrapped(annotation: Any, marks: tuple[Any, ...], many: bool) -> tuple[Any, tuple[Any, ...], bool]:
    """Return the innermost type, all marks on the way to it, and whether there was a list."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _unwrapped(inner, (*more, *marks), many)
    if origin in (Union, UnionType):
        inner = next(part for part in get_args(annotation) if part is not type(None))
        return _unwrapped(inner, marks, many)
    if origin is tuple:
        return _unwrapped(get_args(annotation)[0], marks, True)
    return annotation, marks, many


_FORMS = {
    "label": texts.Label,
    "prose": texts.Prose,
    "line": texts.Line,
    "slug": scalars.Slug,
    "integer": scalars.Integer,
    "number": scalars.Number,
    "boolean": scalars.Boolean,
    "date": scalars.IsoDate,
    "time": scalars.LocalTime,
    "datetime": scalars.LocalDateTime,
    "month": scalars.Month,
    "day": scalars.DayOfMonth,
    "colour": scalars.Colour,
    "phone": contact.Phone,
    "email": contact.Email,
    "url": contact.WebUrl,
    "language": codes.Language,
    "country": codes.Country,
    "path": SitePath,
    "timezone": codes.TimeZone,
}
PICTURE = Annotated[str, Media.model_fields["file"].metadata[0]]


def type_of(form: str) -> Any:
    """Return the type that reads a single value of this form; not for choices and groups."""
    return PICTURE if form == "picture" else _FORMS.get("slug" if form == "reference" else form)


def _form_of(mark: Any) -> str:
    """The type whose validator this is; each type has a validator of its own."""
    if mark is get_args(PICTURE)[1]:
        return "picture"
    return next((name for name, kind in _FORMS.items() if get_args(kind)[1] is mark), "")


def models() -> tuple[type[Part], ...]:
    """Return the models of all kinds and of all groups inside them."""
    found: dict[type[Part], None] = {}
    waiting: list[type[Part]] = list(MODELS.values())
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting += [key.group for key in _keys(model) if key.group]
    return tuple(found)
