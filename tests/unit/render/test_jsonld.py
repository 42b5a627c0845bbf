"""What a page states for machines: every page of the small portal, and each kind of node on its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.clock import read_clock
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.html import not_found_page
from generator.verdict.portal import check_portal
from tests.support.output import page_at, rendered
from tests.support.portal import TODAY, copy_small
from tests.support.records import (
    CALL,
    COORDINATOR,
    GUIDE,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    VOCABULARY,
    catalog_of,
    changed,
    plan_of,
)

BASE = "https://portal.example.org/"
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TYPES: dict[str, tuple[str, ...]] = {
    "home": ("WebSite", "Organization", "ContactPoint"),
    "programmes": ("BreadcrumbList",),
    "programme": (
        *("EducationalOccupationalProgram", "Organization"),
        *("ContactPoint", "ContactPoint", "BreadcrumbList"),
    ),
    "places": ("BreadcrumbList",),
    "place": ("City", "Organization", "ContactPoint", "BreadcrumbList"),
    "coordinators": ("Organization", "ContactPoint", "ContactPoint", "BreadcrumbList"),
    "calls": ("BreadcrumbList",),
    "call": ("Event", "Organization", "ContactPoint", "BreadcrumbList"),
    "guides": ("BreadcrumbList",),
    "guide": ("LearningResource", "Organization", "BreadcrumbList"),
    "stories": ("BreadcrumbList",),
    "story": ("Article", "Organization", "BreadcrumbList"),
    "page": ("BreadcrumbList",),
    "credits": ("BreadcrumbList",),
    "testimonials": ("BreadcrumbList",),
}
"""The types of each kind of page of the small portal, in order."""
DROPPED = {"FAQPage", "HowTo", "Review", "AggregateRating", "Person", "JobPosting", "NGO"}
"""Types that search engines no longer read, or that say more than the data."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """The plan of the small portal."""
    paths = copy_small(tmp_path_factory.mktemp("jsonld") / "portal")
    return check_portal(paths, read_clock(TODAY)).plans[0]


def graph_of(plan: SitePlan, page: PlannedPage) -> list[dict[str, Any]]:
    """The nodes of a page, which has exactly one block."""
    (block,) = _BLOCK.findall(str(rendered(plan, page).view["head"]))
    return json.loads(block)["@graph"]


def graph(plan: SitePlan, route: str, language: str = "en") -> list[dict[str, Any]]:
    page = plan.page(language, route)
    assert page is not None
    return graph_of(plan, page)


def of_type(nodes: list[dict[str, Any]], type: str) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == type]


def everything_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a graph, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from everything_in(item)
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from everything_in(item)


def plan(today_call: str = CALL, **more: str) -> SitePlan:
    """A site in English and Danish with one programme, and further files or others in place of these."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": changed(PROGRAMME, places="[odense]", contact="office"),
        "places/odense.yml": PLACE,
        "coordinators/office.yml": changed(COORDINATOR, places="[odense]"),
        "calls/mentors.yml": today_call,
        "sites/portal.yml": changed(SITE, languages="[en, da]", contact="office"),
    }
    renamed = {f"{name.replace('__', '/')}.yml": text for name, text in more.items()}
    return plan_of(catalog_of({**files, **renamed}))


def programme(call: str = CALL, **keys: str | None) -> dict[str, Any]:
    """The programme's node on its page."""
    record = changed(PROGRAMME, **{"places": "[odense]", "contact": "office", **keys})
    found = plan(call, programmes__bridge=record)
    return of_type(graph(found, "programmes/bridge/"), "EducationalOccupationalProgram")[0]


def test_each_kind_of_page_has_its_types(small: SitePlan) -> None:
    """Every page of the small portal, in both languages, has the nodes of its kind."""
    found = {(page.kind, tuple(node["@type"] for node in graph_of(small, page))) for page in small.pages}
    assert set(TYPES.items()) == found


def test_ids_are_absolute_and_unique(small: SitePlan) -> None:
    """Every node of a graph has an `@id` of its own below the site's address."""
    for page in small.pages:
        ids = [node["@id"] for node in graph_of(small, page)]
        assert sorted(set(ids)) == sorted(ids)
        assert [id for id in ids if not id.startswith("https://broen.example.org/")] == []


