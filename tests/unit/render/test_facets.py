"""By what lists can be narrowed down: places by area, languages, programmes, roles, hours a month."""

from __future__ import annotations

import pytest

from generator.model.programme import Programme
from generator.render.facets import (
    MOST_VALUES,
    ONLINE,
    Facet,
    directory_facets,
    home_place,
    programme_facets,
    time_values,
)
from tests.support.records import (
    COORDINATOR,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    view_of,
)

BASE = {"organisations/association.yml": ORGANISATION, "sites/portal.yml": SITE}
PLACES = {
    "places/funen.yml": changed(PLACE, name="Funen", place_type="region"),
    "places/odense.yml": changed(PLACE, part_of="funen"),
    "places/aarhus.yml": changed(PLACE, name="Aarhus"),
    "places/house.yml": changed(PLACE, name="House", place_type="venue", part_of="odense"),
}


def people(**records: dict[str, str]) -> dict[str, Facet]:
    """The facets of a directory of some coordinators of a programme everywhere."""
    everywhere = changed(PROGRAMME, places="[funen, odense, aarhus, house]")
    files = {f"coordinators/{id}.yml": changed(COORDINATOR, **keys) for id, keys in records.items()}
    catalog = catalog_of({**BASE, **PLACES, "programmes/bridge.yml": everywhere, **files})
    return {facet.name: facet for facet in directory_facets(view_of(catalog))}


def programmes(**records: dict[str, str]) -> dict[str, Facet]:
    """The facets of a list of some programmes."""
    files = {f"programmes/{id}.yml": changed(PROGRAMME, **keys) for id, keys in records.items()}
    person = changed(COORDINATOR, programmes="[one]", languages="[da, ar]")
    found = catalog_of({**BASE, **PLACES, "coordinators/person.yml": person, **files})
    return {facet.name: facet for facet in programme_facets(view_of(found))}


FOUR: dict[str, dict[str, str]] = {
    "aarhus": {"places": "[aarhus]"},
    "odense": {"places": "[odense]", "languages": "[da, uk]"},
    "region": {"places": "[funen]", "languages": "[ar]"},
    "general": {},
}


def test_somebody_for_a_region_is_found_in_its_cities_and_the_other_way_round() -> None:
    """A place is met by who serves it, what is around it or what is inside; a venue cannot be chosen."""
    city = people(**FOUR)["city"]
    assert (city.values, {id: sorted(values) for id, values in city.of.items()}) == (
        ("aarhus", "funen", "odense"),
        {"aarhus": ["aarhus"], "odense": ["funen", "odense"], "region": ["funen", "odense"]},
    )


def test_languages_are_those_that_somebody_speaks() -> None:
    """The values of a coordinator are their languages, by code."""
    language = people(**FOUR)["language"]
    assert (language.values, language.of["odense"]) == (("ar", "da", "uk"), {"da", "uk"})


def test_a_question_with_one_answer_is_not_asked() -> None:
    """All coordinators belong to the only programme: there is nothing to choose."""
    assert "programme" not in people(**FOUR)


def test_a_question_that_narrows_nothing_down_is_not_asked() -> None:
    """Where everybody speaks the same two languages no choice would hide a card."""
    same = {id: {**keys, "languages": "[da, en]"} for id, keys in FOUR.items()}
    assert "language" not in people(**same)


def test_a_short_list_has_no_form() -> None:
    """Three cards are read at a glance."""
    assert people(**{id: FOUR[id] for id in ("aarhus", "odense", "region")}) == {}


