"""Blocks of single page types in a browser: key facts in the first screens, doors, one main action, answers, paper."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import PHONE, Site
from tests.support.builds import ROOT

pytestmark = pytest.mark.browser

SITES = sorted(path.parent.name for path in (ROOT / "sites").glob("*/site.yml"))
FIRST_SCREENS = round(PHONE["height"] * 1.5)
PROGRAMME = "kvinfo/programmes/kvinfo-mentornetvaerk/"
ANSWER = "question-other-city"


def phone(browser: Browser, *, script: bool = True) -> Page:
    """A page on a telephone."""
    return browser.new_page(viewport=PHONE, java_script_enabled=script)


@pytest.mark.parametrize("name", SITES)
def test_key_facts_and_the_next_step_are_in_the_first_screens(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Of every programme in every language time, length, place, cost, checks and next step need little scrolling."""
    page = phone(browser)
    site = sites[name]
    low = []
    for path in sorted(site.folder.glob("**/programmes/*/index.html")):
        route = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        page.goto(f"{address}{name}/{route}")
        end = page.evaluate("document.querySelector('.topic__aside .button').getBoundingClientRect().bottom")
        rows = page.locator(".facts--key dt").count()
        low += [(route, rows, round(end))] if end > FIRST_SCREENS or rows != 7 else []
    page.close()
    assert low == []


