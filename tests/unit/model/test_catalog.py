"""The catalog: records by kind and id, who uses whom, and the words of vocabularies."""

from __future__ import annotations

import pytest

from generator.model.catalog import Catalog
from generator.model.place import Place
from generator.model.programme import Programme
from tests.support.records import CALL, COORDINATOR, ORGANISATION, PLACE, PROGRAMME, catalog_of, changed


def catalog() -> Catalog:
    """A programme with two calls, a coordinator and a vocabulary."""
    return catalog_of(
        {
            "organisations/association.yml": ORGANISATION,
            "programmes/bridge.yml": changed(PROGRAMME, contact="anna"),
            "coordinators/anna.yml": COORDINATOR,
            "calls/late.yml": changed(CALL, opens_on="2026-11-02"),
            "calls/soon.yml": changed(CALL, opens_on="2026-11-01"),
            "places/odense.yml": PLACE,
            "vocabulary/topics.yml": "terms: [{id: work, name: {en: Work, da: Arbejde}}]\n",
        }
    )


def test_a_record_is_found_by_model_and_id() -> None:
    """A right id of another kind, or none, finds nothing."""
    found = catalog()
    place = found.get(Place, "odense")
    assert place is not None
    assert (
        place.id,
        found.get(Place, "bridge"),
        found.get(Programme, None),
        found.get(Place, ""),
    ) == ("odense", None, None, None)


def test_users_of_a_record_are_named_once() -> None:
    """A record that refers twice to another stands once among its users."""
    assert catalog().used_by["programmes", "bridge"] == (
        ("calls", "late"),
        ("calls", "soon"),
        ("coordinators", "anna"),
    )


def test_calls_of_a_programme_are_in_order_of_opening() -> None:
    """The earliest comes first, whatever its id."""
    assert [call.id for call in catalog().calls_of["bridge"]] == ["soon", "late"]


def test_coordinators_are_found_by_programme() -> None:
    """Who answers for a programme stands in the coordinator's record."""
    assert [found.id for found in catalog().coordinators_of["bridge"]] == ["anna"]


def test_a_word_has_a_label() -> None:
    """Vocabularies give ids their words in each language."""
    found = catalog()
    term = found.term("topics", "work")
    assert term is not None
    assert (
        dict(term.items()),
        found.terms("topics"),
        found.term("topics", "play"),
    ) == ({"en": "Work", "da": "Arbejde"}, ("work",), None)


@pytest.mark.parametrize(
    ("ids", "organisations", "named"),
    [
        ((), (), ["bridge", "gate", "way"]),
        (("way", "bridge", "way", "nothing"), (), ["way", "bridge"]),
        ((), ("club", "association", "club"), ["way", "bridge", "gate"]),
        ((), ("nobody",), []),
        (("way", "gate"), ("association",), ["gate"]),
        (("nothing",), (), []),
    ],
)
def test_programmes_are_named_by_id_and_by_who_runs_them(
    ids: tuple[str, ...], organisations: tuple[str, ...], named: list[str]
) -> None:
    """Both must fit where both are given; each programme comes once, and all do when nothing is given."""
    found = catalog_of(
        {
            "organisations/association.yml": ORGANISATION,
            "organisations/club.yml": ORGANISATION,
            "programmes/bridge.yml": PROGRAMME,
            "programmes/gate.yml": PROGRAMME,
            "programmes/way.yml": changed(PROGRAMME, organisation="club"),
        }
    ).programmes_named(ids, organisations)
    assert [programme.id for programme in found] == named
