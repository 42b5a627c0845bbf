"""What single page types owe their readers: facts of a programme, ways to apply, what comes after, voices."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.model.call import Call
from generator.model.place import Place
from generator.model.programme import Programme
from generator.render.views import lists
from generator.render.views.home import home, place
from generator.render.views.parts import Link
from generator.render.views.programme_facts import key_facts
from generator.render.views.reading import call_page
from tests.support.output import on_page, page_at, voice_at
from tests.support.records import (
    CALL,
    COORDINATOR,
    GUIDE,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    TESTIMONIAL,
    catalog_of,
    changed,
    plan_of,
)

FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
    "places/odense.yml": PLACE,
    "coordinators/odense.yml": changed(
        COORDINATOR,
        places="[odense]",
        phones="[{number: 32 12 34 56}]",
        replies_within_days="2",
        languages="[da, ar]",
    ),
    "calls/mentors.yml": CALL,
    "sites/portal.yml": SITE,
}
LABELS = ["Time", "Length", "Where", "Languages spoken", "Cost", "Background check"]


def facts(**keys: str) -> dict[str, list[str]]:
    """The key facts of a programme by label."""
    files = {**FILES, "programmes/bridge.yml": changed(FILES["programmes/bridge.yml"], **keys)}
    voice = voice_at(plan_of(catalog_of(files)), "programmes/bridge/")
    assert isinstance(voice.page.record, Programme)
    found = key_facts(voice, voice.page.record)
    return {
        fact.label: [str(line.title if isinstance(line, Link) else line) for line in fact.lines]
        for fact in found
    }


def test_every_programme_has_the_same_key_facts() -> None:
    """What nobody wrote down is a question for the coordinator, in the row where readers look for it."""
    found = facts()
    assert (list(found), found["Cost"]) == (LABELS, ["Ask the coordinator"])


def test_the_languages_of_a_programme_are_those_of_its_coordinators() -> None:
    """Readers see in which languages somebody answers."""
    assert facts()["Languages spoken"] == ["Danish and Arabic"]


def test_where_a_programme_is_says_also_in_which_form() -> None:
    """A city and online, in one row."""
    assert facts(programme_mode="blended")["Where"] == ["Odense", "In person and online"]


def test_the_cards_of_programmes_have_the_same_rows() -> None:
    """Whatever the records say, two programmes can be compared row by row."""
    files = {**FILES, "programmes/second.yml": changed(PROGRAMME, duration="{min: 6, unit: month}")}
    cards: Any = home(voice_at(plan_of(catalog_of(files)), ""))["programmes"]
    rows = ["Time", "Where", "Languages spoken", "Who takes part"]
    assert [[fact.label for fact in card.facts] for card in cards] == [rows, rows]


def test_the_only_programme_of_a_site_is_told_in_full() -> None:
    """There is nothing to compare it with."""
    (card,) = home_view()["programmes"]
    assert [fact.label for fact in card.facts] == [*LABELS[:-1], "Who takes part"]
    assert str(card.summary) == "Mentors for newcomers."


def home_view(**files: str) -> dict[str, Any]:
    """What the home page shows; further files by kind and id, `calls__second`."""
    more = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    voice = voice_at(plan_of(catalog_of({**FILES, **more})), "")
    return on_page(voice, home(voice))


def test_home_shows_the_first_of_many_calls_and_how_many_there_are() -> None:
    """The rest is one link away."""
    calls = {f"calls__c{day}": changed(CALL, closes_on=f"2026-12-{day}") for day in range(10, 15)}
    found = home_view(**calls)
    assert ([call.url for call in found["calls"]], found["calls_count"]) == (
        ["./calls/mentors/", "./calls/c10/", "./calls/c11/"],
        6,
    )


def test_a_call_in_a_short_list_has_its_days_and_its_place() -> None:
    """The first day is shown where no script says it."""
    (call,) = home_view(calls__mentors=changed(CALL, places="[odense]"))["calls"]
    assert [fact.label for fact in call.facts] == ["Applications from", "Last day to apply", "Where"]


def test_home_shows_three_meetings_and_opens_the_others() -> None:
    """None is lost: those after the third stand in the same list, closed."""
    meetings = ", ".join(f"{{id: m{day}, starts: 2026-11-{day} 17:00}}" for day in range(24, 29))
    found = home_view(calls__mentors=changed(CALL, info_meetings=f"[{meetings}]"))
    assert [len(found["meetings"]), len(found["more_meetings"])] == [3, 2]
    html = page_at(
        plan_of(catalog_of({**FILES, "calls/mentors.yml": changed(CALL, info_meetings=f"[{meetings}]")})), ""
    ).html
    assert "All info meetings (<bdi>5</bdi>)" in html


STEPS = "[{id: a, title: Call, actor: mentor}, {id: b, title: Meet, actor: pair}]"
GUIDE_STEPS = "[{id: a, title: Ask, text: Ask.}, {id: b, title: Wait, text: Wait.}]"


@pytest.mark.parametrize(
    ("files", "titles", "url"),
    [
        (
            {"programmes__bridge": changed(FILES["programmes/bridge.yml"], steps=STEPS)},
            ["Call", "Meet"],
            "./programmes/bridge/#steps",
        ),
        (
            {
                "guides__general": changed(GUIDE, audience="mentee", steps=GUIDE_STEPS),
                "programmes__two": PROGRAMME,
            },
            ["Ask", "Wait"],
            "./guides/general/#steps",
        ),
    ],
    ids=["of the only programme", "of the general guide"],
)
def test_home_says_how_it_works(files: dict[str, str], titles: list[str], url: str) -> None:
    """The headings of the steps, and the way to all of their words."""
    how = home_view(**files)["how"]
    assert ([str(title) for title in how.steps], how.url) == (titles, url)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("text: Ten pairs., value: 10, year: 2017, source: The city", ("Ten pairs.", "The city, 2017")),
        ("text: Ten pairs., value: 10, source: The city", None),
        ("text: Praised., year: 2017, source: The city", None),
    ],
    ids=["with source and year", "without year", "no number"],
)
def test_home_has_a_number_only_with_its_source_and_year(outcome: str, said: tuple[str, str] | None) -> None:
    """Nobody need believe us."""
    programme = changed(FILES["programmes/bridge.yml"], outcomes=f"[{{id: a, {outcome}}}]")
    found = home_view(programmes__bridge=programme)["proof"]
    assert (found and (str(found.outcome.text), found.outcome.source)) == said


def test_links_to_ask_are_told_apart() -> None:
    """Two programmes of which the cost is not known have links with two names, each to its own people."""
    files = {**FILES, "programmes/second.yml": changed(PROGRAMME, name="Second", contact="odense")}
    html = page_at(plan_of(catalog_of(files)), "programmes/").html
    found = re.findall(r'<a href="([^"]*)">Ask the coordinator<span class="heard">: (\w+)', html)
    assert sorted(set(found)) == [
        ("../programmes/bridge/#places", "Bridge"),
        ("../programmes/second/#contact", "Second"),
    ]


def call_view(text: str = CALL, **others: str) -> dict[str, Any]:
    """What the page of a call shows."""
    calls = {f"calls/{id}.yml": found for id, found in others.items()}
    plan = plan_of(catalog_of({**FILES, "calls/mentors.yml": text, **calls}))
    record = plan.view.get(Call, "mentors")
    assert record is not None
    return call_page(voice_at(plan, "calls/mentors/"), record)


@pytest.mark.parametrize(
    ("apply", "title", "url"),
    [
        ("{url: 'https://apply.example.org/'}", "Apply online", "https://apply.example.org/"),
        ("{email: bridge@example.org}", "Apply by e-mail", "mailto:bridge@example.org"),
        ("{}", "Call the coordinator", "tel:+45-32-12-34-56"),
    ],
)
def test_a_call_asks_for_the_easiest_way_to_apply(apply: str, title: str, url: str) -> None:
    """The form where there is one, else a letter, else a telephone call."""
    action = call_view(changed(CALL, apply=apply))["apply"]
    assert (action.title, action.url) == (title, url)


def test_one_can_always_apply_without_a_computer() -> None:
    """The coordinator's number stands among the ways to apply, whatever else there is."""
    plan = plan_of(
        catalog_of({**FILES, "calls/mentors.yml": changed(CALL, apply="{url: 'https://apply.example.org/'}")})
    )
    html = page_at(plan, "calls/mentors/").html
    part = html[html.index('id="apply"') : html.index('id="contact"')]
    assert 'href="tel:+45-32-12-34-56"' in part


