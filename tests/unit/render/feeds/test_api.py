"""Open data: every file fits its published schema, tells what records tell readers, and nothing besides."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.plan.routes import api_path, api_schema_path
from generator.plan.site_plan import SitePlan
from generator.render.feeds.api import FILES, api_files
from generator.render.feeds.ics import meeting_uid
from tests.support.feeds import CALL_WITH_MEETING, PERSON, call, clock, portal, usual_files
from tests.support.maximal import as_yaml, records
from tests.support.records import PLACE, PROGRAMME, SITE, catalog_of, changed, plan_of

KINDS = ("programmes", "coordinators", "calls", "places")
NOT_TOLD = {
    "consent.given_on",
    "consent.expires_on",
    "consent.withdrawn_on",
    "tags",
    "review_by",
    "coordinators valid_from",
    "coordinators valid_to",
    "calls closing_soon_days",
}
"""What maintainers or pages alone need, or what is nobody's business."""

FULL, SMALL, LEAVES = records()
TOLD = [leaf for leaf in LEAVES if leaf.kind in KINDS and leaf.shown]


@cache
def maximal() -> SitePlan:
    """A site whose records have every field filled in."""
    return plan_of(catalog_of({file: as_yaml(record) for file, record in FULL.items()} | SMALL))


@cache
def maximal_files() -> dict[str, Any]:
    """Its open data without the schemas, by path."""
    made = api_files(maximal(), clock())
    return {path: json.loads(data) for path, data in made.items() if "/schema/" not in path}


def read(plan: SitePlan, name: str) -> Any:
    """One file of a site's open data."""
    return json.loads(api_files(plan, clock())[api_path(name)])


def only(plan: SitePlan, name: str) -> Any:
    """The one item of a file."""
    (item,) = read(plan, name)["items"]
    return item


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("site", ["usual", "full"])
def test_a_file_fits_the_schema_that_is_published_with_it(name: str, site: str) -> None:
    """By an independent validator of JSON Schema 2020-12; of formats it knows dates."""
    made = usual_files() if site == "usual" else api_files(maximal(), clock())
    schema = json.loads(made[api_schema_path(name)])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(json.loads(made[api_path(name)]))] == []


@pytest.mark.parametrize("name", FILES)
def test_a_schema_refuses_what_is_not_described(name: str) -> None:
    """A key that nobody has published cannot slip in."""
    schema = json.loads(usual_files()[api_schema_path(name)])
    data = {**json.loads(usual_files()[api_path(name)]), "consent": {}}
    assert not Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_schema_and_site(name: str) -> None:
    """A reader of the file finds what its keys mean, and whose it is."""
    data = json.loads(usual_files()[api_path(name)])
    assert {key: data[key] for key in list(data)[:5]} == {
        "$schema": f"https://portal.example.org/api/schema/{name}.json",
        "schema_version": "1.0",
        "site": "portal",
        "url": "https://portal.example.org/",
        "languages": ["en", "da"],
    }
    assert json.loads(usual_files()[api_schema_path(name)])["$id"] == data["$schema"]


@pytest.mark.parametrize("leaf", TOLD, ids=[f"{leaf.kind} {leaf.field}" for leaf in TOLD])
def test_what_readers_are_told_is_in_the_data(leaf: Any) -> None:
    """Each value of a full record is there, except those named above, which are not."""
    text = json.dumps(
        {path: data for path, data in maximal_files().items() if "next" not in path}, ensure_ascii=False
    )
    is_told = not {leaf.field, f"{leaf.kind} {leaf.field}"} & NOT_TOLD
    assert (leaf.typed.strip() in text or leaf.shown in text) == is_told


def test_texts_are_maps_of_the_languages_of_the_site() -> None:
    """Translations into other languages stay away; a text without any is in the one that stands in."""
    plan = portal(
        calls__mentors__de="name: Mentoren\nsummary: Gesucht.\n", calls__mentors__da="name: Mentorer\n"
    )
    item = only(plan, "calls")
    assert (item["name"], item["summary"]) == ({"en": "Mentors", "da": "Mentorer"}, {"en": "Wanted."})


def test_addresses_are_absolute_by_language() -> None:
    """Of the pages that there are."""
    site = changed(SITE, languages="[en, da]", fallback="omit")
    plan = portal(calls__mentors__da=None, sites__portal=site)
    assert only(plan, "calls")["page"] == {"en": "https://portal.example.org/calls/mentors/"}
    assert only(plan, "programmes")["page"] == {
        "en": "https://portal.example.org/programmes/bridge/",
        "da": "https://portal.example.org/da/programmes/bridge/",
    }


