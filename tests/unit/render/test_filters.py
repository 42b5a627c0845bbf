"""The form above a list and the marks of its cards, as pages print them."""

from __future__ import annotations

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.plan.site_plan import SitePlan
from tests.support.output import page_at
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


def plan(**site: str | None) -> SitePlan:
    """The plan of a site with five programmes and five coordinators, in English, Danish, Arabic and Ukrainian."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "places/funen.yml": changed(PLACE, name="Funen", place_type="region"),
        "places/odense.yml": changed(PLACE, part_of="funen"),
        "places/aarhus.yml": changed(PLACE, name="{en: Aarhus, ar: آرهوس}"),
        "coordinators/both.yml": changed(COORDINATOR, places="[funen, odense]", languages="[ar, en]"),
        "coordinators/east.yml": changed(COORDINATOR, places="[aarhus]", programmes="[bridge, tower]"),
        "coordinators/region.yml": changed(COORDINATOR, places="[funen]"),
        "coordinators/general.yml": changed(COORDINATOR, email="all@example.org"),
        "sites/portal.yml": changed(SITE, **{"languages": "[en, da, ar, uk]", "contact": "general", **site}),
    }
    for index, id in enumerate(("bridge", "tower", "gate", "wall", "road")):
        keys = {"meetings": "{hours: 2, per: month}" if index else "{hours: 5, per: month}"}
        files[f"programmes/{id}.yml"] = changed(
            PROGRAMME, name=id.title(), places="[funen, odense, aarhus]", **keys
        )
    return plan_of(catalog_of(files))


def tree(route: str, language: str = "en") -> LexborHTMLParser:
    """A page of the site, parsed."""
    return LexborHTMLParser(page_at(plan(), route, language).html)


def options(route: str, name: str, language: str = "en") -> dict[str | None, str]:
    """The values of a question with their labels, in order."""
    return {
        node.attributes["value"]: node.text()
        for node in tree(route, language).css(f"select[name={name}] option")
    }


def test_places_are_asked_for_by_name() -> None:
    """The first option takes the choice back; the others are in the order of the reader's alphabet."""
    assert options("coordinators/", "city") == {
        "": "All",
        "aarhus": "Aarhus",
        "funen": "Funen",
        "odense": "Odense",
    }


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["All", "up to 2 hours per month", "4–8 hours per month"]),
        ("da", ["Alle", "op til 2 timer pr. måned", "4–8 timer pr. måned"]),
        ("uk", ["Усі", "не більше ніж 2 години на місяць", "4–8 годин на місяць"]),
    ],
)
def test_times_are_asked_for_in_words(language: str, labels: list[str]) -> None:
    """Ranges come in their own order, the shortest first."""
    assert list(options("programmes/", "time", language).values()) == labels


def test_an_option_in_another_language_is_marked() -> None:
    """On the Arabic page a place without an Arabic name says that it is English."""
    marks = {
        node.attributes["value"]: node.attributes.get("lang")
        for node in tree("coordinators/", "ar").css("select[name=city] option")
    }
    assert marks == {"": None, "aarhus": None, "funen": "en", "odense": "en"}


def test_values_are_the_same_in_every_language() -> None:
    """An address with a choice can be shared across languages."""
    pages = ["coordinators/", "programmes/"]
    values = [[set(options(page, "city", code)) for page in pages] for code in ("en", "da", "ar", "uk")]
    assert values == [values[0]] * 4


def test_each_control_has_a_label() -> None:
    """A select is named by the label that points to it."""
    page = tree("coordinators/")
    named = {node.attributes["for"] for node in page.css("form.filter label")}
    assert {node.attributes["id"] for node in page.css("form.filter select")} == named


def test_all_choices_are_taken_back_by_a_real_button() -> None:
    """Reset works without a script."""
    assert [node.attributes["type"] for node in tree("coordinators/").css("form.filter button")] == ["reset"]


def test_somebody_with_two_cards_is_found_once_for_each_place() -> None:
    """Who serves a region and its city stands in both groups, each with the place of that group only."""
    cards = tree("coordinators/").css("[data-card=both]")
    assert [card.attributes["data-city"] for card in cards] == ["funen", "odense"]


def test_a_group_has_the_values_of_its_cards() -> None:
    """It goes, with the link to it, when none of its cards has what is chosen."""
    page = tree("coordinators/")
    found = [
        page.css(f"[{name}=funen]")[0].attributes["data-language"]
        for name in ("data-group", "data-group-link")
    ]
    assert found == ["ar da en"] * 2


def test_somebody_without_places_is_marked_as_in_none() -> None:
    """An empty mark lets the choice of a place hide the card; the contact is named below the list."""
    assert tree("coordinators/").css("[data-card=general]")[0].attributes["data-city"] in ("", None)


@pytest.mark.parametrize("route", ["coordinators/", "programmes/"])
def test_the_contact_stands_below_the_list(route: str) -> None:
    """With its address in full, outside of what can be hidden."""
    page = tree(route)
    assert (
        len(page.css("#contact ~ .panel a[href='mailto:all@example.org']")),
        page.css(".filtered #contact"),
    ) == (1, [])


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"one", "other"}),
        ("da", {"one", "other"}),
        ("ar", {"zero", "one", "two", "few", "many", "other"}),
        ("uk", {"one", "few", "many", "other"}),
    ],
)
def test_the_count_has_a_sentence_for_each_plural_form(language: str, forms: set[str]) -> None:
    """The script finds the form of `Intl.PluralRules`, and what to say when nothing is left."""
    words = tree("coordinators/", language).css("form.filter")[0].attributes["data-words"] or ""
    assert set(json.loads(words)) == {*forms, "none"}


@pytest.mark.parametrize(
    ("contact", "advice"),
    [("general", "Change one, or ask the contact below."), (None, "Change one of them.")],
)
@pytest.mark.parametrize("route", ["coordinators/", "programmes/"])
def test_whoever_finds_nothing_is_sent_to_nobody_who_is_not_there(
    route: str, contact: str | None, advice: str
) -> None:
    """A contact below the list is named only where the site has one."""
    html = page_at(plan(contact=contact), route).html
    words = LexborHTMLParser(html).css("form.filter")[0].attributes["data-words"] or ""
    assert json.loads(words)["none"] == f"Nothing fits all of your choices. {advice}"


def test_a_short_list_has_no_form_and_no_marks() -> None:
    """Where nothing can be chosen the page is as plain as before."""
    one = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "coordinators/one.yml": COORDINATOR,
        "sites/portal.yml": SITE,
    }
    html = page_at(plan_of(catalog_of(one)), "coordinators/").html
    assert re.findall(r"<form|data-filtered|data-(?:city|language|programme)=", html) == []
