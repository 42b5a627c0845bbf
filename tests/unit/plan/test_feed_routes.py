"""Addresses of what readers take along: no two things share one, and hosts accept them."""

from __future__ import annotations

import pytest

from generator.plan.routes import (
    api_path,
    api_schema_path,
    calendar_route,
    contact_card_route,
    meeting_route,
    news_route,
)
from generator.publish.names import check_paths


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (contact_card_route("odense"), "feeds/odense.vcf"),
        (meeting_route("mentors", "december"), "feeds/calls/mentors/december.ics"),
        (calendar_route(), "feeds/events.ics"),
        (calendar_route("odense"), "feeds/places/odense.ics"),
        (news_route("calls"), "feeds/calls.xml"),
        (api_path("calls"), "api/calls.json"),
        (api_schema_path("calls"), "api/schema/calls.json"),
    ],
)
def test_addresses_stay_what_they_are(route: str, expected: str) -> None:
    """People have subscribed to them."""
    assert route == expected


def test_no_ids_make_two_things_share_an_address() -> None:
    """Whatever an editor calls records: named like our folders, or alike when joined."""
    ids = ["calls", "places", "events", "a", "a-b", "b", "b-c", "c"]
    routes = [
        *(contact_card_route(id) for id in ids),
        *(meeting_route(call, meeting) for call in ids for meeting in ids),
        calendar_route(),
        *(calendar_route(id) for id in ids),
        news_route("calls"),
        news_route("stories"),
    ]
    assert len(set(routes)) == len(routes)
    check_paths("portal", routes)
