"""Records in which every field of the model is filled in with a value of its own, found by walking the model.

A leaf is one value with the way to it and what readers see of it; nothing here lists fields by name, except where
two of them depend on each other. References lead to `<kind>-a`, those to the record's own kind to `<kind>-b`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.load.node import Path
from generator.model.base import Record
from generator.model.fields import codes, contact, scalars, texts
from generator.model.fields.reference import Target
from generator.model.kinds import MODELS
from generator.model.media import Media
from generator.text import formats
from tests.support.records import MINIMAL, changed

_CHOSEN = {
    "status": ("temporarily_closed", "scheduled", "live"),
    "place_type": ("city",),
    "navigation": (),
    "audience": ("employer",),
    "state_override": ("full",),
}
_DAYS = {
    "given_on": date(2026, 1, 1),
    "valid_from": date(2026, 1, 2),
    "opens_on": date(2026, 11, 1),
    "starts_on": date(2026, 12, 24),  # in another year than the last day, so that a span says both in full
}
_UNSET = {
    ("sites", "navigation"),  # the usual navigation shows every section
    ("sites", "select"),  # taken over from the minimal site: everything
    ("sites", "legal"),  # names pages, which are no records
    ("calls", "rolling"),  # stands in place of `closes_on`
    ("media", "decorative"),  # stands in place of `alt`
    ("sites", "redirects"),  # makes addresses, and is part of no page; so are former ids
    *((kind, "former_ids") for kind in ("programmes", "places", "calls", "guides", "stories")),
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value. `shown` is what a page must have of it, empty for a choice; `other` is another right value."""

    kind: str
    path: Path
    typed: str
    shown: str
    other: str = ""

    @property
    def field(self) -> str:
        """The way without positions in lists: `roles.mentor.tasks.text`."""
        return ".".join(str(part) for part in self.path if isinstance(part, str))


class Filler:
    """Fills one record; remembers its leaves."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.leaves: list[Leaf] = []
        self._numbers = count(1 + 100 * list(MODELS).index(kind))

    def record(self) -> dict[str, Any]:
        """Return the record as YAML's plain data."""
        return self._group(MODELS[self.kind], ())

    def _group(self, model: type[BaseModel], path: Path) -> dict[str, Any]:
        filled = {}
        for name, field in model.model_fields.items():
            if (self.kind, name) in _UNSET or (name == "id" and issubclass(model, Record)):
                continue
            filled[name] = self._value(field.annotation, tuple(field.metadata), (*path, name))
        return filled

    def _value(self, annotation: Any, marks: tuple[Any, ...], path: Path) -> Any:
        origin = get_origin(annotation)
        if origin is Annotated:
            base, *more = get_args(annotation)
            return self._value(base, (*more, *marks), path)
        if origin in (Union, UnionType):
            inner = next(part for part in get_args(annotation) if part is not type(None))
            return self._value(inner, marks, path)
        if origin is tuple:
            return self._list(get_args(annotation)[0], path)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._group(annotation, path)
        typed, shown, other = self._leaf(
            annotation, marks, str(path[-1] if isinstance(path[-1], str) else path[-2])
        )
        self.leaves.append(Leaf(self.kind, path, typed, shown, other))
        return typed

    def _list(self, inner: Any, path: Path) -> list[Any]:
        choices = _choices(inner)
        if choices:
            return list(choices)  # a scope or the days of a week: all of them
        return [self._value(inner, (), (*path, 0))]

    def _leaf(self, annotation: Any, marks: tuple[Any, ...], name: str) -> tuple[str, str, str]:
        number = next(self._numbers)
        target = next((mark for mark in marks if isinstance(mark, Target)), None)
        if target:
            return _id_of(target, self.kind), "", _id_of(target, "", "c")
        if get_origin(annotation) is Literal:
            first, *others = [*_CHOSEN.get(name, ()), *get_args(annotation)]
            words = [word for word in (first, *others) if word in get_args(annotation)]
            return words[0], "", next(word for word in words if word != words[0])
        return next(found for mark in marks if (found := _typed(mark, number, name)))


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _mark(kind: Any) -> Any:
    return get_args(kind)[1]


