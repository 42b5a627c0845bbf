"""What a call says of itself at the reader's moment: before, during, at the last minute, after, and years later."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Browser, Route

from tests.support.browsing import PHONE

pytestmark = pytest.mark.browser

CALL = "calls/kvinfo-odense-mentors-2027/"
MOMENTS = {
    "before": "2026-10-01T10:00:00+00:00",
    "open": "2026-11-21T10:00:00+00:00",
    "last minute": "2027-01-31T22:59:00+00:00",
    "after": "2027-01-31T23:00:00+00:00",
    "a year later": "2028-01-31T10:00:00+00:00",
}
SAID = {
    "kvinfo/": {
        "before": ["Åbner om 14 dage"],
        "open": ["Du kan søge nu", "Om 12 dage"],
        "last minute": ["I dag er sidste dag at søge", "Mødet er slut", "Mødet er slut"],
        "after": ["Lukket", "Mødet er slut", "Mødet er slut"],
        "a year later": ["Lukket", "Mødet er slut", "Mødet er slut"],
    },
    "kvinfo/en/": {
        "before": ["Opens in 14 days"],
        "open": ["You can apply now", "In 12 days"],
        "last minute": ["Today is the last day to apply", "This meeting is over", "This meeting is over"],
        "after": ["Closed", "This meeting is over", "This meeting is over"],
        "a year later": ["Closed", "This meeting is over", "This meeting is over"],
    },
    "kvinfo/ar/": {
        "before": ["يبدأ التقديم بعد 14 يومًا"],
        "open": ["يمكن تقديم الطلب الآن", "بعد 12 يومًا"],
        "last minute": ["اليوم هو آخر يوم لتقديم الطلب", "انتهى هذا اللقاء", "انتهى هذا اللقاء"],
        "after": ["مغلق", "انتهى هذا اللقاء", "انتهى هذا اللقاء"],
        "a year later": ["مغلق", "انتهى هذا اللقاء", "انتهى هذا اللقاء"],
    },
    "kvinfo/uk/": {
        "before": ["Відкривається через 14 днів"],
        "open": ["Можна подати заявку зараз", "Через 12 днів"],
        "last minute": ["Сьогодні останній день подання заявок"] + ["Ця зустріч уже відбулася"] * 2,
        "after": ["Закрито"] + ["Ця зустріч уже відбулася"] * 2,
        "a year later": ["Закрито"] + ["Ця зустріч уже відбулася"] * 2,
    },
    "network/de/": {
        "before": ["Beginnt in 14 Tagen"],
        "open": ["Sie können sich jetzt bewerben", "In 12 Tagen"],
        "last minute": ["Heute ist der letzte Tag für die Bewerbung"] + ["Dieses Treffen ist vorbei"] * 2,
        "after": ["Geschlossen"] + ["Dieses Treffen ist vorbei"] * 2,
        "a year later": ["Geschlossen"] + ["Dieses Treffen ist vorbei"] * 2,
    },
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("language", SAID, ids=["da", "en", "ar", "uk", "de"])
def test_a_call_says_its_state_and_offers_the_right_action(
    language: str, moment: str, browser: Browser, address: str
) -> None:
    """State and days left are those of the reader's moment in Copenhagen; one can apply until the call closes."""
    context = browser.new_context(viewport=PHONE, timezone_id="America/Los_Angeles")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS[moment]))
    page.goto(f"{address}{language}{CALL}")
    said = page.locator(":is(.topic__head, [data-meeting]) > [data-state]:visible").all_inner_texts()
    can_apply = page.locator("#apply").is_visible()
    can_register = page.locator('[data-meeting] a[href^="mailto:"]:visible').count() > 0
    context.close()
    is_over = moment in ("after", "a year later")
    expected = (SAID[language][moment], not is_over, moment in ("before", "open"))
    assert (said, can_apply, can_register) == expected


