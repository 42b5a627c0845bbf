"""Info meetings as calendars: two independent parsers read what the record says, and it stays the same meeting."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given, settings
from icalendar import Calendar, Event

from generator.plan.routes import calendar_route, meeting_route
from generator.plan.site_plan import SitePlan
from generator.render.feeds.ics import appointments, calendar, single
from tests.support.feeds import (
    CALL_WITH_MEETING,
    LINES,
    call,
    files,
    portal,
    unfolded,
    usual_files,
    value,
    voice,
    words,
)
from tests.support.records import CALL, PLACE, SITE, changed

PATH = meeting_route("mentors", "december")


def meeting(text: str = "", **keys: str | None) -> str:
    """A call with one meeting; `text` is added to it."""
    record = f"{{id: december, starts: 2026-12-03 17:00{', ' if text else ''}{text}}}"
    return changed(CALL_WITH_MEETING, info_meetings=f"[{record}]", **keys)


def ics(text: str = "", language: str = "en", **keys: str | None) -> bytes:
    """The file of a meeting."""
    plan = portal(calls__mentors=meeting(text, **keys))
    (found,) = appointments(plan, language, words(language))
    return single(found)


def subscribed(plan: SitePlan, language: str = "en") -> bytes:
    """The calendar of the site."""
    return calendar(voice(plan, language), appointments(plan, language, words(language)))


def test_a_meeting_has_what_the_record_says() -> None:
    """All properties of the file, as text."""
    events = unfolded(usual_files()[PATH])
    assert events[events.index("BEGIN:VEVENT") : events.index("END:VEVENT")] == [
        "BEGIN:VEVENT",
        "SUMMARY;LANGUAGE=en:Info meeting: Mentors",
        "DTSTART;TZID=Europe/Copenhagen:20261203T170000",
        "DTEND;TZID=Europe/Copenhagen:20261203T183000",
        "DTSTAMP:20261101T000000Z",
        f"UID:{value(usual_files()[PATH], 'UID')}",
        "SEQUENCE:19602",
        "DESCRIPTION;LANGUAGE=en:Mentors\\nhttps://portal.example.org/calls/mentors/#meeting-december",
        "LAST-MODIFIED:20261101T000000Z",
        "LOCATION;LANGUAGE=en:Odense",
        "STATUS:CONFIRMED",
        "URL:https://portal.example.org/calls/mentors/#meeting-december",
    ]


@pytest.mark.parametrize("path", [PATH, calendar_route(), calendar_route("odense"), f"da/{calendar_route()}"])
def test_every_calendar_is_read_by_two_parsers(path: str) -> None:
    """icalendar and vobject find the same meeting at the same instant."""
    data = usual_files()[path]
    (first,) = Calendar.from_ical(data).walk("VEVENT")
    second = vobject.readOne(data.decode()).vevent
    expected = datetime(2026, 12, 3, 16, tzinfo=UTC)
    assert [first["DTSTART"].dt, second.dtstart.value] == [expected, expected]
    assert [str(first["SUMMARY"]), second.summary.value] == [str(first["SUMMARY"])] * 2
    assert [str(first["UID"]), second.uid.value] == [value(usual_files()[PATH], "UID")] * 2


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_title_comes_back_from_both_parsers(title: str) -> None:
    """Semicolons, commas, backslashes, quotation marks and emoji at the fold; no line over 75 octets."""
    plan = portal(
        calls__mentors=meeting(f"name: {json.dumps(title, ensure_ascii=False)}"), calls__mentors__da=None
    )
    (found,) = appointments(plan, "en", words("en"))
    data = single(found)
    assert vobject.readOne(data.decode()).vevent.summary.value == str(call(plan).info_meetings[0].name)
    assert [str(event["UID"]) for event in Calendar.from_ical(data).walk("VEVENT")] == [value(data, "UID")]
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    "edit",
    [
        {"name": "Other words"},
        {"timezone": "Europe/Oslo"},
        {"assured_on": "2026-11-10"},
        {"programme": "bridge"},
        {"state_override": "cancelled"},
    ],
)
def test_an_edit_keeps_the_uid(edit: dict[str, str]) -> None:
    """The title, the time zone, the day of confirmation: a subscriber's entry is updated, not doubled."""
    assert value(ics(**edit), "UID") == value(ics(), "UID")


@pytest.mark.parametrize(
    "edit",
    [
        "name: Other words",
        "ends: 2026-12-03 20:00",
        "status: cancelled",
        "online_url: 'https://a.example.org'",
    ],
)
def test_an_edit_of_the_meeting_keeps_the_uid(edit: str) -> None:
    """So does whatever changes in the meeting but its id."""
    assert value(ics(edit), "UID") == value(ics(), "UID")


def test_another_date_keeps_the_uid() -> None:
    """A meeting that is moved is the same meeting."""
    moved = changed(CALL_WITH_MEETING, info_meetings="[{id: december, starts: 2026-12-10 17:00}]")
    (found,) = appointments(portal(calls__mentors=moved), "en", words("en"))
    assert str(Event.from_ical(found.event)["UID"]) == value(ics(), "UID")