def test_pointers_lead_to_a_node_of_the_page(small: SitePlan) -> None:
    """What is only pointed to is in the same graph, so that no statement hangs in the air."""
    for page in small.pages:
        nodes = graph_of(small, page)
        known = {node["@id"] for node in nodes}
        pointers = {found["@id"] for found in everything_in(nodes) if set(found) == {"@id"}}
        assert pointers - known == set()


def test_addresses_are_absolute(small: SitePlan) -> None:
    """No address of a graph depends on where it is read."""
    names = {"url", "item", "image", "logo", "mainEntityOfPage"}
    for page in small.pages:
        found = [
            value
            for thing in everything_in(graph_of(small, page))
            for name, value in thing.items()
            if name in names
        ]
        assert [url for url in found if not url.startswith("https://")] == []


def test_no_dropped_types(small: SitePlan) -> None:
    """Nothing is stated that search engines have dropped or that no record says."""
    types = {found.get("@type") for page in small.pages for found in everything_in(graph_of(small, page))}
    assert DROPPED & types == set()


def test_entities_have_one_id_in_all_languages(small: SitePlan) -> None:
    """A programme, an organisation, an event is the same thing in Danish and in English."""
    for route in ("programmes/broen-mentor/", "calls/mentors-odense/", "coordinators/"):
        danish, english = (
            [node["@id"] for node in graph(small, route, language) if node["@type"] != "BreadcrumbList"]
            for language in ("da", "en")
        )
        assert danish == english


def test_trail_leads_from_home_to_the_page(small: SitePlan) -> None:
    """Each page but home has its steps with positions from 1; the last is the page's canonical address."""
    for page in small.pages:
        trails = of_type(graph_of(small, page), "BreadcrumbList")
        assert len(trails) == (page.route != "")
        for trail in trails:
            steps = trail["itemListElement"]
            assert list(range(1, len(steps) + 1)) == [step["position"] for step in steps]
            ends = [small.addresses.absolute(page.language, ""), small.canonical(page)]
            assert ends == [steps[0]["item"], steps[-1]["item"]]


def test_trail_says_what_the_page_shows(small: SitePlan) -> None:
    """The names of the steps are those of the visible breadcrumbs."""
    route = "programmes/broen-mentor/"
    shown = [crumb["title"] for crumb in page_at(small, route).view["breadcrumbs"]]  # type: ignore[attr-defined]
    (trail,) = of_type(graph(small, route), "BreadcrumbList")
    assert shown == [step["name"] for step in trail["itemListElement"]]


def test_404_states_nothing(small: SitePlan) -> None:
    """A page that stands for any address is about nothing."""
    assert rendered(small, not_found_page("en")).view["head"] == ""


def test_website_on_home(small: SitePlan) -> None:
    """Home names the site in the reader's language and who publishes it."""
    expected = {
        "@type": "WebSite",
        "@id": "https://broen.example.org/#website",
        "name": "The Bridge mentor network",
        "description": "Find a mentor, or become one, in Odense and Aarhus.",
        "url": "https://broen.example.org/en/",
        "inLanguage": "en",
        "publisher": {"@id": "https://broen.example.org/#organisations/broen"},
    }
    assert expected == graph(small, "")[0]


def test_programme(small: SitePlan) -> None:
    """A programme has the facts of its record and the dates of its next call."""
    assert graph(small, "programmes/broen-mentor/")[0] == {
        "@type": "EducationalOccupationalProgram",
        "@id": "https://broen.example.org/#programmes/broen-mentor",
        "name": "The Bridge mentor network",
        "description": "A mentor helps you find your way to work in Odense or Aarhus.",
        "url": "https://broen.example.org/en/programmes/broen-mentor/",
        "image": "https://broen.example.org/media/conversation.png",
        "provider": {"@id": "https://broen.example.org/#organisations/broen"},
        "programType": "One to one",
        "educationalProgramMode": "onsite",
        "timeToComplete": "P12M",
        "applicationStartDate": "2026-10-15",
        "applicationDeadline": "2027-01-31",
        "startDate": "2027-02-15",
        "endDate": "2027-12-15",
    }


