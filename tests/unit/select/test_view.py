"""What a site shows and why: criteria, what follows from a programme, what has lapsed, what stays in one city."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from generator.select.view import SiteView
from tests.support.records import (
    CALL,
    COORDINATOR,
    DAY,
    GUIDE,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    TESTIMONIAL,
    catalog_of,
    changed,
    page,
    view_of,
)

BASE = {
    "organisations/association.yml": ORGANISATION,
    "organisations/city.yml": ORGANISATION,
    "places/funen.yml": changed(PLACE, place_type="region"),
    "places/odense.yml": changed(PLACE, part_of="funen"),
    "places/hall.yml": changed(PLACE, place_type="venue", part_of="odense"),
    "places/aarhus.yml": PLACE,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense, aarhus]", tags="[work]"),
    "programmes/tandem.yml": changed(
        PROGRAMME,
        places="[aarhus]",
        organisation="city",
        tags="[study, work]",
        description="{en: Study, da: Studie}",
    ),
    "programmes/women.yml": changed(PROGRAMME, organisation="city", tags="[women]"),
}


def view(files: Mapping[str, str], select: str = "[{all: true}]", today: date = DAY, **site: str) -> SiteView:
    """The view of a site with these criteria on the base records and further ones."""
    record = changed(SITE, select=select, **site)
    return view_of(catalog_of({**BASE, **files, "sites/portal.yml": record}), today=today)


def ids(found: SiteView, kind: str) -> list[str]:
    """Ids of the shown records of a kind."""
    return [id for shown, id in found.records if shown == kind]


@pytest.mark.parametrize(
    ("select", "shown"),
    [
        ("[{all: true}]", ["bridge", "tandem", "women"]),
        ("[]", []),
        ("[{}]", []),
        ("[{all: false}]", []),
        ("[{programmes: [bridge]}]", ["bridge"]),
        ("[{programmes: [bridge, women]}]", ["bridge", "women"]),
        ("[{organisations: [city]}]", ["tandem", "women"]),
        ("[{places: [aarhus]}]", ["bridge", "tandem"]),
        ("[{places: [odense]}]", ["bridge"]),
        ("[{places: [funen]}]", ["bridge"]),
        ("[{places: [hall]}]", []),
        ("[{tags: [work]}]", ["bridge", "tandem"]),
        ("[{tags: [women, study]}]", ["tandem", "women"]),
        ("[{languages: [da]}]", ["tandem"]),
        ("[{languages: [da, en]}]", ["bridge", "tandem", "women"]),
        ("[{organisations: [city], tags: [work]}]", ["tandem"]),
        ("[{organisations: [city], places: [odense]}]", []),
        ("[{all: true, tags: [women]}]", ["women"]),
        ("[{tags: [women]}, {places: [odense]}]", ["bridge", "women"]),
        ("[{programmes: [nothing]}]", []),
    ],
)
def test_a_site_has_the_programmes_that_fit_a_criterion(select: str, shown: list[str]) -> None:
    """Every key of a criterion must fit; any criterion is enough; a criterion without keys fits nothing."""
    assert shown == ids(view({}, select), "programmes")


@pytest.mark.parametrize(
    ("select", "reasons"),
    [
        ("[{all: true}]", ("select[1]: all",)),
        ("[{tags: [women]}, {programmes: [bridge]}]", ("select[2]: programme bridge",)),
        (
            "[{organisations: [association], tags: [work, study]}]",
            ("select[1]: organisation association, tag work",),
        ),
        (
            "[{places: [funen, aarhus]}, {languages: [en]}]",
            ("select[1]: place funen or aarhus", "select[2]: language en"),
        ),
    ],
)
def test_a_programme_says_which_criteria_it_fits(select: str, reasons: tuple[str, ...]) -> None:
    """All reasons are kept, with the number of the criterion and what fitted."""
    assert reasons == view({}, select).reasons["programmes", "bridge"]


FOLLOWERS = {
    "programmes/bridge.yml": changed(
        PROGRAMME,
        places="[odense]",
        contact="general",
        image="people",
        partners="[{id: a, organisation: partner, partner_type: x}]",
        certificates="[{id: a, name: A, awarded_by: awarder}]",
    ),
    "organisations/association.yml": changed(ORGANISATION, logo="logo", parent_organisation="parent"),
    "organisations/parent.yml": changed(ORGANISATION, parent_organisation="association"),
    "organisations/partner.yml": ORGANISATION,
    "organisations/awarder.yml": ORGANISATION,
    "organisations/speaker.yml": ORGANISATION,
    "organisations/employer.yml": ORGANISATION,
    "organisations/stranger.yml": ORGANISATION,
    "coordinators/anna.yml": changed(COORDINATOR, photo="portrait", deputy="bo", organisation="employer"),
    "coordinators/bo.yml": changed(COORDINATOR, programmes="[]", deputy="cy"),
    "coordinators/cy.yml": changed(COORDINATOR, programmes="[]", deputy="anna"),
    "coordinators/general.yml": changed(COORDINATOR, programmes="[]"),
    "coordinators/helper.yml": changed(COORDINATOR, programmes="[]"),
    "calls/call.yml": changed(
        CALL, apply="{coordinator: helper}", info_meetings="[{id: a, starts: 2026-11-20 17:00, place: hall}]"
    ),
    "guides/begin.yml": changed(GUIDE, programmes="[bridge]"),
    "guides/general.yml": GUIDE,
    "guides/other.yml": changed(GUIDE, programmes="[women]"),
    "stories/year.yml": changed(STORY, image="story", quotations="[elsewhere]"),
    "testimonials/own.yml": changed(TESTIMONIAL, organisation="speaker"),
    "testimonials/elsewhere.yml": changed(TESTIMONIAL, programme="women"),
    "media/people.yml": MEDIA,
    "media/logo.yml": MEDIA,
    "media/portrait.yml": MEDIA,
    "media/story.yml": MEDIA,
    "media/hero.yml": MEDIA,
    "media/unused.yml": MEDIA,
}
REASONS = {
    ("programmes", "bridge"): ("select[1]: programme bridge",),
    ("places", "odense"): ("programme bridge", "holds place hall"),
    ("places", "funen"): ("holds place odense",),
    ("places", "hall"): ("call call",),
    ("coordinators", "anna"): ("programme bridge", "deputy of coordinator cy"),
    ("coordinators", "bo"): ("deputy of coordinator anna",),
    ("coordinators", "cy"): ("deputy of coordinator bo",),
    ("coordinators", "general"): ("contact of programme bridge",),
    ("coordinators", "helper"): ("call call",),
    ("calls", "call"): ("programme bridge",),
    ("guides", "begin"): ("programme bridge",),
    ("guides", "general"): ("general guide",),
    ("stories", "year"): ("programme bridge",),
    ("testimonials", "own"): ("programme bridge",),
    ("testimonials", "elsewhere"): ("quoted in story year",),
    ("media", "people"): ("picture of programme bridge",),
    ("media", "portrait"): ("picture of coordinator anna",),
    ("media", "story"): ("picture of story year",),
    ("media", "logo"): ("picture of organisation association",),
    ("media", "hero"): ("picture of the home page",),
    ("organisations", "partner"): ("partner of programme bridge",),
    ("organisations", "awarder"): ("awards a certificate of programme bridge",),
    ("organisations", "speaker"): ("testimonial own",),
    ("organisations", "employer"): ("coordinator anna",),
    ("organisations", "parent"): ("parent of organisation association",),
}


@pytest.fixture(scope="module")
def followers() -> SiteView:
    """A site with one programme from which everything else follows."""
    return view(
        FOLLOWERS, "[{programmes: [bridge]}]", brand="{colour: '#0b5c7a', hero: hero}", contact="general"
    )


@pytest.mark.parametrize("key", REASONS, ids="/".join)
def test_what_follows_from_a_programme_says_why_it_is_there(
    followers: SiteView, key: tuple[str, str]
) -> None:
    """People, places, calls, voices, pictures and organisations come with the programme, each with a reason."""
    assert REASONS[key] == tuple(
        reason for reason in followers.reasons[key] if not reason.startswith("contact of the site")
    )


def test_nothing_else_is_on_the_site(followers: SiteView) -> None:
    """What no shown record names is not shown: a stranger, an unused picture, another programme's guide."""
    assert {*REASONS, ("organisations", "association")} == set(followers.records)


