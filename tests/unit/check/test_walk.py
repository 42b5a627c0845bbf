"""Walking a record reaches every field of a type, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.check.walk import parts_of, strings_of, texts_of
from generator.load.loader import load
from generator.model.base import DurationRange, Part, Record
from generator.model.build import build_catalog
from generator.model.fields.text import Text
from generator.paths import PortalPaths
from tests.support.portal import SMALL

LOADED = load(PortalPaths(SMALL))
CATALOG, _ = build_catalog(LOADED.documents, LOADED.pages, LOADED.failed)
RECORDS = [pytest.param(record, id="/".join(record.key)) for record in CATALOG]


def everything(value: object) -> Iterator[object]:
    """Every value inside a record, found without looking at types."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from everything(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from everything(item)


@pytest.mark.parametrize("record", RECORDS)
def test_texts_of_reaches_every_text(record: Record) -> None:
    """The texts found by types are those found by looking at all values."""
    expected = [id(value) for value in everything(record) if isinstance(value, Text)]
    assert expected == [id(text) for _, text in texts_of(record)]


@pytest.mark.parametrize("record", RECORDS)
def test_paths_lead_to_the_value(record: Record) -> None:
    """Following a key path through the record ends at the text that was given with it."""
    for path, text in texts_of(record):
        value: Any = record
        for segment in path:
            value = value[segment] if isinstance(segment, int) else getattr(value, segment)
        assert value is text


def test_parts_of_reaches_nested_parts() -> None:
    """Durations are found at the top of a programme and inside its steps."""
    programme = CATALOG.by_key["programmes", "broen-mentor"]
    assert [path for path, _ in parts_of(programme, DurationRange)] == [
        ("duration",),
        ("steps", 1, "duration"),
    ]


def test_strings_of_has_lines_and_translations() -> None:
    """One-line facts stand with their path, translations with their language at its end."""
    found = dict(strings_of(CATALOG.by_key["organisations", "broen"]))
    assert [
        found["name", "da"],
        found["name", "en"],
        found["legal_name",],
    ] == ["Foreningen Broen", "The Bridge Association", "Foreningen Broen"]


def test_strings_of_leaves_ids_alone() -> None:
    """Ids, dates and addresses are no strings for readers."""
    testimonial = CATALOG.by_key["testimonials", "mentor-odense"]
    assert {"quotation", "job_title"} == {path[0] for path, _ in strings_of(testimonial)}


def test_strings_of_reads_own_pages() -> None:
    """Title, summary and body of a page are found in each language."""
    page: Part = CATALOG.pages[0]
    languages = [
        ("title", "da"),
        ("title", "en"),
        ("summary", "da"),
        ("summary", "en"),
        ("body", "da"),
        ("body", "en"),
    ]
    assert languages == [path for path, _ in strings_of(page)]


def test_small_portal_is_where_it_should_be() -> None:
    """The small portal has records of every kind, so that the walks above meet every model."""
    kinds = {path.name for path in Path(SMALL / "content").iterdir()} | {"sites"}
    assert kinds == {record.kind for record in CATALOG}