WINDOW = "{months: [5, 6], first_day: 1, last_day: 10}"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, ("2026-11-01", "2026-12-01")),
        ({"closes_on": None, "rolling": "true"}, ("2026-11-01", None)),
        ({"window": WINDOW, "closes_on": None}, ("2027-05-01", "2027-05-10")),
        ({"closes_on": "2026-11-20"}, (None, None)),
        ({"state_override": "full"}, (None, None)),
        ({"state_override": "paused"}, (None, None)),
        ({"state_override": "cancelled"}, (None, None)),
    ],
    ids=["open", "rolling", "window", "over", "full", "paused", "cancelled"],
)
def test_dates_of_the_next_call(keys: dict[str, str | None], expected: tuple[str | None, ...]) -> None:
    """Dates for applying stand only where one can apply, on the day of the build or later."""
    found = programme(changed(CALL, **keys))
    assert expected == (found.get("applicationStartDate"), found.get("applicationDeadline"))


def test_programme_that_takes_nobody_in_has_no_dates() -> None:
    """A programme that is closed for a time promises no date."""
    assert "applicationStartDate" not in programme(status="temporarily_closed")


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        ("{min: 6, unit: month}", "P6M"),
        ("{min: 4, max: 12, unit: month}", "P12M"),
        ("{min: 3, unit: week}", "P3W"),
        ("{min: 10, unit: day}", "P10D"),
        ("{min: 8, unit: hour}", "PT8H"),
        ("{min: 1, unit: year}", "P1Y"),
    ],
)
def test_time_to_complete(duration: str, expected: str) -> None:
    """A length is an ISO 8601 duration; of a range its longer end, which is what one must reckon with."""
    assert expected == programme(duration=duration)["timeToComplete"]


def test_certificate_of_the_organisation_is_no_credential() -> None:
    """That a programme is certified gives its participants no credential, so none is stated."""
    certificate = "[{id: quality, name: Quality, awarded_on: 2025-06-01, valid_to: 2028-06-01}]"
    assert [name for name in programme(certificates=certificate) if "redential" in name] == []


@pytest.mark.parametrize(
    ("public_body", "expected"), [("true", "GovernmentOrganization"), ("false", "Organization")]
)
def test_type_of_an_organisation(public_body: str, expected: str) -> None:
    """A public body is a government organisation; of the others it is not known what they are."""
    record = changed(ORGANISATION, public_body=public_body)
    nodes = graph(plan(organisations__association=record), "")
    assert [expected] == [
        node["@type"] for node in nodes if node["@id"] == f"{BASE}#organisations/association"
    ]


def test_organisation_states_its_record() -> None:
    """An organisation has its names, addresses, picture and parent as recorded, telephone in E.164."""
    record = changed(
        ORGANISATION,
        legal_name="Association A/S",
        description="We **help**.",
        website="https://association.example.org/",
        email="post@example.org",
        phone="32 12 34 56",
        logo="logo",
        parent_organisation="umbrella",
        address="{address_1: Street 1, address_2: Yard, postal_code: 0123, city: Odense, country: DK}",
    )
    found = plan(
        organisations__association=record,
        organisations__umbrella="name: Umbrella\ncountry: DK\npublic_body: true\n",
        media__logo=MEDIA,
    )
    assert of_type(graph(found, ""), "Organization")[0] == {
        "@type": "Organization",
        "@id": f"{BASE}#organisations/association",
        "name": "Association",
        "legalName": "Association A/S",
        "description": "We help.",
        "url": "https://association.example.org/",
        "logo": f"{BASE}media/picture.png",
        "telephone": "+4532123456",
        "email": "post@example.org",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Street 1, Yard",
            "postalCode": "0123",
            "addressLocality": "Odense",
            "addressCountry": "DK",
        },
        "parentOrganization": {
            "@type": "GovernmentOrganization",
            "@id": f"{BASE}#organisations/umbrella",
            "name": "Umbrella",
        },
        "contactPoint": {"@id": f"{BASE}#coordinators/office"},
    }


