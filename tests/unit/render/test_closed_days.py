"""Days without office hours: shown until the last of them is over, on cards, in contact files and open data."""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator.clock import read_clock
from generator.model.coordinator import Coordinator
from generator.model.site import Site
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.render.feeds.api import api_files
from generator.render.feeds.vcard import contact_card
from generator.render.views.people import closed_days
from generator.render.voice import Voice
from generator.select.changes import changes
from generator.select.view import select
from generator.text.messages import load_messages
from tests.support.output import THEME, page_at
from tests.support.records import COORDINATOR, ORGANISATION, PROGRAMME, SITE, catalog_of, changed

HOLIDAYS = "23 December 2026\u2009–\u20093 January 2027"
CLOSED = """[
  {starts_on: 2027-02-01, ends_on: 2027-02-01},
  {starts_on: 2026-12-23, ends_on: 2027-01-03, description: {en: Holidays, da: Ferie}},
  {starts_on: 2026-07-01, ends_on: 2026-07-31, description: Summer}]"""


def plan(today: str = "2026-11-21", closed: str = CLOSED) -> SitePlan:
    """The plan of a site on a day; its only coordinator is away in three periods, given in no order."""
    catalog = catalog_of(
        {
            "organisations/association.yml": ORGANISATION,
            "programmes/bridge.yml": PROGRAMME,
            "coordinators/person.yml": changed(COORDINATOR, email="a@example.org", closed=closed),
            "sites/portal.yml": changed(SITE, languages="[en, da]"),
        }
    )
    site = catalog.get(Site, "portal")
    assert site is not None
    found, findings = plan_site(select(catalog, site, date.fromisoformat(today)), ())
    assert findings == ()
    return found


def voice_of(found: SitePlan, language: str = "en") -> tuple[Voice, Coordinator]:
    """The voice of the directory, and the coordinator."""
    page = found.page(language, "coordinators/")
    person = found.view.get(Coordinator, "person")
    assert page is not None
    assert person is not None
    return Voice(found, page, load_messages(THEME, language)), person


@pytest.mark.parametrize(
    ("today", "days"),
    [
        ("2026-11-21", [HOLIDAYS, "1 February 2027"]),
        ("2027-01-03", [HOLIDAYS, "1 February 2027"]),
        ("2027-01-04", ["1 February 2027"]),
        ("2027-02-02", []),
    ],
)
def test_days_are_shown_until_the_last_is_over(today: str, days: list[str]) -> None:
    """In absolute dates and in order; what is past is not told."""
    assert [row.days for row in closed_days(*voice_of(plan(today)))] == days


def test_a_card_says_when_and_why() -> None:
    """The reason stands in the reader's language behind the days."""
    html = page_at(plan(), "coordinators/", "da").html
    assert "<dd>23. december 2026–3. januar 2027 (Ferie)<br>1. februar 2027</dd>" in html


def test_a_reason_in_another_language_is_marked_as_such() -> None:
    """Somebody who hears the page is read a Danish word as Danish."""
    only_danish = "[{starts_on: 2027-02-01, ends_on: 2027-02-01, description: {da: Kursus}}]"
    html = page_at(plan(closed=only_danish), "coordinators/", "en").html
    assert '<dd>1 February 2027 (<span lang="da" dir="ltr">Kursus</span>)</dd>' in html


def test_a_contact_file_says_it_in_its_note() -> None:
    """A telephone has no field for it."""
    text = contact_card(*voice_of(plan())).decode().replace("\r\n ", "")
    assert f"Days without office hours: {HOLIDAYS} (Holidays)\\; 1 February 2027" in text


def test_open_data_have_all_of_them() -> None:
    """The dates themselves say what is past."""
    data = json.loads(api_files(plan(), read_clock("2026-11-21"))["api/coordinators.json"])
    (person,) = data["items"]
    assert [(row["starts_on"], row["ends_on"]) for row in person["closed"]] == [
        ("2027-02-01", "2027-02-01"),
        ("2026-12-23", "2027-01-03"),
        ("2026-07-01", "2026-07-31"),
    ]


def test_the_site_changes_when_they_are_over() -> None:
    """The day after the last day a build takes them off the page."""
    view = plan().view
    found = changes(view, read_clock("2026-11-21"))
    assert [(change.at.date().isoformat(), change.what) for change in found] == [
        ("2027-01-04", "closed_days_over"),
        ("2027-02-02", "closed_days_over"),
    ]
