"""What the page of a call says of its meeting without a script, to the script and to machines, by status."""

from __future__ import annotations

import html
import json
import re

import pytest

from generator.render.html import RenderedPage
from tests.support.output import attributes, page_at
from tests.support.records import CALL, ORGANISATION, PLACE, PROGRAMME, SITE, catalog_of, changed, plan_of

FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": PROGRAMME,
    "places/odense.yml": PLACE,
    "places/hall.yml": changed(
        PLACE,
        name="Town hall",
        place_type="venue",
        part_of="odense",
        step_free="true",
        address="{address_1: Road 1, postal_code: 5000, city: Odense, country: DK}",
    ),
    "sites/portal.yml": SITE,
}
MEETING = (
    "id: first, starts: 2026-12-03 17:00, place: hall, online_url: 'https://meet.example.org/a', childcare: true, "
    "registration_email: ask@example.org, registration_url: 'https://reg.example.org/'"
)
WAYS = ["Take part online", "Register", "Register by e-mail", "Add to my calendar"]
HOUSE = ["Town hall", "Road 1", "Step-free entrance", "Somebody looks after the children"]
NOTES = ["This meeting is cancelled.", "This meeting is postponed.", "This meeting is held online."]


def page(call: str, route: str = "calls/mentors/") -> RenderedPage:
    """A page of a site with one call."""
    return page_at(plan_of(catalog_of({**FILES, "calls/mentors.yml": call})), route)


def with_meeting(text: str, **keys: str) -> str:
    """A call with one meeting; `text` is added to it."""
    return changed(CALL, info_meetings=f"[{{{MEETING}{text}}}]", **keys)


def said(text: str, words: list[str]) -> list[str]:
    """Those of some words that stand in a text as a line or a link of their own."""
    plain = re.split(r"\s*(?:<[^>]*>)+\s*|: ?(?=<)", text)
    return [word for word in words if word in plain]


@pytest.mark.parametrize(
    ("text", "keys", "offered", "expected"),
    [
        ("", {}, (WAYS, HOUSE, []), ([], ["EventScheduled"])),
        (", status: moved_online", {}, (WAYS, [], NOTES[2:]), ([], ["EventMovedOnline"])),
        (", status: postponed", {}, ([], HOUSE, NOTES[1:2]), (["postponed"], ["EventPostponed"])),
        (", status: cancelled", {}, ([], HOUSE, NOTES[:1]), (["cancelled"], ["EventCancelled"])),
        ("", {"state_override": "cancelled"}, ([], HOUSE, NOTES[:1]), (["cancelled"], ["EventCancelled"])),
    ],
    ids=["scheduled", "moved online", "postponed", "cancelled", "call cancelled"],
)
def test_a_meeting_offers_what_its_status_allows(
    text: str,
    keys: dict[str, str],
    offered: tuple[list[str], ...],
    expected: tuple[list[str], list[str]],
) -> None:
    """Nobody is asked to register for what is off, or sent to a house that the meeting has left."""
    found = page(with_meeting(text, **keys))
    card = found.html.partition('id="meeting-first"')[2].partition("</article>")[0]
    machines = re.findall(r'"eventStatus": ?"https://schema.org/(\w+)"', str(found.view["head"]))
    assert tuple(said(card, words) for words in (WAYS, HOUSE, NOTES)) == offered
    assert (attributes(found.html, "data-away"), machines) == expected


def test_words_for_the_script_tell_postponed_from_cancelled() -> None:
    """A postponed meeting will be held."""
    block = page(CALL).html.partition('id="portal-words">')[2].partition("</script>")[0]
    words = json.loads(html.unescape(block))
    assert (words["meeting-postponed"], words["meeting-cancelled"]) == ("Postponed", "Cancelled")


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_the_facts_of_a_programme_have_meetings_that_take_place(status: str) -> None:
    """One that is off never stands in the way of the next."""
    later = "{id: later, starts: 2027-01-14 17:00, place: hall}"
    call = changed(CALL, info_meetings=f"[{{{MEETING}, status: {status}}}, {later}]")
    row = page(call, "programmes/bridge/").html.partition("facts__next")[2].partition("</dd>")[0]
    assert re.findall(r"#meeting-(\w+)", row) == ["later"]


def test_without_any_meeting_that_takes_place_one_asks_the_coordinator() -> None:
    """Instead of an empty row."""
    row = page(with_meeting(", status: cancelled"), "programmes/bridge/").html.partition("facts__next")[2]
    assert "<span data-none>Ask the coordinator</span>" in row


@pytest.mark.parametrize("closes_on", ["2026-06-30", "2026-10-21", "2026-11-20"])
def test_a_call_whose_days_ended_keeps_a_last_period(closes_on: str) -> None:
    """The script finds an end that is past, however long ago."""
    window = "{months: [5, 10, 11], first_day: 1, last_day: 10}"
    found = page(changed(CALL, opens_on="2026-01-01", closes_on=closes_on, window=window))
    (periods,) = {html.unescape(value) for value in attributes(found.html, "data-periods")}
    ends = [closes for _, closes, _ in json.loads(periods)]
    assert ends and max(ends) < "2026-11-21T00:00:01"