def test_of_many_values_those_of_most_cards_are_offered() -> None:
    """No more than thirty programmes can be chosen, the most used among them; the others keep no mark."""
    names = [f"bridge-{number:02}" for number in range(MOST_VALUES + 2)]
    files = {f"programmes/{name}.yml": PROGRAMME for name in names}
    for name in (*names, names[-1]):
        id = f"{name}-again" if f"coordinators/{name}.yml" in files else name
        files[f"coordinators/{id}.yml"] = changed(COORDINATOR, programmes=f"[{name}]")
    (facet,) = directory_facets(view_of(catalog_of({**BASE, **files})))
    assert (facet.values, facet.of[names[-2]]) == ((*names[: MOST_VALUES - 1], names[-1]), frozenset())


def test_all_places_can_be_chosen() -> None:
    """Readers find their own city, however many there are."""
    names = [f"place-{number:03}" for number in range(100)]
    files = {f"places/{name}.yml": changed(PLACE, name=name) for name in names}
    files |= {f"coordinators/{name}.yml": changed(COORDINATOR, places=f"[{name}]") for name in names}
    everywhere = changed(PROGRAMME, places=f"[{', '.join(names)}]")
    view = view_of(catalog_of({**BASE, **files, "programmes/bridge.yml": everywhere}))
    assert [facet.values for facet in directory_facets(view)] == [tuple(names)]


@pytest.mark.parametrize(
    ("own", "place", "group"),
    [
        (("funen", "odense"), "odense", "odense"),
        (("aarhus", "funen"), "odense", "funen"),
        (("odense", "aarhus"), "funen", "odense"),
    ],
    ids=["the place itself", "the nearest around it", "else the first"],
)
def test_somebody_in_several_groups_is_found_in_one(own: tuple[str, ...], place: str, group: str) -> None:
    """For one place nobody is shown twice."""
    assert home_place(catalog_of(PLACES), own, place) == group


NEAR: dict[str, dict[str, str]] = {
    "one": {"places": "[odense]", "programme_mode": "blended"},
    "two": {"places": "[aarhus]", "meetings": "{hours: 2, per: month}"},
    "three": {"meetings": "{hours: 2, per: week}"},
    "four": {"places": "[aarhus]", "roles": "{mentor: {}, mentee: {}, organisation: {}}"},
}


def test_a_programme_is_found_where_it_is_or_online() -> None:
    """One that does not say where it is may be anywhere."""
    city = programmes(**NEAR)["city"]
    assert {id: sorted(values) for id, values in city.of.items()} == {
        "one": [ONLINE, "funen", "odense"],
        "two": ["aarhus"],
        "three": ["aarhus", "funen", "odense"],
        "four": ["aarhus"],
    }


def test_a_programme_has_the_languages_of_its_coordinators() -> None:
    """One asks in a language that somebody there speaks."""
    assert programmes(**NEAR)["language"].of["one"] == {"ar", "da"}


def test_roles_are_those_that_a_programme_has() -> None:
    """Mentors and mentees take part everywhere, organisations in some."""
    found = programmes(**NEAR)["role"]
    assert (found.values, found.of["one"]) == (("mentee", "mentor", "organisation"), {"mentor", "mentee"})


def test_hours_are_compared_in_a_month() -> None:
    """Two hours a week are more than eight a month; who does not know says nothing."""
    found = programmes(**NEAR)["time"]
    assert (found.values, found.of["three"], found.of["one"]) == (("0-2", "8-"), {"8-"}, frozenset())


@pytest.mark.parametrize(
    ("meetings", "value"),
    [
        ("{hours: 2, per: month}", "0-2"),
        ("{hours: 2.5, per: month}", "2-4"),
        ("{hours: 1, per: week}", "4-8"),
        ("{hours: 8, per: month}", "4-8"),
        ("{hours: 9, per: month}", "8-"),
    ],
)
def test_the_upper_end_of_a_range_belongs_to_it(meetings: str, value: str) -> None:
    """Whoever has up to two hours finds what takes two hours."""
    files = {**BASE, "programmes/bridge.yml": changed(PROGRAMME, meetings=meetings)}
    programme = catalog_of(files).get(Programme, "bridge")
    assert programme is not None
    assert time_values(programme.meetings) == (value,)