def test_contact_point(small: SitePlan) -> None:
    """A coordinator has role, E.164 number, languages, places and hours."""
    found = of_type(graph(small, "places/odense/"), "ContactPoint")
    assert found == [
        {
            "@type": "ContactPoint",
            "@id": "https://broen.example.org/#coordinators/broen-odense",
            "contactType": "Coordinator in Odense",
            "telephone": "+4532123456",
            "email": "odense@broen.example.org",
            "url": "https://broen.example.org/en/coordinators/#coordinator-broen-odense",
            "availableLanguage": ["da", "en"],
            "areaServed": {
                "@type": "City",
                "@id": "https://broen.example.org/#places/odense",
                "name": "Odense",
                "url": "https://broen.example.org/en/places/odense/",
            },
            "hoursAvailable": {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Wednesday"],
                "opens": "09:00",
                "closes": "15:00",
            },
        }
    ]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (None, (None, "quux@example.org", "+4532123456")),
        ("photo", (None, None, None)),
        ("name", ("Quux Canary", None, None)),
        ("name, email, phone", ("Quux Canary", "quux@example.org", "+4532123456")),
    ],
)
def test_person_is_stated_as_far_as_consent_goes(scope: str | None, expected: tuple[str | None, ...]) -> None:
    """A name needs consent; mailbox and number are the role's until a consent says whose they are."""
    record = changed(
        COORDINATOR,
        places="[odense]",
        name="Quux Canary",
        email="quux@example.org",
        phones="[{number: 32 12 34 56}]",
        consent=f"{{basis: consent, scope: [{scope}], given_on: 2026-01-01}}" if scope else None,
    )
    nodes = graph(plan(coordinators__office=record), "coordinators/")
    (point,) = of_type(nodes, "ContactPoint")
    assert expected == (point.get("name"), point.get("email"), point.get("telephone"))
    assert ("Canary" in json.dumps(nodes)) == (expected[0] is not None)


def test_contact_of_a_programme_is_stated_once() -> None:
    """Whom to ask when no place fits stands on the programme's page, also when serving another programme."""
    elsewhere = changed(COORDINATOR, programmes="[other]", role="Head office")
    found = plan(coordinators__office=elsewhere, coordinators__local=COORDINATOR, programmes__other=PROGRAMME)
    points = of_type(graph(found, "programmes/bridge/"), "ContactPoint")
    assert [point["contactType"] for point in points] == ["Coordinator", "Head office"]


def test_contact_leads_to_its_card(small: SitePlan) -> None:
    """The address of a contact ends in an id that the directory has."""
    html = page_at(small, "coordinators/").html
    points = of_type(graph(small, "coordinators/"), "ContactPoint")
    missing = [point["url"] for point in points if f'id="{point["url"].partition("#")[2]}"' not in html]
    assert (len(points), missing) == (2, [])


def meeting(text: str, places: str = PLACE, language: str = "en") -> list[dict[str, Any]]:
    """The events of a call with one meeting, written as YAML flow without braces."""
    found = plan(changed(CALL, info_meetings=f"[{{id: first, {text}}}]"), places__odense=places)
    return of_type(graph(found, "calls/mentors/", language), "Event")


HERE = "starts: 2026-11-25 17:00, place: odense"
ONLINE = "starts: 2026-11-25 17:00, online_url: 'https://meet.example.org/x'"


@pytest.mark.parametrize(
    ("text", "status", "mode", "locations"),
    [
        (HERE, "EventScheduled", "Offline", ["City"]),
        (ONLINE, "EventScheduled", "Online", ["VirtualLocation"]),
        (f"{ONLINE}, place: odense", "EventScheduled", "Mixed", ["City", "VirtualLocation"]),
        (f"{HERE}, status: cancelled", "EventCancelled", "Offline", ["City"]),
        (f"{HERE}, status: postponed", "EventPostponed", "Offline", ["City"]),
        (f"{ONLINE}, place: odense, status: moved_online", "EventMovedOnline", "Online", ["VirtualLocation"]),
        (f"{HERE}, status: moved_online", "EventMovedOnline", "Online", ["VirtualLocation"]),
    ],
)
def test_status_and_place_of_an_event(text: str, status: str, mode: str, locations: list[str]) -> None:
    """An event says whether it takes place and where: here, online or both, with an address or a link."""
    (event,) = meeting(text)
    found = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert locations == [place["@type"] for place in found]
    assert f"https://schema.org/{status}" == event["eventStatus"]
    assert f"https://schema.org/{mode}EventAttendanceMode" == event["eventAttendanceMode"]
    assert [place for place in found if not {"address", "url"} & set(place)] == []


