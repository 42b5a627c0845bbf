"""Fields that name another record or a word of a vocabulary.

A reference is the id as text; the marker says what it must point to. Whether the target exists is for rules
to say, which find every reference of a record with `references_of`, and those of a file that is none with
`references_in`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.limits import LIMITS
from generator.load.names import is_slug
from generator.load.node import Mapping, Node, Path, Scalar, Sequence, Translated
from generator.model.fields.scalars import Slug


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points to: a kind of record, or with `vocabulary` a term of that vocabulary."""

    kind: str
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference found in a record: where it stands, what it says, and what it must point to."""

    path: Path
    id: str
    target: Target


ProgrammeRef = Annotated[Slug, Target("programmes")]
OrganisationRef = Annotated[Slug, Target("organisations")]
CoordinatorRef = Annotated[Slug, Target("coordinators")]
PlaceRef = Annotated[Slug, Target("places")]
TestimonialRef = Annotated[Slug, Target("testimonials")]
MediaRef = Annotated[Slug, Target("media")]
TopicRef = Annotated[Slug, Target("vocabulary", "topics")]
PartnerTypeRef = Annotated[Slug, Target("vocabulary", "partner-types")]
ProgrammeTypeRef = Annotated[Slug, Target("vocabulary", "programme-types")]


def references_of(model: BaseModel, path: Path = ()) -> Iterator[Reference]:
    """Yield every reference inside `model`, in field order, with its key path."""
    values = model.__dict__
    for name, target in _ways(type(model)):
        value = values[name]
        if value is None:
            continue
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            place: Path = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, BaseModel):
                yield from references_of(item, place)
            elif target and isinstance(item, str):
                yield Reference(place, item, target)


def references_in(root: Mapping, model: type[BaseModel], path: Path = ()) -> Iterator[Reference]:
    """Yield the references in a file that cannot be read as `model`: usable ids where a reference is expected.

    What is no usable id, or stands in another shape, is what keeps the file from being read.
    """
    for name, target in _ways(model):
        entry = root.get(name)
        annotation = model.model_fields[name].annotation
        for place, node in _items(entry.value, (*path, name), annotation) if entry else ():
            if isinstance(node, Mapping):
                for inner in _models_in(annotation):
                    yield from references_in(node, inner, place)
            elif target and isinstance(node, Scalar) and _is_id(node.text):
                yield Reference(place, node.text, target)


def _items(node: Node, path: Path, annotation: Any) -> Iterator[tuple[Path, Node]]:
    """Yield a value, or the items of a list where one is expected."""
    node = node.source if isinstance(node, Translated) else node
    if _is_list(annotation) != isinstance(node, Sequence):
        return
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield (*path, index), item.source if isinstance(item, Translated) else item
    else:
        yield path, node


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(piece) for piece in get_args(annotation))


def _is_id(text: str) -> bool:
    return is_slug(text) and len(text) <= LIMITS.id_characters


def targets_of(model: type[BaseModel]) -> dict[str, Target]:
    """Return what the fields of a model point to, by name; fields that are no references are left out."""
    return {name: target for name, target in _shape(model) if target}


@cache
def _shape(model: type[BaseModel]) -> tuple[tuple[str, Target | None], ...]:
    shapes = []
    for name, field in model.model_fields.items():
        target = next((mark for mark in field.metadata if isinstance(mark, Target)), None)
        shapes.append((name, target or _target_in(field.annotation)))
    return tuple(shapes)


@cache
def _ways(model: type[BaseModel]) -> tuple[tuple[str, Target | None], ...]:
    """The fields that are references or lead to some. No model contains itself."""
    return tuple(
        (name, target)
        for name, target in _shape(model)
        if target or any(_ways(inner) for inner in _models_in(model.model_fields[name].annotation))
    )


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for piece in get_args(annotation):
        yield from _models_in(piece)


def _target_in(annotation: Any) -> Target | None:
    if get_origin(annotation) is Annotated:
        marks = get_args(annotation)[1:]
        return next((mark for mark in marks if isinstance(mark, Target)), None)
    return next((found for part in get_args(annotation) if (found := _target_in(part))), None)
