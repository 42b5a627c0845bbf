"""The two ways into a site: where they lead with a guide, without one, and with several programmes."""

from __future__ import annotations

import pytest

from generator.model.programme import Programme
from generator.plan.site_plan import SitePlan
from generator.render.views.doors import Door, home_doors, programme_doors
from tests.support.output import on_page, voice_at
from tests.support.records import (
    COORDINATOR,
    GUIDE,
    ORGANISATION,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

ONE = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, roles="{mentor: {summary: You know the town.}, mentee: {}}"),
    "coordinators/office.yml": COORDINATOR,
    "sites/portal.yml": SITE,
}
OWN_GUIDE = changed(GUIDE, programmes="[bridge]")
GENERAL_GUIDE = changed(GUIDE, audience="mentee")


def at_home(plan: SitePlan) -> tuple[Door, ...]:
    """The doors of a home page."""
    voice = voice_at(plan, "")
    return on_page(voice, home_doors(voice))


def on_programme(plan: SitePlan) -> tuple[Door, ...]:
    """The doors of the programme's page."""
    voice = voice_at(plan, "programmes/bridge/")
    assert isinstance(voice.page.record, Programme)
    return on_page(voice, programme_doors(voice, voice.page.record))


def doors(**guides: str) -> list[tuple[str, str]]:
    """The doors of a home page, as titles and addresses."""
    files = {**ONE, **{f"guides/{id}.yml": text for id, text in guides.items()}}
    return [(str(door.title), door.url) for door in at_home(plan_of(catalog_of(files)))]


def test_without_guides_a_door_leads_to_its_side_of_the_only_programme() -> None:
    """Who can take part stands there."""
    assert doors() == [
        ("Become a mentor", "./programmes/bridge/#role-mentor"),
        ("I would like a mentor", "./programmes/bridge/#role-mentee"),
    ]


def test_a_door_leads_to_the_guide_of_its_side() -> None:
    """The programme's own guide for mentors, and the general one for mentees."""
    assert doors(own=OWN_GUIDE, general=GENERAL_GUIDE) == [
        ("Become a mentor", "./guides/own/"),
        ("I would like a mentor", "./guides/general/"),
    ]


def test_with_several_guides_a_door_leads_to_their_list() -> None:
    """No guide is preferred to another; the list begins at those for that side."""
    assert doors(own=OWN_GUIDE, other=OWN_GUIDE)[0] == ("Become a mentor", "./guides/#for-mentor")


def test_a_guide_for_those_who_have_a_partner_is_no_way_in() -> None:
    """Whoever would become a mentor is led past the guide that begins with what both do together."""
    together = changed(OWN_GUIDE, steps="[{id: a, title: Meet, text: Talk., actor: pair}]")
    alone = changed(OWN_GUIDE, steps="[{id: a, title: Call, text: Ask., actor: mentor}]")
    led = [
        doors(conversation=together, own=alone)[0][1],
        doors(conversation=together, own=alone, other=alone)[0][1],
        doors(conversation=together)[0][1],
    ]
    ends = ["guides/own/", "guides/#for-mentor", "guides/conversation/"]
    assert [url.endswith(end) for url, end in zip(led, ends, strict=True)] == [True] * 3


def test_a_side_with_a_word_of_its_own_is_led_to_the_general_guide() -> None:
    """A mentor partner would like a mentor, too."""
    named = changed(PROGRAMME, roles="{mentor: {}, mentee: {name: Mentor partner}}")
    files = {**ONE, "programmes/bridge.yml": named, "guides/general.yml": GENERAL_GUIDE}
    door = at_home(plan_of(catalog_of(files)))[1]
    assert (str(door.title), str(door.label), door.url) == (
        "I would like a mentor",
        "Mentor partner",
        "./guides/general/",
    )


def test_between_companies_nobody_becomes_a_mentor() -> None:
    """Where all guides of a programme are for organisations, the doors have its words and lead to that guide."""
    named = changed(PROGRAMME, roles="{mentor: {name: Old company}, mentee: {name: New company}}")
    files = {
        **ONE,
        "programmes/bridge.yml": named,
        "guides/general.yml": GENERAL_GUIDE,
        "guides/own.yml": changed(GUIDE, audience="employer", programmes="[bridge]"),
    }
    found = at_home(plan_of(catalog_of(files)))
    assert [(str(door.title), str(door.label), door.url) for door in found] == [
        ("Old company", "Take part", "./guides/own/"),
        ("New company", "Take part", "./guides/own/"),
    ]


@pytest.mark.parametrize(
    ("guides", "url"),
    [
        ({}, "./programmes/bridge/#role-organisation"),
        ({"guides/host.yml": changed(GUIDE, audience="employer", programmes="[bridge]")}, "./guides/host/"),
    ],
    ids=["no guide", "a guide"],
)
def test_companies_have_a_door_where_they_take_part(guides: dict[str, str], url: str) -> None:
    """The third door is titled by the programme's own word for them."""
    named = changed(PROGRAMME, roles="{mentor: {}, mentee: {}, organisation: {name: Company}}")
    files = {**ONE, "programmes/bridge.yml": named, "guides/own.yml": OWN_GUIDE, **guides}
    door = at_home(plan_of(catalog_of(files)))[-1]
    assert (str(door.title), str(door.label), door.url) == ("Company", "Take part", url)


def test_the_doors_of_a_programme_lead_to_its_guide() -> None:
    """The same words lead to the same page, from home and from the programme."""
    files = {**ONE, "guides/own.yml": OWN_GUIDE, "guides/general.yml": GENERAL_GUIDE}
    assert [door.url for door in on_programme(plan_of(catalog_of(files)))] == [
        "../../guides/own/",
        "../../guides/general/",
    ]


def test_with_several_programmes_and_no_guide_a_door_leads_to_their_list() -> None:
    """Readers choose a programme first."""
    files = {**ONE, "programmes/second.yml": PROGRAMME}
    found = at_home(plan_of(catalog_of(files)))
    assert [door.url for door in found] == ["./programmes/", "./programmes/"]


def test_a_door_says_whom_it_is_for() -> None:
    """With one programme it has that programme's words."""
    found = at_home(plan_of(catalog_of(ONE)))
    assert (str(found[0].text), found[1].text) == ("You know the town.", None)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("{mentor: {}, mentee: {}}", ["#role-mentor", "#role-mentee"]),
        (
            "{mentor: {}, mentee: {}, organisation: {}}",
            ["#role-mentor", "#role-mentee", "#role-organisation"],
        ),
    ],
)
def test_a_programme_has_a_door_for_each_side(roles: str, expected: list[str]) -> None:
    """Mentor and mentee always, organisations where they take part."""
    files = {**ONE, "programmes/bridge.yml": changed(PROGRAMME, roles=roles)}
    assert [door.url for door in on_programme(plan_of(catalog_of(files)))] == expected
