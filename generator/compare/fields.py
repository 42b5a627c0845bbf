"""Where two states of a record differ, field by field.

Takes two models of one type, returns leaves: a path of field names and ids, and both values. Points of lists are
found by their `id`; what a value means to readers is said in `values`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.model.base import Address, DurationRange

_WHOLE = (Address, DurationRange)
"""Groups that are one fact to readers."""
POINT = "#"
"""Stands before the id of a point of a list in a path."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One difference. A missing value is `None`; `holder` is the model that has the last field of the path."""

    path: Path
    holder: type[BaseModel]
    before: object
    after: object

    @property
    def field(self) -> str:
        """The field in which the values stand."""
        return next(name for name in reversed(self.path) if not name.startswith(POINT))


def differences(before: BaseModel, after: BaseModel, path: Path = ()) -> Iterator[Leaf]:
    """Yield every difference between two states, in field order."""
    model = type(after)
    for name in model.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old == new or name == "id" or (not path and name in _excluded(model)):
            continue
        yield from _values((*path, name), model, old, new)


def _excluded(model: type[BaseModel]) -> frozenset[str]:
    """Fields of own pages that say where they are, not what they say."""
    return frozenset({"site", "name", "places"}) if model.__name__ == "SitePage" else frozenset()


def _values(path: Path, model: type[BaseModel], old: object, new: object) -> Iterator[Leaf]:
    if isinstance(old, BaseModel) and isinstance(new, BaseModel) and not isinstance(new, _WHOLE):
        yield from differences(old, new, path)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _are_groups((*old, *new)):
        yield from _lists(path, model, old, new)
    else:
        empty: tuple[object, ...] = (None, ())
        yield Leaf(path, model, None if old in empty else old, None if new in empty else new)


def _are_groups(items: tuple[object, ...]) -> bool:
    return all(isinstance(item, BaseModel) for item in items)


def _lists(
    path: Path, model: type[BaseModel], old: tuple[BaseModel, ...], new: tuple[BaseModel, ...]
) -> Iterator[Leaf]:
    one, other = _named(old), _named(new)
    for name in [*(name for name in one if name not in other), *other]:
        before, after = one.get(name), other.get(name)
        if before == after:
            continue
        if before is not None and after is not None:
            yield from differences(before, after, (*path, f"{POINT}{name}"))
        else:
            yield Leaf((*path, f"{POINT}{name}"), model, before, after)
    kept = [name for name in one if name in other]
    if kept != [name for name in other if name in one]:
        yield Leaf(path, model, tuple(kept), tuple(name for name in other if name in one))


def _named(items: tuple[BaseModel, ...]) -> dict[str, BaseModel]:
    """Points by id; those that have none by their number, as long as each stays in its place."""
    return {str(getattr(item, "id", number)): item for number, item in enumerate(items, 1)}
