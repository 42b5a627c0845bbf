"""Ids made from names."""

from __future__ import annotations

import pytest

from generator.scaffold.ids import free_id, id_from


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Mentorer søges i Århus, forår 2027", "mentorer-soeges-i-aarhus-foraar-2027"),
        ("Straße & Brücke", "strasse-bruecke"),
        ("  İş / Çalışma ", "is-calisma"),
        ("منسقة", "coordinator"),
        ("con", "coordinator"),
        ("a very long name " * 9, "a-very-long-name-a-very-long-name-a-very-long-name-a-very"),
    ],
)
def test_a_name_becomes_an_id(name: str, id: str) -> None:
    """Letters of our languages are spelled out; another script gives the name of the kind."""
    assert id_from(name, "coordinator") == id


def test_the_next_free_id() -> None:
    """A number is added only when it is needed, and never one that is taken."""
    assert free_id("odense", {"aarhus"}) == "odense"
    assert free_id("odense", {"odense", "odense-2"}) == "odense-3"
