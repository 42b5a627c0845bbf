"""Whatever records there are: a site shows a part of the catalog, nobody lapsed, and can say why."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.state import coordinator_lapse, media_lapse
from generator.select.view import SiteView
from tests.support.records import (
    CALL,
    COORDINATOR,
    DAY,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    view_of,
)

IDS = ("a", "b", "c")
ids = st.sampled_from(IDS)
some = st.lists(ids, max_size=2, unique=True).map(lambda found: f"[{', '.join(found)}]")
maybe = st.none() | ids
day = st.integers(-3, 3).map(lambda days: DAY + timedelta(days))
criterion = st.fixed_dictionaries(
    {}, optional={"programmes": some, "organisations": some, "places": some, "tags": some}
).map(lambda keys: "{" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}")
criteria = st.lists(st.just("{all: true}") | criterion, max_size=3).map(lambda found: f"[{', '.join(found)}]")


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """Three records of each kind that refer to each other as they like."""
    found = {
        "sites/portal.yml": changed(SITE, select=draw(criteria), organisation=draw(ids), contact=draw(maybe))
    }
    for id in IDS:
        found[f"organisations/{id}.yml"] = changed(
            ORGANISATION, parent_organisation=draw(maybe), logo=draw(maybe)
        )
        found[f"places/{id}.yml"] = changed(PLACE, part_of=draw(maybe))
        found[f"media/{id}.yml"] = changed(MEDIA, valid_to=f"{draw(day)}")
        found[f"programmes/{id}.yml"] = changed(
            PROGRAMME,
            organisation=draw(ids),
            places=draw(some),
            tags=draw(some),
            contact=draw(maybe),
            image=draw(maybe),
            status=draw(st.sampled_from(("active", "defunct"))),
        )
        found[f"coordinators/{id}.yml"] = changed(
            COORDINATOR,
            organisation=draw(ids),
            programmes=draw(some),
            places=draw(some),
            deputy=draw(maybe),
            photo=draw(maybe),
            valid_to=f"{draw(day)}",
        )
        found[f"calls/{id}.yml"] = changed(
            CALL, programme=draw(ids), places=draw(some), apply=f"{{coordinator: {draw(ids)}}}"
        )
    return found


def view(found: dict[str, str], today: date = DAY) -> SiteView:
    return view_of(catalog_of(found), today=today)


@settings(max_examples=150, deadline=None)
@given(files())
def test_a_site_shows_a_part_of_the_catalog(found: dict[str, str]) -> None:
    """Every shown record is one of the catalog's, under its own key."""
    shown = view(found)
    assert all(shown.catalog.by_key[key] is record for key, record in shown.records.items())


@settings(max_examples=150, deadline=None)
@given(files())
def test_nobody_who_has_lapsed_is_on_a_site(found: dict[str, str]) -> None:
    """By whatever way a person or picture came, one that has lapsed is not shown."""
    shown = view(found)
    people = [coordinator_lapse(record, DAY) for record in shown.of(Coordinator)]
    pictures = [media_lapse(record, DAY) for record in shown.of(Media)]
    assert [None] * (len(people) + len(pictures)) == people + pictures


@settings(max_examples=150, deadline=None)
@given(files())
def test_every_record_has_a_reason_for_or_against(found: dict[str, str]) -> None:
    """What is shown says why, what was left out says why, and nothing is both."""
    shown = view(found)
    assert (set(shown.records), set()) == (set(shown.reasons), set(shown.records) & set(shown.left_out))
