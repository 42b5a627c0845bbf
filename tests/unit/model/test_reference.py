"""References: every field that names another record is found, in every kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.model.build import build_catalog
from generator.model.fields.reference import Reference, Target, references_in, references_of
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


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_has_the_references_of_its_record(kind: str) -> None:
    """Without a record, each is found in the file with the same way, whatever else is wrong there."""
    record = Filler(kind).record()
    whole = document(kind, "full", as_yaml(record))
    catalog, _ = build_catalog([whole], ())
    found = sorted(map(str, catalog.references[(kind, "full")]))
    assert found == sorted(map(str, references_in(whole.root, MODELS[kind])))
    broken = document(kind, "full", as_yaml({**record, "unknown": {"programme": "bridge"}}))
    assert build_catalog([broken], ())[0].broken == {(kind, "full")}
    assert found == sorted(map(str, references_in(broken.root, MODELS[kind])))


@pytest.mark.parametrize(
    "values",
    [
        {"programme": "[bridge]"},
        {"programme": "{id: bridge}"},
        {"programme": "The Bridge"},
        {"programme": ""},
        {"places": "odense", "programme": ""},
        {"places": "[[odense]]", "programme": ""},
        {"info_meetings": "{place: hall}", "programme": ""},
        {"info_meetings": "[hall]", "programme": ""},
    ],
)
def test_another_shape_is_no_reference(values: dict[str, str]) -> None:
    """What cannot be an id, or stands where something else is expected, is told as that and as nothing else."""
    call = document("calls", "call", changed(CALL, **values))
    assert tuple(references_in(call.root, MODELS["calls"])) == ()


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
