"""What readers do: search, change the language, open the menu, read without script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.text.locales import direction
from tests.support.browsing import PHONE, Site
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

SITES = sorted(path.parent.name for path in (ROOT / "sites").glob("*/site.yml"))
MAX_TABS = 12
"""More than this many steps from the top of a page to its menu nobody should have to take."""


@contextmanager
def telephone(browser: Browser, *, script: bool = True) -> Iterator[Page]:
    """Open a page on a telephone."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def word_of(page: Path) -> str:
    """Return the longest word of a page's heading."""
    heading = LexborHTMLParser(page.read_text("utf-8")).css_first("h1")
    assert heading is not None
    return max(re.findall(r"\w+", heading.text()), key=len)


def change_language(page: Page, language: str) -> None:
    """Open the language menu by a click and follow its link."""
    page.click("[popovertarget=portal-languages]")
    page.click(f'#portal-languages a[hreflang="{language}"]')


@pytest.mark.parametrize("name", SITES)
def test_search_finds_a_programme_in_each_language(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """A word of a programme's name, typed into the search of each language, leads to the page of that language."""
    site = sites[name]
    with telephone(browser) as page:
        for language in site.languages:
            page.goto(f"{address}{name}/{site.address('home', language)}")
            page.click(".portal-tool--search")
            expect(page.locator("#portal-query")).to_be_focused()
            page.keyboard.type(word_of(site.folder / site.pages["programme", language]))
            target = f"{address}{name}/{site.address('programme', language)}"
            found = page.locator(f'.portal-search__results a[href^="{target}"]')
            expect(found.first, f"{name}/{language}").to_be_visible()
            found.first.click()
            expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", SITES)
def test_languages_lead_to_the_same_page(
    name: str, script: bool, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """On a programme's page, the language menu leads to this programme in each other language, and back."""
    site = sites[name]
    route = site.address("programme", site.default)
    with telephone(browser, script=script) as page:
        page.goto(f"{address}{name}/{route}")
        for language in (*site.languages[1:], site.default):
            folder = "" if language == site.default else f"{language}/"
            change_language(page, language)
            page.wait_for_url(f"{address}{name}/{folder}{route}")
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.locator("html")).to_have_attribute("dir", direction(language))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_menu_by_keyboard(
    language: str, script: bool, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """On a telephone the menu is reached by Tab, opened by Enter, and its first link followed by Enter."""
    site = sites["network"]
    home = f"{address}network/{site.address('home', language)}"
    with telephone(browser, script=script) as page:
        page.goto(home)
        menu = page.locator(".portal-tool--menu")
        for _ in range(MAX_TABS):
            page.keyboard.press("Tab")
            if menu.evaluate("element => element === document.activeElement"):
                break
        expect(menu).to_be_focused()
        page.keyboard.press("Enter")
        first = page.locator("#portal-menu a").first
        expect(first).to_be_visible()
        target = str(first.evaluate("link => link.href"))
        expect(page.locator("#portal-menu .portal-sheet__close")).to_be_focused()
        page.keyboard.press("Tab")
        expect(first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(target)
        expect(page.locator("h1")).to_be_visible()


def test_skip_link_comes_first(sites: dict[str, Site], browser: Browser, address: str) -> None:
    """The first step of the keyboard shows the way past the header, and it leads to the content."""
    with telephone(browser) as page:
        page.goto(f"{address}network/")
        page.keyboard.press("Tab")
        expect(page.locator(".portal-skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#portal-content")).to_be_focused()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_coordinator_is_found_without_script(
    language: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Without script a reader goes from the home page to a city, and finds somebody to call or write to there."""
    site = sites["kvinfo"]
    with telephone(browser, script=False) as page:
        page.goto(f"{address}kvinfo/{site.address('home', language)}")
        page.locator('#portal-content a[href*="places/odense/"]').first.click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator('#portal-content a[href^="tel:"]').first).to_be_visible()
        expect(page.locator('#portal-content a[href^="mailto:"]').first).to_be_visible()


@pytest.mark.parametrize("name", SITES)
def test_text_is_there_without_script(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """What a programme's page shows with script it shows without, but for the state of calls at this very hour."""
    site = sites[name]
    said = []
    for script in (True, False):
        with telephone(browser, script=script) as page:
            page.goto(f"{address}{name}/{site.address('programme', site.default)}")
            page.evaluate("document.querySelectorAll('[data-state]').forEach((state) => state.remove())")
            said.append(Counter(page.locator("#portal-content").inner_text().split()))
    assert said[0].total() > 100
    assert Counter() == said[0] - said[1]