def test_a_record_with_several_users_names_them_all(followers: SiteView) -> None:
    """`--why` must be able to say what keeps a record on the site."""
    assert followers.reasons["organisations", "association"] == (
        "programme bridge",
        "parent of organisation parent",
        "publishes the site",
        "coordinator bo",
        "coordinator cy",
        "coordinator general",
        "coordinator helper",
    )


def test_a_place_of_two_programmes_names_both() -> None:
    """The second programme is a reason as good as the first."""
    assert view({}).reasons["places", "aarhus"] == ("programme bridge", "programme tandem")


def test_reasons_are_in_the_order_of_programmes_and_not_of_criteria() -> None:
    """Whatever the order in which a site names them, its programmes are taken in that of their ids."""
    assert view({}, "[{programmes: [tandem, bridge]}]").reasons["places", "aarhus"] == (
        "programme bridge",
        "programme tandem",
    )


LAPSED = "{basis: consent, scope: [name], given_on: 2025-01-01, expires_on: 2026-11-20}"


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        (
            "coordinators/anna.yml",
            changed(COORDINATOR, valid_to="2026-11-20"),
            "the role ended on 2026-11-20",
        ),
        (
            "coordinators/anna.yml",
            changed(COORDINATOR, valid_from="2026-11-22"),
            "the role begins on 2026-11-22",
        ),
        ("coordinators/anna.yml", changed(COORDINATOR, consent=LAPSED), "consent ended on 2026-11-20"),
        ("testimonials/voice.yml", changed(TESTIMONIAL, consent=LAPSED), "consent ended on 2026-11-20"),
        ("media/picture.yml", changed(MEDIA, valid_to="2026-11-20"), "the licence ended on 2026-11-20"),
        (
            "programmes/bridge.yml",
            changed(PROGRAMME, status="defunct"),
            "the programme has ended for good (status: defunct)",
        ),
    ],
)
def test_what_has_lapsed_is_left_out_with_its_reason(file: str, text: str, reason: str) -> None:
    """Nobody whose role or consent is over is shown, and `--why` says so."""
    bridge = changed(PROGRAMME, image="picture")
    found = view({"media/picture.yml": MEDIA, "programmes/bridge.yml": bridge, file: text})
    kind, id = file.removesuffix(".yml").split("/")
    assert (False, reason) == ((kind, id) in found.records, found.left_out[kind, id])


