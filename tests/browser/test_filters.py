"""Narrowing lists down: by style alone, with the script, by keyboard, across languages, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import DESK, PHONE

pytestmark = pytest.mark.browser

NETWORK, KVINFO = "network/coordinators/", "kvinfo/coordinators/"
PROGRAMMES = "network/programmes/"
SCREEN = 844 * 1.5
"""The first card begins above this line of a telephone's page."""

Choice = dict[str, str]
FOUND: list[tuple[str, Choice, set[str]]] = [
    (NETWORK, {"city": "odense"}, {"kvinfo-odense"}),
    (NETWORK, {"city": "meschede"}, {"hochsauerland-projektmanagement"}),
    (NETWORK, {"city": "hochsauerlandkreis"}, {"hochsauerland-projektmanagement"}),
    (NETWORK, {"language": "tr"}, {"dortmund-projektteam", "kvinfo-slagelse"}),
    (NETWORK, {"programme": "drammen-mentorordningen"}, {"drammen-deputy", "drammen-mentor"}),
    (NETWORK, {"language": "uk", "programme": "drammen-mentorordningen"}, {"drammen-deputy"}),
    (NETWORK, {"city": "dortmund", "language": "ar"}, {"dortmund-deputy"}),
    (NETWORK, {"city": "aarhus", "language": "tr"}, set()),
    (KVINFO, {"city": "copenhagen"}, {"kvinfo-copenhagen"}),
    (KVINFO, {"language": "uk"}, {"kvinfo-odense", "kvinfo-national"}),
    (KVINFO, {"city": "odense", "language": "uk"}, {"kvinfo-odense"}),
    (PROGRAMMES, {"city": "dortmund"}, {"dortmund-mentoring-fuer-frauen"}),
    (PROGRAMMES, {"language": "uk"}, {"drammen-mentorordningen", "kvinfo-mentornetvaerk"}),
    (PROGRAMMES, {"role": "organisation"}, {"cross-mentoring", "dortmund-mentoring-fuer-frauen"}),
    (PROGRAMMES, {"role": "organisation", "language": "ar"}, {"dortmund-mentoring-fuer-frauen"}),
]
NAMES = [
    f"{route}{'&'.join(f'{key}={value}' for key, value in choice.items())}" for route, choice, _ in FOUND
]