@pytest.mark.parametrize(
    ("apply", "said"),
    [
        ("{}", "1 December 2026"),
        ("{url: 'https://a.example.org/'}", "1 December 2026, until the end of the day (Copenhagen)"),
    ],
)
def test_whoever_applies_online_is_told_where_the_day_ends(apply: str, said: str) -> None:
    """On the network one can be anywhere."""
    found = {fact.label: fact.lines for fact in call_view(changed(CALL, apply=apply))["facts"]}
    assert found["Last day to apply"] == (said,)


def test_a_call_says_how_long_an_answer_takes() -> None:
    """The coordinator's own promise."""
    assert call_view()["replies"] == "Answers within 2 days"


def test_after_a_call_its_programme_goes_on() -> None:
    """The other calls that are not over follow; those that are over do not."""
    over = changed(CALL, closes_on="2026-11-10")
    found = call_view(over, next=changed(CALL, name="Next"), earlier=over)["next_calls"]
    assert [str(card.title) for card in found] == ["Next"]


def test_what_comes_after_is_hidden_while_one_can_apply() -> None:
    """The script shows it when the call has closed."""
    html = page_at(plan_of(catalog_of(FILES)), "calls/mentors/").html
    assert '<section data-when="closed" hidden>' in html


def test_the_page_of_a_place_begins_with_a_call() -> None:
    """One touch, and the telephone rings."""
    plan = plan_of(catalog_of(FILES))
    record = voice_at(plan, "places/odense/").page.record
    action: Any = place(voice_at(plan, "places/odense/"), record)["action"]  # type: ignore[arg-type]
    assert (action.title, action.url) == ("Call the coordinator", "tel:+45-32-12-34-56")


