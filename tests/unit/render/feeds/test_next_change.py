"""When the site changes next by itself, for whoever builds it then."""

from __future__ import annotations

import json
from typing import Any

from generator.plan.routes import api_path
from generator.plan.site_plan import SitePlan
from generator.render.feeds.api import api_files
from generator.render.feeds.next_change import LISTED
from tests.support.feeds import PERSON, clock, portal
from tests.support.records import CALL, TESTIMONIAL, changed

NO_CALL: dict[str, str | None] = {"calls__mentors": None, "calls__mentors__da": None}


def read(plan: SitePlan, now: str = "2026-11-21T00:00+00:00") -> Any:
    """The file as it is at a moment."""
    return json.loads(api_files(plan, clock(now))[api_path("next-change")])


def test_the_next_change_is_the_first() -> None:
    """With its offset, and what it is; the others follow."""
    data = read(portal(), "2026-12-01T00:00+00:00")
    assert data["next"] == "2026-12-02T00:00:00+01:00"
    assert data["changes"] == [
        {"at": "2026-12-02T00:00:00+01:00", "kind": "calls", "id": "mentors", "what": "closed"},
        {
            "at": "2026-12-03T18:30:00+01:00",
            "kind": "calls",
            "id": "mentors",
            "what": "meeting_over",
            "part": "december",
        },
    ]


def test_with_nothing_to_come_the_next_change_is_null() -> None:
    """The key is there, so that a script need not guess."""
    data = read(portal(**NO_CALL))
    assert (data["next"], data["changes"]) == (None, [])


def test_the_end_of_somebodys_work_is_not_announced() -> None:
    """That the site changes is told; who goes, and why, is theirs to tell."""
    consent = "{basis: consent, scope: [quotation], given_on: 2026-01-01, expires_on: 2026-12-01}"
    plan = portal(
        **NO_CALL,
        coordinators__odense=changed(PERSON, valid_to="2026-12-01"),
        testimonials__voice=changed(TESTIMONIAL, consent=consent),
    )
    assert read(plan)["changes"] == [{"at": "2026-12-02T00:00:00+01:00", "what": "records"}]


def test_only_the_next_twenty_are_listed() -> None:
    """More is not asked for."""
    many = {
        f"calls__round-{number}": changed(CALL, closes_on=f"2027-01-{number:02}", name=f"Round {number}")
        for number in range(1, 31)
    }
    plan = portal(**many)
    data = read(plan)
    assert len(data["changes"]) == LISTED
    assert data["changes"] == sorted(data["changes"], key=lambda change: change["at"])


def test_the_file_is_the_same_until_something_changes() -> None:
    """An hour later nothing is written anew."""
    plan = portal()
    assert read(plan, "2026-11-21T08:00+00:00") == read(plan, "2026-11-21T09:00+00:00")