@contextmanager
def opened(
    browser: Browser, url: str, *, script: bool = True, size: dict[str, int] | None = None, **options: str
) -> Iterator[Page]:
    """Open a page on a telephone."""
    shown = size or PHONE
    context = browser.new_context(viewport=shown, java_script_enabled=script, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(url)
    yield page
    context.close()


def choose(page: Page, choice: Choice) -> None:
    """Choose values as a reader does."""
    for name, value in choice.items():
        page.locator(f"form.filter select[name={name}]").select_option(value)


def cards(page: Page) -> list[str]:
    """The ids of the cards that can be seen."""
    shown = page.locator("[data-card]:visible")
    return [shown.nth(index).get_attribute("data-card") or "" for index in range(shown.count())]


def said(page: Page) -> str:
    """What the form announces."""
    return page.locator(".filter__status").inner_text()


def query(page: Page) -> Choice:
    """The choice in the address."""
    return dict(parse_qsl(urlsplit(page.url).query))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("case", FOUND, ids=NAMES)
def test_choices_leave_what_fits_all_of_them(
    case: tuple[str, Choice, set[str]], script: bool, browser: Browser, address: str
) -> None:
    """Each question alone and together, with a script and by style alone; nobody is shown twice."""
    route, choice, found = case
    with opened(browser, address + route, script=script) as page:
        choose(page, choice)
        assert sorted(cards(page)) == sorted(found)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_places_without_a_card_go(script: bool, browser: Browser, address: str) -> None:
    """With their headings and the links to them."""
    with opened(browser, address + NETWORK, script=script) as page:
        choose(page, {"language": "tr"})
        headings = page.locator(".place-group h2:visible").all_inner_texts()
        links = page.locator(".directory-places a:visible").all_inner_texts()
        assert (headings, links) == (["Dortmund", "Slagelse"], ["Dortmund", "Slagelse"])


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_reset_shows_all_again(script: bool, browser: Browser, address: str) -> None:
    """The button takes every choice back, in the address too."""
    with opened(browser, address + KVINFO, script=script) as page:
        before = cards(page)
        choose(page, {"city": "odense", "language": "uk"})
        page.click(".filter__reset")
        expect(page.locator("[data-card]:visible")).to_have_count(len(before))
        assert (cards(page), query(page)) == (before, {})


COUNTS = {
    "da": ("kvinfo/", "1 koordinator", "2 koordinatorer", "6 koordinatorer"),
    "en": ("kvinfo/en/", "1 coordinator", "2 coordinators", "6 coordinators"),
    "ar": ("kvinfo/ar/", "منسق واحد", "منسقان", "6 منسقين"),
    "uk": ("kvinfo/uk/", "1 координатор", "2 координатори", "6 координаторів"),
}


@pytest.mark.parametrize("language", COUNTS)
def test_the_count_is_said_in_the_right_form(language: str, browser: Browser, address: str) -> None:
    """One, two and six in the plural forms of the reader's language, where screen readers hear of it."""
    folder, *expected = COUNTS[language]
    with opened(browser, f"{address}{folder}coordinators/") as page:
        words = []
        for choice in ({"city": "odense"}, {"city": "", "language": "uk"}, {"language": ""}):
            choose(page, choice)
            words.append(said(page))
        role = page.locator(".filter__status").get_attribute("role")
        assert (words, role) == (expected, "status")


@pytest.mark.parametrize("case", FOUND, ids=NAMES)
def test_without_a_script_it_is_said_when_nothing_fits(
    case: tuple[str, Choice, set[str]], browser: Browser, address: str
) -> None:
    """By style alone the sentence comes when no card is left, and only then."""
    route, choice, found = case
    with opened(browser, address + route, script=False) as page:
        sentence = page.locator(".filter__none")
        before = sentence.is_visible()
        choose(page, choice)
        assert (before, sentence.is_visible()) == (False, not found)


def test_with_the_script_it_is_said_once(browser: Browser, address: str) -> None:
    """The script says it in its own place; the sentence of the style sheet stays away."""
    with opened(browser, address + NETWORK + "?city=aarhus&language=tr") as page:
        assert page.locator(".filter__none").is_visible() is False


def test_when_nothing_fits_the_contact_is_named(browser: Browser, address: str) -> None:
    """The form says so, and right below it stand a role, a number and an address."""
    with opened(browser, address + NETWORK + "?city=aarhus&language=tr") as page:
        below = page.locator(".directory-contact")
        reach = [below.locator(f"a[href^='{way}']").count() > 0 for way in ("tel:", "mailto:")]
        box = below.bounding_box()
        assert box is not None
        assert (said(page), reach, box["y"] < SCREEN) == (
            "Nothing fits all of your choices. Change one, or ask the contact below.",
            [True, True],
            True,
        )


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_contact_stands_once_while_nothing_is_chosen(
    script: bool, browser: Browser, address: str
) -> None:
    """The card is in the list, so below it a link leads there; no number is given twice."""
    with opened(browser, address + NETWORK, script=script) as page:
        below = page.locator(".directory-contact")
        link = below.locator("a[href='#coordinator-network-office']")
        seen = [link.is_visible(), below.locator("a[href^='tel:']").first.is_visible()]
        choose(page, {"city": "odense"})
        seen += [link.is_visible(), below.locator("a[href^='tel:']").first.is_visible()]
        assert seen == [True, False, False, True]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(
    "choice", [{"city": "odense"}, {"city": "aarhus", "language": "tr"}], ids=["some", "none"]
)
def test_the_contact_for_all_places_is_never_hidden(
    choice: Choice, script: bool, browser: Browser, address: str
) -> None:
    """Whatever is chosen, who is not in the list has somebody to ask."""
    with opened(browser, address + NETWORK, script=script) as page:
        choose(page, choice)
        assert page.locator(".directory-contact a[href^='tel:']").first.is_visible()


def test_a_choice_can_be_shared(browser: Browser, address: str) -> None:
    """It is written into the address, and whoever opens the address sees the same."""
    choice = {"city": "odense", "language": "uk"}
    with opened(browser, address + KVINFO) as page:
        choose(page, choice)
        url = page.url
        here = (query(page), cards(page), page.evaluate("history.length"))
    with opened(browser, url) as page:
        values = {name: page.locator(f"select[name={name}]").input_value() for name in choice}
        assert (here, values, cards(page)) == ((choice, ["kvinfo-odense"], 2), choice, ["kvinfo-odense"])


def test_what_is_not_known_in_an_address_is_passed_over(browser: Browser, address: str) -> None:
    """A value of an older page or a mistake hides nothing; a foreign key stays."""
    with opened(browser, f"{address}{KVINFO}?city=atlantis&language=%22%5D&source=poster") as page:
        assert (len(cards(page)), query(page)) == (6, {"source": "poster"})


@pytest.mark.parametrize("place", [".portal-header", ".portal-footer"])
def test_a_choice_survives_a_change_of_language(place: str, browser: Browser, address: str) -> None:
    """The links to other languages carry it."""
    with opened(browser, address + KVINFO, size=DESK) as page:
        choose(page, {"language": "uk"})
        if place == ".portal-header":
            page.click("[popovertarget=portal-languages]")
        page.click(f'{place} .portal-links a[hreflang="ar"]')
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        assert (query(page), said(page)) == ({"language": "uk"}, "منسقان")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_paper_has_the_whole_list(script: bool, browser: Browser, address: str) -> None:
    """Printing ignores choices and leaves the form out."""
    with opened(browser, address + NETWORK, script=script) as page:
        everybody = cards(page)
        choose(page, {"city": "aarhus", "language": "tr"})
        page.emulate_media(media="print")
        assert (cards(page), page.locator("form.filter").is_visible()) == (everybody, False)


def test_the_directory_of_a_programme_prints_on_one_page(browser: Browser, address: str) -> None:
    """Six coordinators with all they say fit on a sheet of A4."""
    with opened(browser, address + KVINFO) as page:
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_keyboard_is_enough(script: bool, browser: Browser, address: str) -> None:
    """Tab to a question, choose by arrow and by first letter, reset by Enter; the focus stays in the form."""
    with opened(browser, address + KVINFO, script=script) as page:
        page.locator("select[name=city]").focus()
        page.keyboard.press("ArrowDown")
        by_arrow = cards(page)
        page.keyboard.type("O")
        by_letter = cards(page)
        for _ in range(2):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-card]:visible")).to_have_count(6)
        focused = page.locator(".filter__reset:focus").count()
        assert (by_arrow, by_letter, focused) == (["kvinfo-aarhus"], ["kvinfo-odense"], 1)


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("route", ["network/", "network/ar/"], ids=["en", "ar"])
@pytest.mark.parametrize("page_name", ["coordinators/", "programmes/"])
def test_the_form_suits_a_telephone(
    page_name: str, route: str, width: int, browser: Browser, address: str
) -> None:
    """Controls are 44 px high, nothing is wider than the screen, and the first card is not far down."""
    with opened(browser, f"{address}{route}{page_name}", size={"width": width, "height": 844}) as page:
        heights = page.eval_on_selector_all(
            "form.filter :is(select, button)", "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        wide = page.evaluate("document.documentElement.scrollWidth")
        box = page.locator("[data-card]").first.bounding_box()
        assert box is not None
        assert (min(heights) >= 44, wide <= width, box["y"] < SCREEN) == (True, True, True)


def test_a_shared_address_moves_nothing_that_was_seen(browser: Browser, address: str) -> None:
    """The page is first shown when the script has hidden what does not fit, on a slow telephone too."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.goto(f"{address}{NETWORK}?city=odense")
    shift = page.evaluate(
        "new Promise((done) => { let sum = 0; new PerformanceObserver((list) =>"
        " { for (const one of list.getEntries()) sum += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 600); })"
    )
    found = cards(page)
    context.close()
    assert (found, shift < 0.01) == (["kvinfo-odense"], True)


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("route", [NETWORK, "network/ar/coordinators/", PROGRAMMES, "network/ar/programmes/"])
def test_axe_finds_no_barrier_in_a_form_in_use(
    route: str, colours: str, browser: Browser, address: str
) -> None:
    """With a choice made, in the site's colours and in those that the reader's device forces."""
    with opened(browser, f"{address}{route}?language=ar", forced_colors=colours) as page:
        found = Axe().run(page, context=".filtered").response["violations"]
        assert [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] == []
