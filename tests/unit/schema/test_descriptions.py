"""What the keys mean is read from the sources of the models, inherited keys too."""

from __future__ import annotations

from generator.model.base import Part
from generator.model.coordinator import Coordinator
from generator.model.kinds import MODELS
from generator.schema.descriptions import descriptions_of


class Outer(Part):
    """A group."""

    first: int
    """What comes
    first."""
    second: int
    third: int
    """The last one."""


class Inner(Outer):
    """A group with one more."""

    third: int
    """Another last one."""
    fourth: int
    """More."""


def test_texts_below_fields() -> None:
    """A text belongs to the field above it, on one line; a field without one has none."""
    assert descriptions_of(Outer) == {"first": "What comes first.", "third": "The last one."}


def test_a_base_is_described_too() -> None:
    """Fields of a base keep their text unless the model has another."""
    assert descriptions_of(Inner) == {
        "first": "What comes first.",
        "third": "Another last one.",
        "fourth": "More.",
    }


def test_every_key_of_every_record_is_described() -> None:
    """No key is without words, those that all records have included."""
    assert "review_by" in descriptions_of(Coordinator)
    for model in MODELS.values():
        assert set(model.model_fields) <= descriptions_of(model).keys() | {"kind"}