def test_addresses_of_files_lead_to_files_of_the_site() -> None:
    """Cards, calendars and schemas that the data name are really there."""
    base = "https://portal.example.org/"
    events, people, places = (
        json.loads(usual_files()[api_path(name)])["items"][0] for name in ("events", "coordinators", "places")
    )
    named = [*events["calendar"].values(), *people["contact_card"].values(), *places["calendar"].values()]
    assert len(named) == 6
    assert {address.removeprefix(base) for address in named} <= set(usual_files())


def test_references_lead_to_what_the_site_shows() -> None:
    """A place, deputy or coordinator that is not shown is not named."""
    plan = portal(
        programmes__bridge=changed(PROGRAMME, places="[odense]", contact="gone"),
        programmes__other=changed(PROGRAMME, name="Other"),
        coordinators__gone=changed(PERSON, valid_to="2026-01-01"),
        coordinators__odense=changed(PERSON, deputy="gone", programmes="[bridge, other]"),
        places__odense=changed(PLACE, part_of="funen"),
        places__funen=changed(PLACE, name="Funen", place_type="region"),
        places__elsewhere=changed(PLACE, name="Elsewhere"),
        calls__mentors=changed(CALL_WITH_MEETING, places="[odense, elsewhere]"),
        sites__portal=changed(SITE, languages="[en, da]", select="[{programmes: [bridge]}]"),
    )
    person = only(plan, "coordinators")
    assert ("deputy" in person, person["programmes"]) == (False, ["bridge"])
    assert only(plan, "calls")["places"] == ["odense"]
    assert "contact" not in only(plan, "programmes")
    assert [place["id"] for place in read(plan, "places")["items"]] == ["funen", "odense"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, "2026-12-02T00:00:00+01:00"),
        ({"closes_at": "16:00"}, "2026-12-01T16:00:00+01:00"),
        ({"timezone": "America/New_York"}, "2026-12-02T00:00:00-05:00"),
        ({"closes_on": None, "rolling": "true"}, None),
        ({"closes_on": "2200-12-31"}, "2201-01-01T00:00:00+01:00"),
    ],
)
def test_a_call_says_the_instant_at_which_it_is_too_late(
    keys: dict[str, str | None], expected: str | None
) -> None:
    """With the offset of its own zone; a call without end has none."""
    item = only(portal(calls__mentors=changed(CALL_WITH_MEETING, **keys)), "calls")
    assert item.get("closes") == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, "scheduled"),
        ({"state_override": "full"}, "scheduled"),
        ({"state_override": "cancelled"}, "cancelled"),
    ],
)
def test_a_meeting_of_a_cancelled_call_is_cancelled(keys: dict[str, str], expected: str) -> None:
    """As in the calendars."""
    assert only(portal(calls__mentors=changed(CALL_WITH_MEETING, **keys)), "events")["status"] == expected


def test_a_meeting_is_the_same_as_in_the_calendars() -> None:
    """The UID joins both; the id joins it to its call."""
    plan = portal()
    (meeting,) = call(plan).info_meetings
    event = only(plan, "events")
    assert (event["uid"], [event["id"]]) == (meeting_uid(call(plan), meeting), only(plan, "calls")["events"])


def test_only_what_the_consent_covers_is_told() -> None:
    """As on the card."""
    person = changed(
        PERSON, name="Anna Eksempel", consent="{basis: consent, scope: [name], given_on: 2026-01-01}"
    )
    item = only(portal(coordinators__odense=person), "coordinators")
    assert (item.get("name"), item.get("email"), item["phones"]) == ("Anna Eksempel", None, [])


@pytest.mark.parametrize("name", ["calls", "events"])
def test_a_site_without_calls_has_empty_lists(name: str) -> None:
    """The files are there for whoever looks again tomorrow."""
    plan = portal(calls__mentors=None, calls__mentors__da=None)
    assert read(plan, name)["items"] == []


def test_the_data_are_the_same_on_every_day() -> None:
    """No state, no moment of the build: only `next-change` moves on."""
    before = api_files(portal(), clock())
    after = api_files(portal(date(2026, 12, 2)), clock("2026-12-02T09:00+00:00"))
    assert {path for path in before if before[path] != after[path]} == {api_path("next-change")}