def test_every_site_and_language_knows_a_meeting_by_the_same_uid() -> None:
    """Who subscribes to two of them has one entry."""
    other = portal(sites__portal=changed(SITE, url="https://other.example.org/", languages="[en, da]"))
    found = [
        value(files(plan)[f"{folder}{PATH}"], "UID") for plan in (portal(), other) for folder in ("", "da/")
    ]
    assert found == [found[0]] * 4


def test_two_meetings_have_two_uids() -> None:
    """Of the same id in two calls, too."""
    plan = portal(calls__other=CALL_WITH_MEETING)
    found = [str(Event.from_ical(each.event)["UID"]) for each in appointments(plan, "en", words("en"))]
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("", {}, "CONFIRMED"),
        ("status: moved_online", {}, "CONFIRMED"),
        ("status: cancelled", {}, "CANCELLED"),
        ("status: postponed", {}, "CANCELLED"),
        ("", {"state_override": "cancelled"}, "CANCELLED"),
        ("", {"state_override": "full"}, "CONFIRMED"),
    ],
)
def test_a_meeting_that_is_not_held_stays_and_says_so(text: str, keys: dict[str, str], expected: str) -> None:
    """Nobody is sent to a meeting that is off, by the site's calendar or the meeting's own file."""
    plan = portal(calls__mentors=meeting(text, **keys))
    assert [value(subscribed(plan), "STATUS"), value(ics(text, **keys), "STATUS")] == [expected] * 2


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("status: cancelled", {}, "This meeting is cancelled."),
        ("status: postponed", {}, "This meeting is postponed."),
        ("status: moved_online", {}, "This meeting is held online."),
        ("", {"state_override": "cancelled"}, "This call is cancelled."),
    ],
)
def test_what_readers_must_know_comes_first(text: str, keys: dict[str, str], expected: str) -> None:
    """The first line of the description says why."""
    assert value(ics(text, **keys), "DESCRIPTION").split("\\n")[0] == expected


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("", {}), ("", {"assured_on": "2026-11-02"})),
        (("", {}), ("status: cancelled", {})),
        (("status: cancelled", {}), ("", {"assured_on": "2026-11-02"})),
        (("", {}), ("", {"state_override": "cancelled"})),
        (("", {"assured_on": None}), ("", {"assured_on": "2026-11-01"})),
    ],
)
def test_the_sequence_rises(
    first: tuple[str, dict[str, str | None]], then: tuple[str, dict[str, str | None]]
) -> None:
    """A calendar takes the later of two versions: after a confirmation, and when a meeting is called off."""
    before, after = (int(value(ics(text, **keys), "SEQUENCE")) for text, keys in (first, then))
    assert before < after


def test_without_a_day_of_confirmation_the_file_is_still_from_the_data() -> None:
    """DTSTAMP must be there: it is the day on which the call opens; nothing is said of a last change."""
    data = ics(assured_on=None)
    assert value(data, "DTSTAMP") == "20261101T000000Z"
    assert "LAST-MODIFIED" not in data.decode()


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-10-25 01:30", "2026-10-25 03:30", ("2026-10-24T23:30Z", "2026-10-25T02:30Z")),
        ("2026-10-25 02:30", "2026-10-25 04:00", ("2026-10-25T00:30Z", "2026-10-25T03:00Z")),
        ("2027-03-28 01:30", "2027-03-28 03:30", ("2027-03-28T00:30Z", "2027-03-28T01:30Z")),
        ("2027-03-28 02:30", "2027-03-28 04:00", ("2027-03-28T01:30Z", "2027-03-28T02:00Z")),
        ("2027-03-28 03:00", "2027-03-28 03:30", ("2027-03-28T01:00Z", "2027-03-28T01:30Z")),
    ],
)
def test_days_of_the_clock_change_are_right_by_the_rules_in_the_file(
    starts: str, ends: str, expected: tuple[str, str]
) -> None:
    """An independent reader of the file's own VTIMEZONE comes to the right instants."""
    record = changed(CALL_WITH_MEETING, info_meetings=f"[{{id: december, starts: {starts}, ends: {ends}}}]")
    (found,) = appointments(portal(calls__mentors=record), "en", words("en"))
    lines = unfolded(single(found))
    rules = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]
    there = tzical(io.StringIO("\n".join(rules))).get()
    found_moments = tuple(
        datetime.strptime(value(single(found), name), "%Y%m%dT%H%M%S").replace(tzinfo=there).astimezone(UTC)
        for name in ("DTSTART", "DTEND")
    )
    assert tuple(f"{moment:%Y-%m-%dT%H:%MZ}" for moment in found_moments) == expected