@pytest.mark.parametrize(("moment", "first"), [("open", "Odense"), ("after", "Aarhus")])
def test_a_list_begins_with_what_one_can_apply_for(
    moment: str, first: str, browser: Browser, address: str
) -> None:
    """Open calls come first, the next to close at the top; closed ones come last."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS[moment]))
    page.goto(f"{address}kvinfo/calls/")
    titles = page.locator("[data-calls] .card__title").all_inner_texts()
    context.close()
    assert first in titles[0]


@pytest.mark.parametrize("language", SAID, ids=["da", "en", "ar", "uk", "de"])
def test_without_script_nothing_is_said_that_a_day_makes_false(
    language: str, browser: Browser, address: str
) -> None:
    """With JavaScript off the page has absolute dates only: no state, no days left."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}{CALL}")
    shown = page.locator("[data-state]:visible").count()
    text = page.locator("#portal-content").inner_text()
    context.close()
    words = {word for moment in SAID[language].values() for word in moment}
    assert (shown, [word for word in words if word in text]) == (0, [])


MEETINGS = {
    "before": ["3. december 2026", "14. januar 2027", "4. februar 2027"],
    "open": ["3. december 2026", "14. januar 2027", "4. februar 2027"],
    "last minute": ["4. februar 2027"],
    "after": ["4. februar 2027"],
    "a year later": [],
}
HOME_AND_PLACES = {"": slice(None), "places/odense/": slice(2), "places/aarhus/": slice(2, None)}
"""The home page has all meetings of the site, a city those of its own."""


@pytest.mark.parametrize("where", HOME_AND_PLACES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_no_list_has_a_meeting_that_is_over(moment: str, where: str, browser: Browser, address: str) -> None:
    """What is to come stands there, the soonest first; when nothing is left, readers are told whom to ask."""
    context = browser.new_context(viewport=PHONE, timezone_id="America/Los_Angeles")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS[moment]))
    page.goto(f"{address}kvinfo/{where}")
    shown = page.locator("[data-meetings] [data-meeting]:visible time").all_inner_texts()
    has_none = page.locator("[data-meetings] [data-none]").is_visible()
    context.close()
    own = MEETINGS["before"][HOME_AND_PLACES[where]]
    expected = [day for day in MEETINGS[moment] if day in own]
    assert ([day for day in own if any(day in time for time in shown)], len(shown), has_none) == (
        expected,
        len(expected),
        not expected,
    )


def test_the_next_meeting_is_among_the_facts_of_a_programme(browser: Browser, address: str) -> None:
    """Only the next one stands there, and when it is over the one after it."""
    found = []
    for moment in ("open", "after", "a year later"):
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS[moment]))
        page.goto(f"{address}kvinfo/en/programmes/kvinfo-mentornetvaerk/")
        found.append(page.locator(".facts__next").inner_text().strip())
        context.close()
    assert found == ["3 December 2026, 17:00", "4 February 2027, 16:30", "Ask the coordinator"]


def test_a_call_that_has_closed_says_what_comes_next(browser: Browser, address: str) -> None:
    """Before it opens a person is the way, then the form; after it the next call and the list of all."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    found = []
    for moment in ("before", "open", "last minute", "after", "a year later"):
        page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS[moment]))
        page.goto(f"{address}kvinfo/en/{CALL}")
        button = page.locator("a.button:visible").all_inner_texts()
        following = page.locator("[data-next] .card__title:visible").all_inner_texts()
        found.append((button, page.locator("#after").is_visible(), following))
    context.close()
    assert found == [
        (["Call the coordinator"], False, []),
        (["Apply online"], False, []),
        (["Apply online"], False, []),
        (["See all recruitment calls"], True, ["Would you like a mentor in Aarhus?"]),
        (["See all recruitment calls"], True, []),
    ]


def test_without_script_all_meetings_are_told_by_their_dates(browser: Browser, address: str) -> None:
    """With JavaScript off the lists say when something was or will be, and never that nothing is announced."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}kvinfo/")
    shown = page.locator("[data-meetings] time:visible").count()
    has_none = page.locator("[data-none]:visible").count()
    context.close()
    assert (shown, has_none) == (3, 0)