def _typed(mark: Any, number: int, name: str) -> tuple[str, str, str] | None:
    day = _DAYS.get(name, date(2027, 1, 1) + timedelta(number))
    word = f"quux{number:04}"
    minute = f"{number % 60:02}"
    known = {
        _mark(texts.Label): (f"{word} label", word, ""),
        _mark(texts.Prose): (f"## Part\n\n{word} prose", word, ""),
        _mark(texts.Line): (f"{word} line", word, ""),
        _mark(contact.WebUrl): (f"https://{word}.example.org/", f"{word}.example.org", ""),
        _mark(contact.Email): (f"{word}@example.org", f"{word}@example.org", ""),
        _mark(contact.Phone): (f"32 12 {number // 100:02} {number % 100:02}",) * 2 + ("",),
        _mark(scalars.Integer): (str(210 + number), str(210 + number), ""),
        _mark(scalars.Number): (f"{number}.5", f"{number}.5", ""),
        _mark(scalars.IsoDate): (day.isoformat(), formats.date(day, "en"), ""),
        _mark(scalars.LocalTime): (f"10:{minute}", f"10:{minute}", ""),
        _mark(scalars.Month): ("5", "May", ""),
        _mark(scalars.DayOfMonth): (str(1 + number % 28), str(1 + number % 28), ""),
        _mark(scalars.LocalDateTime): (f"{day} 11:{minute}", f"11:{minute}", ""),
        _mark(scalars.Slug): (word, "", f"{word}-other"),
        _mark(scalars.Boolean): ("true", "", "false"),
        _mark(scalars.Colour): ("#0b5c7a", "#0b5c7a", ""),
        _mark(codes.Country): ("DK", "", "NO"),
        _mark(codes.TimeZone): ("Europe/Copenhagen", "", "Europe/Kyiv"),
        _mark(codes.Language): ("en", "", "uk"),
        _mark(codes.CefrLevel): ("B1", "", "C1"),
        Media.model_fields["file"].metadata[0]: ("picture.png", "picture.png", ""),
    }
    return next((value for known_mark, value in known.items() if known_mark is mark), None)


def _id_of(target: Target, kind: str, letter: str = "a") -> str:
    letter = "b" if target.kind == kind else letter
    return f"{target.vocabulary or target.kind}-{letter}"


def _small(kind: str, letter: str) -> str:
    text = MINIMAL[kind]
    if letter == "c":
        names = {"name": "Third", "role": "Third", "quotation": "Third", "file": "third.png"}
        text = changed(text, **{key: value for key, value in names.items() if f"\n{key}:" in f"\n{text}"})
    own = {"organisation": "organisations-a", "programme": "programmes-a", "programmes": "[programmes-a]"}
    present = {key: value for key, value in own.items() if f"\n{key}:" in f"\n{text}"}
    return changed(text, **present)


def records() -> tuple[dict[str, dict[str, Any]], dict[str, str], tuple[Leaf, ...]]:
    """Return the full records by file, the small ones they refer to as YAML, and all leaves."""
    full: dict[str, dict[str, Any]] = {}
    leaves: list[Leaf] = []
    for kind in MODELS:
        if kind == "vocabulary":
            continue
        filler = Filler(kind)
        full[f"{kind}/{kind}-a.yml"] = filler.record()
        leaves += filler.leaves
    site = full.pop("sites/sites-a.yml")
    full["sites/portal.yml"] = {**site, "languages": ["en"], "select": [{"all": "true"}]}
    small = {
        f"{kind}/{kind}-b.yml": _small(kind, "b") for kind in ("organisations", "coordinators", "places")
    }
    for kind in ("programmes", "organisations", "coordinators", "places", "testimonials", "media"):
        small[f"{kind}/{kind}-c.yml"] = _small(kind, "c")
    for name in ("topics", "partner-types", "programme-types"):
        small[f"vocabulary/{name}.yml"] = (
            f"terms: [{{id: {name}-a, name: Word}}, {{id: {name}-c, name: Third}}]\n"
        )
    return full, small, tuple(leaves)


def as_yaml(record: dict[str, Any]) -> str:
    """Return plain data as YAML flow; keys without a value are left out."""
    return json.dumps(_given(record), ensure_ascii=False) + "\n"


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _given(part) for key, part in value.items() if part is not None}
    return [_given(part) for part in value] if isinstance(value, list) else value


def with_value(record: dict[str, Any], path: Path, value: str) -> dict[str, Any]:
    """Return a copy of a record with another value at a place."""
    copy = json.loads(json.dumps(record))
    *way, last = path
    place = copy
    for part in way:
        place = place[part]
    place[last] = value
    return copy