def test_event_has_what_search_engines_require(small: SitePlan) -> None:
    """Name, start with offset, and a place with an address stand in the event, with all that is recommended."""
    (event,) = of_type(graph(small, "calls/mentors-odense/"), "Event")
    assert event == {
        "@type": "Event",
        "@id": "https://broen.example.org/#calls/mentors-odense/december",
        "name": "Info meeting: Mentors for Odense",
        "description": "We are looking for mentors who have time from February 2027.",
        "url": "https://broen.example.org/en/calls/mentors-odense/#meeting-december",
        "image": "https://broen.example.org/media/conversation.png",
        "startDate": "2026-12-03T17:00+01:00",
        "endDate": "2026-12-03T18:30+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "City",
            "@id": "https://broen.example.org/#places/odense",
            "name": "Odense",
            "url": "https://broen.example.org/en/places/odense/",
            "address": {"@type": "PostalAddress", "addressLocality": "Odense", "addressCountry": "DK"},
        },
        "organizer": {"@id": "https://broen.example.org/#organisations/broen"},
        "about": {
            "@type": "EducationalOccupationalProgram",
            "@id": "https://broen.example.org/#programmes/broen-mentor",
            "name": "The Bridge mentor network",
            "url": "https://broen.example.org/en/programmes/broen-mentor/",
        },
        "inLanguage": "da",
    }


def test_event_leads_to_its_place_on_the_page(small: SitePlan) -> None:
    """The address of an event ends in an id that the call's page has."""
    (event,) = of_type(graph(small, "calls/mentors-odense/"), "Event")
    anchor = event["url"].partition("#")[2]
    assert f'id="{anchor}"' in page_at(small, "calls/mentors-odense/").html


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2026-10-24", "+02:00"),
        ("2026-10-25", "+01:00"),
        ("2027-03-27", "+01:00"),
        ("2027-03-28", "+02:00"),
    ],
)
def test_offset_around_the_change_of_clocks(day: str, offset: str) -> None:
    """A start has the offset that its zone has on that day."""
    (event,) = meeting(f"starts: {day} 17:00, place: odense")
    assert f"{day}T17:00{offset}" == event["startDate"]


def test_meeting_without_a_place_is_no_event() -> None:
    """Where neither place nor link is known, nothing is stated."""
    assert meeting("starts: 2026-11-25 17:00") == []


def test_own_name_and_languages_of_a_meeting() -> None:
    """A meeting with a name has this one, and the languages in which it is held."""
    (event,) = meeting(f"{HERE}, name: Open house, languages: [en, uk]")
    assert (event["name"], event["inLanguage"]) == ("Open house", ["en", "uk"])


def test_event_without_translation_keeps_its_language_apart() -> None:
    """On a page in another language the words of the record are marked with theirs, ours are not."""
    (event,) = meeting(HERE, language="da")
    assert event["name"] == "Informationsmøde"
    assert event["description"] == {"@language": "en", "@value": "Wanted."}


def test_moved_meeting_leads_to_where_its_link_is() -> None:
    """A meeting that moved online without a link leads to its registration, else to its own page."""
    (registered,) = meeting(f"{HERE}, status: moved_online, registration_url: 'https://reg.example.org/'")
    (bare,) = meeting(f"{HERE}, status: moved_online")
    assert registered["location"]["url"] == "https://reg.example.org/"
    assert bare["location"]["url"] == f"{BASE}calls/mentors/#meeting-first"


