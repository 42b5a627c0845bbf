"""The directory and the pages of places: who comes first, and that nobody stands there more often than needed."""

from __future__ import annotations

import re
from typing import Any

from generator.model.place import Place
from generator.render.views import lists
from generator.render.views.home import place
from tests.support.output import page_at, voice_at
from tests.support.records import (
    COORDINATOR,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]", contact="lead"),
    "places/odense.yml": PLACE,
    "coordinators/lead.yml": changed(COORDINATOR, role="Lead", places="[odense]", deputy="deputy"),
    "coordinators/deputy.yml": changed(COORDINATOR, role="Deputy", places="[odense]", deputy="lead"),
    "sites/portal.yml": changed(SITE, contact="lead"),
}
FUNEN = changed(PLACE, name="Funen", place_type="region")
BOTH = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[funen]"),
    "programmes/local.yml": changed(PROGRAMME, places="[odense]"),
    "places/odense.yml": changed(PLACE, part_of="funen"),
    "places/funen.yml": FUNEN,
    "coordinators/lead.yml": changed(COORDINATOR, role="Lead", places="[funen, odense]"),
    "sites/portal.yml": changed(SITE, contact="lead"),
}


def groups(files: dict[str, str]) -> list[tuple[list[str], list[str]]]:
    """The groups of the directory: names of places, roles of people."""
    found: Any = lists.coordinators(voice_at(plan_of(catalog_of(files)), "coordinators/"))["groups"]
    return [
        (
            [str(link.title) for link in group.item.places],
            [str(card.item.role) for card in group.inside],
        )
        for group in found
    ]


def test_the_contact_comes_before_who_stands_in() -> None:
    """Also where each of two stands in for the other, whatever their ids are."""
    assert groups(FILES) == [(["Odense"], ["Lead", "Deputy"])]


def test_the_page_of_a_place_has_the_same_order() -> None:
    """The coordinator first, then the deputy."""
    plan = plan_of(catalog_of(FILES))
    record = plan.view.get(Place, "odense")
    assert record is not None
    cards: Any = place(voice_at(plan, "places/odense/"), record)["coordinators"]
    assert [str(card.role) for card in cards] == ["Lead", "Deputy"]


def test_places_with_the_same_people_stand_together() -> None:
    """One card under the names of all of its places."""
    assert groups(BOTH) == [(["Funen", "Odense"], ["Lead"])]


def told(route: str, role: str, **files: str) -> list[str]:
    """The labels of what the card of somebody says on a page."""
    html = page_at(plan_of(catalog_of({**BOTH, **files})), route).html
    card = next(part for part in html.split("<article")[1:] if f">{role}</h" in part)
    return re.findall("<dt>([^<]*)</dt>", card.partition("</article>")[0])


def test_a_card_does_not_repeat_its_heading() -> None:
    """Below the names of all of its places a card has none; where one of them stands alone, it says all."""
    two = changed(COORDINATOR, role="Lead", places="[funen, odense]", programmes="[bridge, local]")
    other = changed(COORDINATOR, role="Other", places="[odense]")
    assert ("Where" in told("coordinators/", "Lead"), "Where" in told("places/odense/", "Lead")) == (
        False,
        True,
    )
    assert [
        "Where" in told("coordinators/", role, **{"coordinators/lead.yml": two, "coordinators/o.yml": other})
        for role in ("Lead", "Other")
    ] == [True, False]


def test_on_the_page_of_a_programme_a_card_says_nothing_of_the_whole_page() -> None:
    """Neither the programme nor who runs it; another programme or employer is told."""
    two = changed(COORDINATOR, role="Lead", places="[funen]", programmes="[bridge, local]")
    guest = changed(COORDINATOR, role="Guest", places="[funen]", organisation="guests")
    files = {
        "coordinators/lead.yml": two,
        "coordinators/guest.yml": guest,
        "organisations/guests.yml": changed(ORGANISATION, name="Guests"),
    }
    labels = {"Programmes", "Organisation"}
    assert [labels & set(told("programmes/bridge/", role, **files)) for role in ("Lead", "Guest")] == [
        {"Programmes"},
        {"Organisation"},
    ]


def test_in_a_small_directory_a_person_is_shown_once() -> None:
    """The contact below is a link to their card above."""
    html = page_at(plan_of(catalog_of(BOTH)), "coordinators/").html
    assert (html.count('id="coordinator-lead"'), len(re.findall(r"<article", html))) == (1, 1)
    assert '<a href="#coordinator-lead">Lead</a>' in html.partition('id="contact"')[2]


def test_a_city_has_the_programmes_of_its_region() -> None:
    """In the list of places as on its own page."""
    found: Any = lists.places(voice_at(plan_of(catalog_of(BOTH)), "places/"))["places"]
    assert [(str(entry.link.title), len(entry.programmes)) for entry in found] == [
        ("Funen", 2),
        ("Odense", 2),
    ]


def test_whoever_answers_for_a_region_is_stated_on_the_pages_of_its_cities() -> None:
    """What machines read is what people read."""
    files = {**BOTH, "coordinators/lead.yml": changed(COORDINATOR, role="Lead", places="[funen]")}
    head = str(page_at(plan_of(catalog_of(files)), "places/odense/").view["head"])
    assert '"contactType":"Lead"' in head.replace(" ", "")