def test_what_was_shown_yesterday_is_still_there_on_the_last_day() -> None:
    """The day of the build decides, not the day of the change."""
    files = {"coordinators/anna.yml": changed(COORDINATOR, valid_to="2026-11-20")}
    assert ids(view(files, today=date(2026, 11, 20)), "coordinators") == ["anna"]


def test_a_lapsed_person_brings_nobody_along() -> None:
    """Deputy, photo and organisation of somebody who is not shown are not shown for their sake."""
    lapsed = changed(
        COORDINATOR, valid_to="2026-11-20", deputy="bo", photo="portrait", organisation="stranger"
    )
    files = {
        "coordinators/anna.yml": lapsed,
        "coordinators/bo.yml": changed(COORDINATOR, programmes="[]"),
        "media/portrait.yml": MEDIA,
        "organisations/stranger.yml": ORGANISATION,
    }
    found = view(files)
    assert (
        ids(found, "coordinators"),
        ids(found, "media"),
        ("organisations", "stranger") in found.records,
    ) == ([], [], False)


def test_a_lapsed_voice_brings_no_organisation() -> None:
    """An organisation known only from a withdrawn testimonial is not shown."""
    files = {
        "testimonials/voice.yml": changed(TESTIMONIAL, consent=LAPSED, organisation="stranger"),
        "organisations/stranger.yml": ORGANISATION,
    }
    assert ("organisations", "stranger") not in view(files).records


def test_a_programme_that_has_ended_brings_nothing() -> None:
    """Calls and coordinators of a defunct programme are not shown."""
    files = {
        "programmes/bridge.yml": changed(PROGRAMME, status="defunct"),
        "coordinators/anna.yml": COORDINATOR,
        "calls/call.yml": CALL,
    }
    found = view(files)
    assert (ids(found, "coordinators"), ids(found, "calls")) == ([], [])


CITY = {
    "coordinators/everywhere.yml": COORDINATOR,
    "coordinators/in-odense.yml": changed(COORDINATOR, places="[odense]"),
    "coordinators/in-aarhus.yml": changed(COORDINATOR, places="[aarhus]"),
    "coordinators/in-both.yml": changed(COORDINATOR, places="[aarhus, odense]"),
    "calls/everywhere.yml": CALL,
    "calls/in-odense.yml": changed(CALL, places="[odense]"),
    "calls/in-aarhus.yml": changed(CALL, places="[aarhus]"),
}


@pytest.mark.parametrize(
    ("select", "kind", "shown"),
    [
        ("[{places: [odense]}]", "coordinators", ["everywhere", "in-both", "in-odense"]),
        ("[{places: [odense]}]", "calls", ["everywhere", "in-odense"]),
        ("[{places: [odense]}]", "places", ["funen", "odense"]),
        ("[{places: [funen]}]", "coordinators", ["everywhere", "in-both", "in-odense"]),
        (
            "[{places: [odense]}, {tags: [work]}]",
            "coordinators",
            ["everywhere", "in-aarhus", "in-both", "in-odense"],
        ),
        (
            "[{places: [odense], programmes: [bridge]}, {places: [aarhus]}]",
            "calls",
            ["everywhere", "in-aarhus", "in-odense"],
        ),
    ],
)
def test_a_citys_site_shows_its_own_coordinators_and_calls(select: str, kind: str, shown: list[str]) -> None:
    """A criterion with places limits a programme to them, unless another criterion takes it everywhere."""
    assert shown == ids(view(CITY, select), kind)


def test_a_deputy_from_another_city_is_shown_with_a_reason() -> None:
    """Who stands in must be within reach, and only for that reason."""
    files = {
        **CITY,
        "coordinators/in-odense.yml": changed(COORDINATOR, places="[odense]", deputy="in-aarhus"),
    }
    found = view(files, "[{places: [odense]}]")
    assert found.reasons["coordinators", "in-aarhus"] == ("deputy of coordinator in-odense",)


def test_a_site_has_its_own_pages_only() -> None:
    """Pages of another site are not taken."""
    files = {**BASE, "sites/portal.yml": SITE, "sites/other.yml": SITE}
    text = "---\ntitle: About\n---\nHi"
    pages = (page("other", "team", text), page("portal", "about", text))
    assert [found.name for found in view_of(catalog_of(files, pages)).pages] == ["about"]


def test_records_are_in_order_whatever_brought_them() -> None:
    """Two runs list the same records in the same order."""
    found = view(FOLLOWERS)
    assert sorted(found.records) == list(found.records)