def test_a_call_without_any_period_is_closed_and_stops_nothing(browser: Browser, address: str) -> None:
    """Whatever a page says of one call, the others are told at their time."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS["open"]))
    where = f"{address}kvinfo/en/calls/"

    def without_periods(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(
            body=text.replace("data-call ", 'data-call data-periods="[]" ', 1), content_type="text/html"
        )

    page.route(where, without_periods)
    page.goto(where)
    states = page.locator("[data-call] > [data-state]").all_inner_texts()
    empty = page.locator('[data-periods="[]"] > [data-state]').all_inner_texts()
    context.close()
    assert (empty, len(states) > 1, all(states)) == (["Closed"], True, True)


@pytest.mark.parametrize(("status", "word"), [("postponed", "Postponed"), ("cancelled", "Cancelled")])
def test_a_meeting_that_is_off_says_why(status: str, word: str, browser: Browser, address: str) -> None:
    """The word of the script is that of the page."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS["open"]))
    where = f"{address}kvinfo/en/{CALL}"

    def put_off(route: Route) -> None:
        text = route.fetch().text()
        changed = text.replace("data-meeting ", f'data-meeting data-away="{status}" ', 1)
        route.fulfill(body=changed, content_type="text/html")

    page.route(where, put_off)
    page.goto(where)
    said = page.locator("[data-away] > [data-state]").all_inner_texts()
    context.close()
    assert said == [word]


def test_a_printed_programme_has_every_meeting_to_come(browser: Browser, address: str) -> None:
    """Paper stays true when the next meeting is over."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(MOMENTS["open"]))
    page.goto(f"{address}kvinfo/en/programmes/kvinfo-mentornetvaerk/")
    page.emulate_media(media="print")
    shown = page.locator(".facts__moment:visible time").all_inner_texts()
    context.close()
    assert [time.partition(",")[0] for time in shown] == [
        "3 December 2026",
        "14 January 2027",
        "4 February 2027",
    ]


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("kvinfo/calls/", ["15. oktober 2026", "31. januar 2027"]),
        ("kvinfo/en/", ["15 October 2026", "31 January 2027"]),
        ("kvinfo/uk/places/odense/", ["15 жовтня 2026 р.", "31 січня 2027 р."]),
    ],
)
def test_lists_have_absolute_dates_without_a_script(
    path: str, lines: list[str], browser: Browser, address: str
) -> None:
    """Each card of a call says from when and until when one can apply, true in any year."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    card = page.locator(
        ".card--call, .rows__row", has=page.locator('a[href*="kvinfo-odense-mentors-2027"]')
    ).first
    shown = card.locator("dd").all_inner_texts()
    context.close()
    assert [" ".join(line.split()) for line in shown[:2]] == lines


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-12-31T12:00:00+01:00", "Beginnt am 1. Februar 2027"),
        ("2027-01-02T12:00:00+01:00", "Beginnt in 30 Tagen"),
        ("2027-01-01T12:00:00+01:00", "Beginnt am 1. Februar 2027"),
    ],
)
def test_days_are_counted_only_when_they_are_few(
    moment: str, expected: str, browser: Browser, address: str
) -> None:
    """What is more than a month away is said by its date."""
    page = browser.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(f"{address}hochsauerland/")
    said = page.locator("[data-call] > [data-state]").first.inner_text()
    page.close()
    assert said == expected


@pytest.mark.parametrize("moment", ["2026-11-21T10:00:00+00:00", "2027-01-31T22:00:00+00:00"])
@pytest.mark.parametrize("id", ["drammen-mentorpartners", "kvinfo-odense-mentors-2027"])
def test_the_sign_of_a_state_is_the_same_in_a_list_and_on_the_page(
    id: str, moment: str, browser: Browser, address: str
) -> None:
    """What one can apply for has a filled dot of one colour in both places, a rolling call too."""
    page = browser.new_page(viewport=PHONE)
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    dots = []
    for route in ("calls/", f"calls/{id}/"):
        page.goto(f"{address}network/{route}")
        call = page.locator(f"[data-call]:has(a[href$='calls/{id}/']), article.topic[data-call]").first
        style = "element => getComputedStyle(element, '::before').backgroundColor"
        dots.append(call.locator("[data-state]").first.evaluate(style))
    page.close()
    assert dots[0] == dots[1] != "rgba(0, 0, 0, 0)"