def test_employers_and_organisers_have_a_door_on_the_home_page() -> None:
    """Guides for people do not stand there."""
    guides = {
        "guides/a.yml": GUIDE,
        "guides/b.yml": changed(GUIDE, audience="employer"),
        "guides/c.yml": changed(GUIDE, audience="organiser"),
    }
    cards: Any = home(voice_at(plan_of(catalog_of({**FILES, **guides})), ""))["employers"]
    assert [card.label for card in cards] == ["For employers", "For organisers"]


def test_languages_stand_on_the_home_page_by_their_own_names() -> None:
    """Each leads to the home page in it; with one language there is no choice to show."""
    ways = home_view(sites__portal=changed(SITE, languages="[en, ar]"))["languages"]
    alone = home_view()["languages"]
    assert ([(way.name, way.url, way.is_current) for way in ways], alone) == (
        [("English", "./", True), ("العربية", "./ar/", False)],
        (),
    )


def test_all_testimonials_are_on_one_page_the_newest_first() -> None:
    """Those without a date come last; each names its programme."""
    said = {
        "testimonials/a.yml": TESTIMONIAL,
        "testimonials/b.yml": changed(TESTIMONIAL, quotation="Old.", said_on="2025-01-01"),
        "testimonials/c.yml": changed(TESTIMONIAL, quotation="New.", said_on="2026-01-01"),
    }
    voice = voice_at(plan_of(catalog_of({**FILES, **said})), "testimonials/")
    found: Any = on_page(voice, lists.testimonials(voice))["testimonials"]
    assert [(str(one.text), one.programme.url) for one in found] == [
        ("New.", "../programmes/bridge/"),
        ("Old.", "../programmes/bridge/"),
        ("It helped.", "../programmes/bridge/"),
    ]


