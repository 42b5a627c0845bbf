"""A guide: who acts in each step, the plan of a meeting, and the person at its end."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.guide import Guide
from generator.render.views.guides import guide_page
from tests.support.output import on_page, page_at, voice_at
from tests.support.records import (
    COORDINATOR,
    GUIDE,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

CITY = changed(COORDINATOR, role="In Odense", places="[odense]", phones="[{number: 32 12 34 56}]")
FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
    "places/odense.yml": PLACE,
    "coordinators/odense.yml": CITY,
    "coordinators/office.yml": changed(
        COORDINATOR, role="Office", programmes="[]", email="office@example.org"
    ),
    "sites/portal.yml": changed(SITE, contact="office"),
}


def view(files: dict[str, str] = FILES, **keys: str) -> dict[str, Any]:
    """What the page of a guide shows."""
    plan = plan_of(catalog_of({**files, "guides/first.yml": changed(GUIDE, programmes="[bridge]", **keys)}))
    (guide,) = plan.view.of(Guide)
    voice = voice_at(plan, "guides/first/")
    return on_page(voice, guide_page(voice, guide))


@pytest.mark.parametrize(
    ("actor", "said"), [("coordinator", "Coordinator"), ("pair", "Both together"), ("mentee", "Partner")]
)
def test_a_step_says_who_acts(actor: str, said: str) -> None:
    """The coordinator, both, or a side by the programme's own word."""
    roles = changed(FILES["programmes/bridge.yml"], roles="{mentor: {}, mentee: {name: Partner}}")
    steps = f"[{{id: a, title: Call, text: Call us., actor: {actor}}}]"
    (step,) = view({**FILES, "programmes/bridge.yml": roles}, steps=steps)["steps"]
    assert str(step.actor) == said


def test_a_plan_of_a_meeting_is_summed_up() -> None:
    """Readers see how long all of it takes."""
    assert view(agenda="[{id: a, text: A, minutes: 20}, {id: b, text: B, minutes: 15}]")["agenda_total"] == (
        "35 minutes"
    )


def test_a_plan_with_a_point_of_unknown_length_has_no_sum() -> None:
    """A sum that leaves something out would be too short."""
    assert view(agenda="[{id: a, text: A, minutes: 20}, {id: b, text: B}]")["agenda_total"] == ""


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (", duration: {min: 2, max: 4, unit: week}", "3–5 weeks"),
        (", duration: {min: 1, unit: month}", ""),
        ("", ""),
    ],
    ids=["all known", "two units", "one unknown"],
)
def test_the_time_of_all_steps_is_said_where_each_is_known(second: str, expected: str) -> None:
    """A sum that leaves something out would be too short."""
    first = "{id: a, title: A, text: A., duration: {min: 1, unit: week}}"
    steps = f"[{first}, {{id: b, title: B, text: B.{second}}}]"
    assert view(steps=steps)["steps_total"] == expected


def test_a_guide_for_mentors_ends_in_the_cities() -> None:
    """Each city leads to its page and has a number to call."""
    (city,) = view()["cities"]
    assert (city.place.url, [(str(reach.role), reach.uri) for reach in city.people]) == (
        "../../places/odense/",
        [("In Odense", "tel:+45-32-12-34-56")],
    )


def test_who_only_stands_in_is_named_last() -> None:
    """The coordinator of a city comes before the deputy, whatever their ids are."""
    deputy = changed(CITY, role="Deputy")
    files = {
        **FILES,
        "coordinators/a-deputy.yml": deputy,
        "coordinators/odense.yml": changed(CITY, deputy="a-deputy"),
    }
    (city,) = view(files)["cities"]
    assert [str(reach.role) for reach in city.people] == ["In Odense", "Deputy"]


def test_whoever_lives_elsewhere_is_told_whom_to_ask() -> None:
    """The site's own contact answers for cities that are not in the list."""
    reach = view()["elsewhere"]
    assert (str(reach.role), reach.uri, reach.is_phone) == ("Office", "mailto:office@example.org", False)


@pytest.mark.parametrize("audience", ["employer", "organiser"])
def test_a_guide_for_organisations_ends_in_the_coordinators_of_its_programme(audience: str) -> None:
    """Companies do not look for their city: they get the whole card."""
    found = view(audience=audience)
    assert ([str(card.role) for card in found["contacts"]], found["cities"]) == (["In Odense"], ())


