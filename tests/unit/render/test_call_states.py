"""What the page and the card of a call say and offer in each state that editors can give it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.output import page_at
from tests.support.records import (
    CALL,
    COORDINATOR,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

APPLY = "{url: 'https://apply.example.org/', email: bridge@example.org}"
FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
    "places/odense.yml": PLACE,
    "coordinators/odense.yml": changed(COORDINATOR, places="[odense]", phones="[{number: 32 12 34 56}]"),
    "sites/portal.yml": SITE,
}


def page(route: str = "calls/mentors/", **keys: str) -> LexborHTMLParser:
    """A page of a site with one call."""
    call = changed(CALL, apply=APPLY, **keys)
    return LexborHTMLParser(page_at(plan_of(catalog_of({**FILES, "calls/mentors.yml": call})), route).html)


def actions(found: LexborHTMLParser) -> list[tuple[str | None, str]]:
    """The main actions with the phases in which the script shows them."""
    return [
        (part.attributes["data-when"], action.text())
        for part in found.css("[data-when]")
        for action in part.css(".action > .button")
    ]


LATER = ("closed", "See all recruitment calls")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, [("open", "Apply online"), ("waiting", "Call the coordinator"), LATER]),
        (
            {"state_override": "full", "waiting_list": "true"},
            [("open", "Apply online"), ("waiting", "Call the coordinator"), LATER],
        ),
        (
            {"state_override": "full"},
            [("open", "Call the coordinator"), ("waiting", "Call the coordinator"), LATER],
        ),
        (
            {"state_override": "paused"},
            [("open", "Call the coordinator"), ("waiting", "Call the coordinator"), LATER],
        ),
        ({"state_override": "cancelled"}, [LATER]),
    ],
)
def test_nobody_is_sent_to_a_form_that_takes_nobody(
    keys: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """While one can apply the form is the action; before, and while a call is paused or full, a person is."""
    assert actions(page(**keys)) == expected


@pytest.mark.parametrize("state", ["full", "paused", "cancelled"])
def test_a_call_that_takes_nobody_does_not_tell_how_to_apply(state: str) -> None:
    """Neither steps nor form nor mailbox stand on its page."""
    found = page(state_override=state, next_steps="We write to you.")
    assert found.css("#apply") == []
    assert "apply.example.org" not in (found.html or "")


@pytest.mark.parametrize(
    ("keys", "text", "when"),
    [
        ({"state_override": "full"}, "All places are taken.", "open waiting"),
        (
            {"state_override": "full", "waiting_list": "true"},
            "All places are taken. Until the last day to apply, you can put your name on the waiting list.",
            "open waiting",
        ),
        ({"state_override": "paused"}, "This call was paused.", "open waiting"),
        ({"state_override": "cancelled"}, "This call is cancelled.", None),
        ({"closes_on": "2026-11-10"}, "This call closed on 10 November 2026.", None),
    ],
)
@pytest.mark.parametrize("route", ["calls/mentors/", "calls/", ""])
def test_a_note_goes_when_it_is_no_longer_true(
    route: str, keys: dict[str, str], text: str, when: str | None
) -> None:
    """What holds until the last day is taken away by the script after it; its words are true then, too."""
    notes = page(route, **keys).css(".note")
    if route == "" and not notes:
        assert text.startswith(
            ("This call closed", "This call is cancelled")
        )  # the home page has only what comes
        return
    assert [(note.text(), note.attributes.get("data-when")) for note in notes] == [(text, when)]


def test_a_list_without_calls_to_come_says_whom_to_ask() -> None:
    """A list that begins with earlier calls does not begin with nothing."""
    found = page("calls/", closes_on="2026-11-10")
    first = found.css_first("h1 + p")
    assert first.text() == "No call is announced at present. Ask the coordinator."