def test_venue_takes_its_address_from_what_holds_it() -> None:
    """A venue without an address has the names of its city and region, and says whether it is step-free."""
    venue = changed(PLACE, name="Library", place_type="venue", part_of="town", step_free="false")
    found = plan(
        changed(CALL, info_meetings=f"[{{id: first, {HERE}}}]"),
        places__odense=venue,
        places__town=changed(PLACE, name="Town", part_of="funen"),
        places__funen=changed(PLACE, name="Funen", place_type="region", part_of="south"),
        places__south=changed(PLACE, name="South", place_type="region"),
    )
    (event,) = of_type(graph(found, "calls/mentors/"), "Event")
    assert event["location"] == {
        "@type": "Place",
        "@id": f"{BASE}#places/odense",
        "name": "Library",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Town",
            "addressRegion": "Funen",
            "addressCountry": "DK",
        },
        "containedInPlace": {
            "@type": "City",
            "@id": f"{BASE}#places/town",
            "name": "Town",
            "url": f"{BASE}places/town/",
        },
        "amenityFeature": {
            "@type": "LocationFeatureSpecification",
            "name": "Step-free entrance",
            "value": False,
        },
    }


def test_story(small: SitePlan) -> None:
    """A story is an article in the language of the page, with its day, picture and place."""
    article = graph(small, "stories/first-year/", "da")[0]
    kept = {key: article[key] for key in ("headline", "inLanguage", "datePublished", "image", "url")}
    assert kept == {
        "headline": "Et år som mentor",
        "inLanguage": "da",
        "datePublished": "2026-09-01",
        "image": "https://broen.example.org/media/conversation.png",
        "url": "https://broen.example.org/stories/first-year/",
    }


def test_story_without_translation_is_in_its_own_language() -> None:
    """Shown in place of a translation, a story is the original: same id, address, language and words."""
    found = plan(stories__year=STORY)
    danish, english = (graph(found, "stories/year/", language)[0] for language in ("da", "en"))
    assert {key: danish[key] for key in ("@id", "url", "inLanguage", "headline", "description")} == {
        "@id": f"{BASE}stories/year/#article",
        "url": f"{BASE}stories/year/",
        "inLanguage": "en",
        "headline": "A year",
        "description": "It helped.",
    }
    assert english["inLanguage"] == "en"


def test_trail_of_a_story_without_translation_ends_at_the_original() -> None:
    """The last step of the trail is the address under which the story should be known."""
    (trail,) = of_type(graph(plan(stories__year=STORY), "stories/year/", "da"), "BreadcrumbList")
    expected = [f"{BASE}da/", f"{BASE}da/stories/", f"{BASE}stories/year/"]
    assert expected == [step["item"] for step in trail["itemListElement"]]


def test_words_in_another_language_than_the_guide_are_marked() -> None:
    """In a guide that is English on a Danish page, a topic that has a Danish name is marked as Danish."""
    topics = "terms: [{id: jobs, name: {en: Jobs, da: Arbejde}}]\n"
    guide = changed(GUIDE, topics="[jobs]")
    node = graph(plan(guides__first=guide, vocabulary__topics=topics), "guides/first/", "da")[0]
    assert (node["inLanguage"], node["name"]) == ("en", "First steps")
    assert node["teaches"] == {"@language": "da", "@value": "Arbejde"}


def test_guide(small: SitePlan) -> None:
    """A guide is a learning resource for its audience, with what it teaches."""
    guide = graph(small, "guides/first-meeting/")[0]
    expected = ("LearningResource", "en", "Looking for work", "mentor")
    assert expected == (
        guide["@type"],
        guide["inLanguage"],
        guide["teaches"],
        guide["audience"]["educationalRole"],
    )


def test_name_without_translation_keeps_its_language() -> None:
    """On a Danish page an English name is marked as English, a Danish one is plain."""
    found = plan(**{"programmes__bridge.da": "name: Broen\n", "vocabulary__topics": VOCABULARY})
    node = graph(found, "programmes/bridge/", "da")[0]
    assert (node["name"], node["description"]) == (
        "Broen",
        {"@language": "en", "@value": "Mentors for newcomers."},
    )