def test_a_guide_without_coordinators_still_ends_in_somebody() -> None:
    """The contact of the site stands in."""
    files = {name: text for name, text in FILES.items() if name != "coordinators/odense.yml"}
    assert [str(card.role) for card in view(files)["contacts"]] == ["Office"]


ALONE = {
    **{name: text for name, text in FILES.items() if not name.startswith("coordinators/")},
    "coordinators/office.yml": changed(COORDINATOR, role="Office", email="office@example.org"),
}


@pytest.mark.parametrize("audience", ["mentor", "mentee", "employer"])
@pytest.mark.parametrize("contact", ["office", None], ids=["contact of the site", "no contact"])
def test_who_serves_no_city_is_named_all_the_same(audience: str, contact: str | None) -> None:
    """The only coordinator has no places, and may be the contact of the site."""
    found = view({**ALONE, "sites/portal.yml": changed(SITE, contact=contact)}, audience=audience)
    assert ([str(card.role) for card in found["contacts"]], found["cities"]) == (["Office"], ())


def test_who_serves_no_city_answers_for_those_not_in_the_list() -> None:
    """Also where the contact of the site coordinates the programme."""
    office = {"coordinators/office.yml": changed(FILES["coordinators/office.yml"], programmes="[bridge]")}
    assert str(view({**FILES, **office})["elsewhere"].role) == "Office"


WITHHELD = changed(CITY, consent="{basis: consent, scope: [name], given_on: 2026-01-01}")
DEPUTY = changed(COORDINATOR, role="Deputy", email="deputy@example.org")


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        (
            {"appointment_url": "https://book.example.org/", "deputy": "deputy"},
            ("In Odense", "https://book.example.org/"),
        ),
        ({"deputy": "deputy"}, ("Deputy", "mailto:deputy@example.org")),
    ],
    ids=["an appointment", "the deputy"],
)
def test_a_city_whose_numbers_are_withheld_has_another_way(
    keys: dict[str, str], way: tuple[str, str]
) -> None:
    """Nobody stands in front of an empty card."""
    files = {"coordinators/odense.yml": changed(WITHHELD, **keys), "coordinators/deputy.yml": DEPUTY}
    (city,) = view({**FILES, **files})["cities"]
    assert [(str(reach.role), reach.uri) for reach in city.people] == [way]


def test_an_appointment_is_offered_in_the_readers_words() -> None:
    """The words are no number: they have no direction of their own."""
    odense = changed(WITHHELD, appointment_url="https://book.example.org/")
    files = {**FILES, "coordinators/odense.yml": odense, "guides/first.yml": GUIDE}
    html = page_at(plan_of(catalog_of(files)), "guides/first/").html
    assert '<a class="reach" href="https://book.example.org/">Book an appointment online</a>' in html


def test_a_city_where_nobody_can_be_reached_is_left_out() -> None:
    """The contact of the site answers instead; beside other cities too, even when it is one of theirs."""
    files = {**FILES, "coordinators/odense.yml": WITHHELD}
    found = view(files)
    assert ([str(card.role) for card in found["contacts"]], found["cities"]) == (["Office"], ())
    office = changed(FILES["coordinators/office.yml"], programmes="[bridge]", places="[aarhus]")
    bridge = changed(PROGRAMME, places="[odense, aarhus]")
    more = {"coordinators/office.yml": office, "programmes/bridge.yml": bridge}
    found = view({**files, **more, "places/aarhus.yml": changed(PLACE, name="Aarhus")})
    assert ([str(city.place.title) for city in found["cities"]], str(found["elsewhere"].role)) == (
        ["Aarhus"],
        "Office",
    )


def test_guides_are_listed_by_whom_they_are_for() -> None:
    """Mentors first, then mentees, then organisations; an audience without a guide has no heading."""
    guides = {
        "guides/c.yml": changed(GUIDE, audience="employer"),
        "guides/b.yml": changed(GUIDE, audience="mentee"),
        "guides/a.yml": GUIDE,
    }
    found = page_at(plan_of(catalog_of({**FILES, **guides})), "guides/")
    assert [(heading.id, heading.text) for heading in found.headings if heading.level == 2] == [
        ("for-mentor", "For mentors"),
        ("for-mentee", "For mentees"),
        ("for-employer", "For employers"),
    ]