@pytest.mark.parametrize("name", SITES)
def test_both_doors_are_alike(name: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """On home and programme pages the two ways in have the same look and, at a desk, the same size."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults = []
    for language in sites[name].languages:
        for kind in ("home", "programme"):
            page.goto(f"{address}{name}/{sites[name].address(kind, language)}")
            found = page.evaluate(
                "[...document.querySelectorAll('.door')].slice(0, 2).map((door) => { const box ="
                " door.getBoundingClientRect(); const style = getComputedStyle(door); return"
                " [Math.round(box.width), Math.round(box.height), style.backgroundColor, style.borderColor].join(); })"
            )
            faults += [(kind, language, found)] if len(found) != 2 or found[0] != found[1] else []
    page.close()
    assert faults == []


@pytest.mark.parametrize("name", SITES)
def test_a_page_has_one_main_action(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """At most one button is seen on a page, and the deciding pages have it."""
    page = phone(browser)
    faults = []
    for kind, language in sorted(sites[name].pages):
        if kind == "not-found":
            continue
        page.goto(f"{address}{name}/{sites[name].address(kind, language)}")
        seen = page.locator("a.button:visible").count()
        least = 1 if kind in ("home", "programme", "guide", "call", "place", "story", "testimonials") else 0
        faults += [(kind, language, seen)] if not least <= seen <= 1 else []
    page.close()
    assert faults == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_link_to_an_answer_opens_it(script: bool, browser: Browser, address: str) -> None:
    """Whoever is sent to an answer reads it at once, below its question; the others stay closed."""
    page = phone(browser, script=script)
    page.emulate_media(reduced_motion="reduce")  # one jump instead of a journey
    page.goto(f"{address}{PROGRAMME}#{ANSWER}")
    shown = page.locator(".faq__answer:visible")
    question = page.locator("details.faq", has=page.locator(f"#{ANSWER}")).locator("summary")
    found = (
        [shown.nth(index).get_attribute("id") for index in range(shown.count())],
        question.bounding_box(),
    )
    page.close()
    assert found[0] == [ANSWER]
    assert found[1] is not None
    assert 0 <= found[1]["y"] < PHONE["height"]


def test_the_plan_of_a_meeting_is_one_sheet(browser: Browser, address: str) -> None:
    """On paper it begins a page of its own and is not broken."""
    page = phone(browser)
    page.goto(f"{address}kvinfo/guides/become-a-mentor/")
    page.emulate_media(media="print")
    found = page.evaluate(
        "(() => { const style = getComputedStyle(document.querySelector('.sheet'));"
        " return [style.breakBefore, style.breakInside]; })()"
    )
    page.close()
    assert found == ["page", "avoid"]


@pytest.mark.parametrize("name", ["network", "dortmund", "hochsauerland", "crossmentoring"])
def test_employers_find_their_guide_from_home(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """The door for employers and organisers leads to a guide that ends in a coordinator's card, in every language."""
    page = phone(browser)
    for language in sites[name].languages:
        page.goto(f"{address}{name}/{sites[name].address('home', language)}")
        page.locator("section:has(> #employers) .ways a").first.click()
        expect(page.locator("section:has(> #contact) .card--person").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("language", ["", "en/", "ar/", "uk/"])
def test_a_guide_ends_in_a_number_to_call(language: str, browser: Browser, address: str) -> None:
    """Every city of the network stands there with its page and a number."""
    page = phone(browser)
    page.goto(f"{address}kvinfo/{language}guides/become-a-mentor/")
    cities = page.locator(".cities__city")
    with_number = page.locator('.cities__city:has(h3 a):has(a[href^="tel:"])').count()
    found = (cities.count(), with_number)
    page.close()
    assert found == (5, 5)


@pytest.mark.parametrize("language", ["", "ar/"])
def test_the_home_of_a_network_is_short(language: str, browser: Browser, address: str) -> None:
    """On a telephone it is about seven screens long, whatever the lists behind it hold."""
    page = phone(browser)
    page.goto(f"{address}network/{language}")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    assert height < 6200


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script_the_header_has_no_hole(width: int, browser: Browser, address: str) -> None:
    """The last button ends where the header ends; on a telephone none stands far from the one before."""
    page = browser.new_page(viewport={"width": width, "height": 844}, java_script_enabled=False)
    page.goto(f"{address}dortmund/")
    boxes = page.locator(".portal-tool:visible").evaluate_all(
        "all => all.map((tool) => { const { left, right } = tool.getBoundingClientRect(); return [left, right]; })"
    )
    end = page.evaluate("document.querySelector('.portal-tools').getBoundingClientRect().right")
    page.close()
    gaps = [left - right for (_, right), (left, _) in pairwise(boxes)]
    assert all(gap < 20 for gap in gaps)
    assert width < 960 or round(end - boxes[-1][1]) == 0


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_jump_in_a_page_is_at_once(script: bool, browser: Browser, address: str) -> None:
    """Nobody is carried past the whole page."""
    page = phone(browser, script=script)
    page.goto(f"{address}{PROGRAMME}")
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    page.close()
    assert behaviour == "auto"


@pytest.mark.parametrize(
    "path", ["hochsauerland/coordinators/", "dortmund/programmes/dortmund-mentoring-fuer-frauen/"]
)
def test_no_word_of_the_facts_is_torn(path: str, browser: Browser, address: str) -> None:
    """Long German words stand in one line also where the browser knows no hyphenation."""
    page = phone(browser)
    page.goto(f"{address}{path}")
    torn = page.evaluate(
        "() => { const found = []; for (const part of document.querySelectorAll('.facts dt, .facts dd')) {"
        " const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);"
        " while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/\\p{L}+/gu)) {"
        " const range = document.createRange(); range.setStart(walker.currentNode, word.index);"
        " range.setEnd(walker.currentNode, word.index + word[0].length);"
        " const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));"
        " if (lines.size > 1) found.push(word[0]); } } return found; }"
    )
    page.close()
    assert torn == []


@pytest.mark.parametrize("path", ["network/", "network/programmes/", "network/guides/"])
def test_the_last_row_of_cards_has_no_hole(path: str, browser: Browser, address: str) -> None:
    """At a desk the last card of several ends where the first row ends."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}{path}")
    ends = page.evaluate(
        "[...document.querySelectorAll('.cards')].filter((list) => list.children.length > 1).map((list) =>"
        " Math.round(list.getBoundingClientRect().right - list.lastElementChild.getBoundingClientRect().right))"
    )
    page.close()
    assert ends
    assert set(ends) == {0}


def test_in_drammen_the_way_to_a_mentor_is_the_guide(
    sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """In every language, though the town has a word of its own for mentees."""
    page = phone(browser)
    urls = []
    for language in sites["drammen"].languages:
        home = f"{address}drammen/{sites['drammen'].address('home', language)}"
        page.goto(home)
        urls.append(page.locator(".door").nth(1).evaluate("link => link.href").removeprefix(home))
    page.close()
    assert set(urls) == {"guides/i-want-a-mentor/"}


@pytest.mark.parametrize("route", ["drammen/coordinators/", "drammen/programmes/drammen-mentorordningen/"])
def test_people_of_an_only_place_stand_side_by_side(route: str, browser: Browser, address: str) -> None:
    """At a desk the second card is beside the first, not a screen below it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}{route}")
    boxes = [card.bounding_box() for card in page.locator(".place-group .card").all()]
    page.close()
    assert len(boxes) == 2
    assert len({round(box["y"]) for box in boxes if box}) == 1
