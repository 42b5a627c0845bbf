"""Info meetings in lists: which of them, in which order, and what is said of each."""

from __future__ import annotations

from generator.model.call import Call
from generator.render.views.meetings import MeetingLine, coming, meetings
from tests.support.output import on_page, page_at, voice_at
from tests.support.records import CALL, ORGANISATION, PLACE, PROGRAMME, SITE, catalog_of, changed, plan_of

FIRST = "{id: first, starts: 2026-12-03 17:00, ends: 2026-12-03 18:30, place: hall}"
ONLINE = "{id: online, starts: 2027-01-14 17:00, online_url: https://meet.example.org/a}"
OVER = "{id: over, starts: 2026-10-01 17:00}"
FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense, aarhus]"),
    "places/funen.yml": changed(PLACE, name="Funen", place_type="region"),
    "places/odense.yml": changed(PLACE, part_of="funen"),
    "places/aarhus.yml": changed(PLACE, name="Aarhus"),
    "places/hall.yml": changed(PLACE, name="Hall", place_type="venue", part_of="odense"),
    "sites/portal.yml": SITE,
}


def lines(place: str | None = None, **calls: str) -> tuple[MeetingLine, ...]:
    """The meetings to come of some calls, on 21 November 2026."""
    plan = plan_of(catalog_of({**FILES, **{f"calls/{id}.yml": text for id, text in calls.items()}}))
    voice = voice_at(plan, "")
    return on_page(voice, coming(voice, plan.view.of(Call), place))


def call(*found: str, **keys: str) -> str:
    """A call with info meetings."""
    return changed(CALL, info_meetings=f"[{', '.join(found)}]", **keys)


def test_meetings_of_all_calls_are_in_order_of_time() -> None:
    """The soonest is first, whichever call it belongs to; what is over is not there."""
    found = lines(a=call(ONLINE, OVER), b=call(FIRST))
    assert [line.url for line in found] == ["./calls/b/#meeting-first", "./calls/a/#meeting-online"]


def test_the_meetings_of_a_cancelled_call_are_no_longer_announced() -> None:
    """Nobody is sent to a meeting about a call that was cancelled."""
    assert lines(a=call(FIRST, state_override="cancelled")) == ()


def test_a_cancelled_meeting_is_told_until_its_day() -> None:
    """Whoever meant to come must read that it is cancelled."""
    (found,) = lines(a=call(FIRST.replace("}", ", status: cancelled}")))
    assert found.note == "This meeting is cancelled."


def test_a_line_has_the_city_and_the_house() -> None:
    """A venue alone tells a newcomer nothing."""
    (found,) = lines(a=call(FIRST))
    assert [str(getattr(part, "title", part)) for part in found.where] == ["Odense", "Hall"]


def test_on_the_page_of_a_city_its_name_is_not_repeated() -> None:
    """The house is enough there."""
    (found,) = lines("odense", a=call(FIRST))
    assert [str(getattr(part, "title", part)) for part in found.where] == ["Hall"]


def test_a_place_has_what_is_held_there_and_what_its_calls_announce() -> None:
    """A meeting in the town hall is the town's, and so is the online one of a call for the town."""
    found = lines(
        "odense",
        held=call(FIRST),
        about=call(ONLINE, places="[odense]"),
        other=call(ONLINE, places="[aarhus]"),
    )
    assert [line.url for line in found] == ["./calls/held/#meeting-first", "./calls/about/#meeting-online"]


def test_a_meeting_of_a_region_is_one_of_its_towns_too() -> None:
    """A call for the region, or for wherever the programme is, is for the town; what is held elsewhere is not."""
    away = FIRST.replace("hall", "aarhus")
    found = lines("odense", a=call(ONLINE, places="[funen]"), b=call(ONLINE), c=call(away))
    assert [line.url for line in found] == ["./calls/a/#meeting-online", "./calls/b/#meeting-online"]


def test_a_meeting_online_says_whose_time_it_is() -> None:
    """Readers may be in another time zone; a meeting in a house needs no such word."""
    found = lines(a=call(FIRST, ONLINE))
    assert [line.brief for line in found] == ["3 December 2026, 17:00", "14 January 2027, 17:00 (Copenhagen)"]


def test_what_makes_it_easier_to_come_is_told() -> None:
    """A step-free way in, somebody for the children, and interpreters; nothing where nothing is known."""
    eased = FIRST.replace("}", ", childcare: true, interpreters: [ar, uk]}")
    files = {**FILES, "places/hall.yml": changed(FILES["places/hall.yml"], step_free="true")}
    plan = plan_of(catalog_of({**files, "calls/a.yml": call(eased, ONLINE)}))
    (record,) = plan.view.of(Call)
    assert [found.comforts for found in meetings(voice_at(plan, "calls/a/"), record)] == [
        (
            "Step-free entrance",
            "Somebody looks after the children",
            "Interpreters for: Arabic and Ukrainian",
        ),
        (),
    ]


def test_a_home_page_without_meetings_to_come_has_no_list_of_them() -> None:
    """No heading stands alone."""
    html = page_at(plan_of(catalog_of({**FILES, "calls/a.yml": call(OVER)})), "").html
    assert "data-meetings" not in html