def test_an_end_that_the_clock_change_swallows_is_left_out() -> None:
    """From 02:30, which is 03:30, to 03:15: an entry that ends before it begins is refused by calendars."""
    record = "[{id: december, starts: 2027-03-28 02:30, ends: 2027-03-28 03:15}]"
    plan = portal(calls__mentors=changed(CALL_WITH_MEETING, info_meetings=record))
    (found,) = appointments(plan, "en", words("en"))
    assert b"DTEND" not in found.event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("place: house", "LOCATION;LANGUAGE=en:House\\, Road 1\\, 5000 Odense"),
        ("online_url: 'https://meet.example.org/a'", "LOCATION:https://meet.example.org/a"),
        (
            "place: house, online_url: 'https://meet.example.org/a'",
            "LOCATION;LANGUAGE=en:House\\, Road 1\\, 5000 Odense",
        ),
        (
            "place: house, online_url: 'https://meet.example.org/a', status: moved_online",
            "LOCATION:https://meet.example.org/a",
        ),
        ("place: house, status: moved_online", "LOCATION;LANGUAGE=en:Online"),
    ],
)
def test_the_location_is_where_to_go(text: str, expected: str) -> None:
    """Nobody is sent to a house that the meeting has left."""
    house = changed(
        PLACE,
        name="House",
        place_type="venue",
        part_of="odense",
        address="{address_1: Road 1, postal_code: 5000, city: Odense, country: DK}",
    )
    plan = portal(calls__mentors=meeting(text), places__house=house)
    (found,) = appointments(plan, "en", words("en"))
    assert [line for line in unfolded(single(found)) if line.startswith("LOCATION")] == [expected]


def test_a_calendar_without_meetings_is_valid() -> None:
    """RFC 5545 asks for a component: the site's time zone is there, and both parsers read it."""
    data = subscribed(portal(calls__mentors=CALL))
    assert [part.name for part in Calendar.from_ical(data).subcomponents] == ["VTIMEZONE"]
    assert vobject.readOne(data.decode()).version.value == "2.0"


def test_a_calendar_to_subscribe_to_says_its_name_and_when_to_look_again() -> None:
    """In the reader's language, in the words that programs read."""
    lines = unfolded(usual_files()[f"da/{calendar_route('odense')}"])
    assert lines[:8] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//programme-portal//generator//EN",
        "METHOD:PUBLISH",
        "NAME:Portalen – Informationsmøder – Odense",
        "X-WR-CALNAME:Portalen – Informationsmøder – Odense",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]


def test_every_zone_of_a_calendar_has_its_rules() -> None:
    """One VTIMEZONE for each zone that a meeting is in, none besides."""
    plan = portal(calls__far=meeting(timezone="America/New_York"), calls__near=meeting())
    zones = [str(part["TZID"]) for part in Calendar.from_ical(subscribed(plan)).walk("VTIMEZONE")]
    assert zones == ["America/New_York", "Europe/Copenhagen"]


def test_meetings_are_in_order_of_time_not_of_wall_clocks() -> None:
    """17:00 in New York is after 17:00 in Copenhagen."""
    plan = portal(calls__far=meeting(timezone="America/New_York"), calls__mentors=meeting())
    assert [each.call.id for each in appointments(plan, "en", words("en"))] == ["mentors", "far"]


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("place: house", "[aarhus]", {"house", "odense", "funen"}),
        ("place: odense", "[]", {"odense", "funen"}),
        ("online_url: 'https://meet.example.org/a'", "[odense]", {"odense", "funen"}),
        ("online_url: 'https://meet.example.org/a'", "[funen]", {"odense", "funen"}),
        ("online_url: 'https://meet.example.org/a'", "[]", {"odense", "funen"}),
    ],
)
def test_a_meeting_is_in_the_calendars_of_its_places(text: str, places: str, expected: set[str]) -> None:
    """The same as on the pages of places: its own, those of the call (a region's cities too), and all around them."""
    plan = portal(
        calls__mentors=meeting(text, places=places),
        places__house=changed(PLACE, name="House", place_type="venue", part_of="odense"),
        places__odense=changed(PLACE, part_of="funen"),
        places__funen=changed(PLACE, name="Funen", place_type="region"),
        places__aarhus=changed(PLACE, name="Aarhus"),
        calls__mentors__da=None,
    )
    (found,) = appointments(plan, "en", words("en"))
    assert found.places == expected


def test_a_title_without_translation_says_its_language() -> None:
    """The Danish calendar has the English title, marked as English."""
    plan = portal(calls__mentors=meeting("name: Meet us"), calls__mentors__da="summary: Søges.\n")
    (found,) = appointments(plan, "da", words("da"))
    assert "SUMMARY;LANGUAGE=en:Meet us" in unfolded(single(found))


@pytest.mark.parametrize(("policy", "expected"), [("notice", ["december"]), ("omit", [])])
def test_the_site_says_what_happens_to_a_call_without_translation(policy: str, expected: list[str]) -> None:
    """Left out where the page is left out, so that no entry leads nowhere."""
    site = changed(SITE, languages="[en, da]", fallback=policy)
    plan = portal(calls__mentors__da=None, sites__portal=site)
    assert [each.meeting.id for each in appointments(plan, "da", words("da"))] == expected
