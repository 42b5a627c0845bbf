"""References: every field that names another record is found, in every kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.model.build import build_catalog
from generator.model.fields.reference import Reference, Target, references_of
from generator.model.kinds import MODELS
from tests.support.maximal import Filler, as_yaml
from tests.support.records import CALL, PROGRAMME, changed, document

KINDS = [kind for kind in MODELS if kind not in ("vocabulary", "sites")]


def marked(model: type[BaseModel], way: tuple[str, ...] = ()) -> Iterator[tuple[str, Target]]:
    """The fields of a model that carry a target, by name alone and by another way than the code under test."""
    for name, field in model.model_fields.items():
        for piece in (*field.metadata, *pieces(field.annotation)):
            if isinstance(piece, Target):
                yield ".".join((*way, name)), piece
            elif isinstance(piece, type) and issubclass(piece, BaseModel):
                yield from marked(piece, (*way, name))


def pieces(annotation: Any) -> Iterator[Any]:
    """An annotation and all of its arguments."""
    yield annotation
    for part in get_args(annotation):
        yield from pieces(part)


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_of_a_full_record_is_found(kind: str) -> None:
    """A record in which every field is filled in has one reference for each field with a target."""
    text = as_yaml(Filler(kind).record())
    catalog, findings = build_catalog([document(kind, "full", text)], ())
    found = {
        (".".join(str(part) for part in reference.path if isinstance(part, str)), reference.target)
        for reference in catalog.references[(kind, "full")]
    }
    assert (findings, sorted(map(str, marked(MODELS[kind])))) == ((), sorted(map(str, found)))


def test_a_reference_has_its_way_and_id() -> None:
    """The path leads through groups and lists to the id as typed."""
    text = changed(
        CALL, info_meetings="[{id: a, starts: 2026-11-20 17:00, place: hall}]", places="[odense, aarhus]"
    )
    catalog, _ = build_catalog([document("calls", "call", text)], ())
    assert catalog.references["calls", "call"] == (
        Reference(("programme",), "bridge", Target("programmes")),
        Reference(("places", 0), "odense", Target("places")),
        Reference(("places", 1), "aarhus", Target("places")),
        Reference(("info_meetings", 0, "place"), "hall", Target("places")),
    )


def test_words_of_a_vocabulary_are_references_too() -> None:
    """A controlled word names its vocabulary."""
    catalog, _ = build_catalog([document("programmes", "bridge", changed(PROGRAMME, topics="[work]"))], ())
    programme = next(iter(catalog))
    assert Reference(("topics", 0), "work", Target("vocabulary", "topics")) in tuple(references_of(programme))