def test_the_page_of_testimonials_is_linked_from_home_and_programme() -> None:
    """Without a voice there is neither page nor link."""
    plan = plan_of(catalog_of({**FILES, "testimonials/a.yml": TESTIMONIAL}))
    silent = plan_of(catalog_of(FILES))
    assert [
        'href="./testimonials/"' in page_at(plan, "").html,
        'href="../../testimonials/"' in page_at(plan, "programmes/bridge/").html,
        silent.has("en", "testimonials/"),
        "testimonials/" in page_at(silent, "").html,
    ] == [True, True, False, False]


def test_an_answer_has_an_address_inside_its_block() -> None:
    """Browsers open the block of a target without any script; on the block itself they would not."""
    record = changed(PROGRAMME, questions="[{id: cost, question: What does it cost?, answer: Nothing.}]")
    html = page_at(plan_of(catalog_of({**FILES, "programmes/bridge.yml": record})), "programmes/bridge/").html
    block = re.search(r'<details class="faq"><summary>[^<]*</summary><div[^>]*id="([^"]*)"', html)
    assert block is not None
    assert (block[1], 'href="#question-cost"' in html) == ("question-cost", True)


REGION = {
    "organisations/association.yml": ORGANISATION,
    "places/funen.yml": changed(PLACE, name="Funen", place_type="region"),
    "places/odense.yml": changed(PLACE, part_of="funen"),
    "places/aarhus.yml": changed(PLACE, name="Aarhus"),
    "programmes/everywhere.yml": PROGRAMME,
    "programmes/region.yml": changed(PROGRAMME, places="[funen]"),
    "programmes/town.yml": changed(PROGRAMME, places="[odense]"),
    "programmes/away.yml": changed(PROGRAMME, places="[aarhus]"),
    "calls/everywhere.yml": changed(CALL, programme="everywhere"),
    "calls/region.yml": changed(CALL, programme="town", places="[funen]"),
    "calls/town.yml": changed(CALL, programme="town"),
    "calls/away.yml": changed(CALL, programme="away"),
    "sites/portal.yml": SITE,
}


@pytest.mark.parametrize(
    ("id", "ids"),
    [
        ("odense", ["everywhere", "region", "town"]),
        ("funen", ["everywhere", "region", "town"]),
        ("aarhus", ["away", "everywhere"]),
    ],
)
def test_a_place_has_what_is_for_all_around_it_and_inside_it(id: str, ids: list[str]) -> None:
    """A programme without places may be anywhere; a call without places is where its programme is."""
    voice = voice_at(plan_of(catalog_of(REGION)), f"places/{id}/")
    assert isinstance(voice.page.record, Place)
    found: Any = place(voice, voice.page.record)
    urls = {part: sorted(card.url.split("/")[-2] for card in found[part]) for part in ("programmes", "calls")}
    assert urls == {"programmes": ids, "calls": ids}


@pytest.mark.parametrize(
    ("holder", "credit"),
    [
        (
            "City & Co",
            "الصورة: <bdi>Nor</bdi> و<bdi>Studio</bdi> / <bdi>City &amp; Co</bdi> (<bdi>CC0-1.0</bdi>)",
        ),
        ("Studio", "الصورة: <bdi>Nor</bdi> و<bdi>Studio</bdi> (<bdi>CC0-1.0</bdi>)"),
    ],
)
def test_names_below_a_picture_keep_their_direction(holder: str, credit: str) -> None:
    """Latin names stand in the order in which an Arabic line gives them; a holder who drew it is said once."""
    files = {
        **FILES,
        "media/quay.yml": changed(
            MEDIA, creators="[Nor, Studio]", copyright_holder=holder, license="CC0-1.0", shows_people="false"
        ),
        "programmes/bridge.yml": changed(FILES["programmes/bridge.yml"], image="quay"),
        "sites/portal.yml": changed(SITE, languages="[en, ar]"),
    }
    voice = voice_at(plan_of(catalog_of(files)), "programmes/bridge/", "ar")
    found: Any = lists.credits(voice)["credits"]
    assert [str(each.line) for each in found] == [credit]
