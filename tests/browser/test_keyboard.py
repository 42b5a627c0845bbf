"""The keyboard alone: sheets of the header are opened, used and closed, and focus is always where it can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.browsing import DESK, PHONE, Site
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

TEMPLATES = sorted({path.stem for path in (ROOT / "theme/templates").glob("*.html")} - {"not-found", "moved"})
SHEETS = ("portal-languages", "portal-search", "portal-menu")
UNSEEN = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "";
  const boxes = [...focused.getClientRects()].filter((box) => box.width && box.height);
  const inside = boxes.filter((box) =>
    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  const name = `<${focused.localName} class="${focused.className}"> ${focused.innerText?.trim().slice(0, 40)}`;
  if (!inside.length) return `${name}: outside of the window`;
  const seen = inside.some((box) => {
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    return above && (focused.contains(above) || above.contains(focused));
  });
  if (!seen) return `${name}: hidden behind something`;
  const style = getComputedStyle(focused);
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return marked || focused.id === "portal-content" ? "" : `${name}: focus is not marked`;
}"""


@contextmanager
def reading(browser: Browser, url: str, size: dict[str, int], *, script: bool = True) -> Iterator[Page]:
    """Open an address in a window of its own."""
    context = browser.new_context(viewport=size, java_script_enabled=script, reduced_motion="reduce")
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(url)
    yield page
    context.close()


def opened(page: Page, sheet: str, key: str) -> Locator:
    """Open a sheet from its button with a key, and return it."""
    page.locator(f'.portal-tool[popovertarget="{sheet}"]').focus()
    page.keyboard.press(key)
    found = page.locator(f"#{sheet}")
    expect(found).to_be_visible()
    return found


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_sheets_open_and_close_by_key(
    language: str, sheet: str, key: str, browser: Browser, address: str
) -> None:
    """Enter and Space open each sheet from its button, Escape closes it, and the focus is on the button again."""
    with reading(browser, f"{address}kvinfo/{language}/guides/", PHONE) as page:
        found = opened(page, sheet, key)
        assert page.evaluate(UNSEEN) == ""
        page.keyboard.press("Escape")
        expect(found).to_be_hidden()
        expect(page.locator(f'.portal-tool[popovertarget="{sheet}"]')).to_be_focused()


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_have_a_close_button(
    sheet: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Inside each sheet a button closes it: somebody who does not know Escape finds the way back."""
    with reading(browser, f"{address}kvinfo/", PHONE) as page:
        found = opened(page, sheet, "Enter")
        found.locator(".portal-sheet__close").focus()
        page.keyboard.press("Enter")
        expect(found).to_be_hidden()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_closes_when_the_keyboard_leaves_it(
    sheet: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Stepping on past the last link of a sheet closes it, so that focus is never behind it."""
    with reading(browser, f"{address}kvinfo/", PHONE) as page:
        found = opened(page, sheet, "Enter")
        for _ in range(found.locator("a, button, input").count() + 2):
            page.keyboard.press("Tab")
        expect(found).to_be_hidden()
        assert page.evaluate(UNSEEN) == ""


@pytest.mark.parametrize("sheet", ["portal-languages", "portal-search"])
def test_a_second_click_closes_a_sheet(sheet: str, browser: Browser, address: str) -> None:
    """With the mouse, the button that opened a sheet closes it."""
    with reading(browser, f"{address}kvinfo/en/", DESK) as page:
        button, found = page.locator(f'.portal-tool[popovertarget="{sheet}"]'), page.locator(f"#{sheet}")
        for shown in (True, False, True):
            button.click()
            expect(found).to_be_visible(visible=shown)


def test_a_search_that_could_not_be_loaded_is_tried_again(browser: Browser, address: str) -> None:
    """A train in a tunnel: the search says that it does not work, and works when it is opened the next time."""
    with reading(browser, f"{address}kvinfo/en/", DESK) as page:
        page.route("**/assets/portal/search.js", lambda route: route.abort())
        button = page.locator(".portal-tool--search")
        button.click()
        expect(page.locator("#portal-search [role=status]")).not_to_be_empty()
        page.unroute("**/assets/portal/search.js")
        button.click()
        button.click()
        page.keyboard.insert_text("odense")
        expect(page.locator(".portal-search__results a").first).to_be_visible()


@pytest.mark.parametrize("sheet", ["portal-languages", "portal-menu"])
def test_sheets_work_without_script(
    sheet: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Without script Enter opens a sheet, its links are the next stops, Escape closes it."""
    with reading(browser, f"{address}kvinfo/", PHONE, script=False) as page:
        found = opened(page, sheet, "Enter")
        page.keyboard.press("Tab")
        expect(found.locator("a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(found).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_search_from_question_to_page(
    language: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """A question typed into the search leads to a page by Enter or by stepping to a hit: no mouse needed."""
    site = sites["kvinfo"]
    home = f"{address}kvinfo/{site.address('home', language)}"
    with reading(browser, home, PHONE) as page:
        opened(page, "portal-search", "Enter")
        expect(page.locator("#portal-query")).to_be_focused()
        page.keyboard.type("odense" if language == "en" else "أودنسه")
        first = page.locator(".portal-search__results a").first
        expect(first).to_be_visible()
        page.keyboard.press("Tab")
        expect(first).to_be_focused()
        target = str(first.get_attribute("href"))
        page.keyboard.press("Enter")
        page.wait_for_url(target)
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", TEMPLATES)
def test_focus_is_always_seen(
    kind: str, size: dict[str, int], sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Stepping through a whole page, what has the focus is inside the window, uncovered, and marked."""
    language, site = next(
        (language, site)
        for site in sites.values()
        for language in ("ar", "en")
        if (kind, language) in site.pages
    )
    with reading(browser, f"{address}{site.id}/{site.pages[kind, language]}", size) as page:
        stops = page.evaluate("document.querySelectorAll('a, button, input, select, summary').length")
        faults = []
        for _ in range(min(stops, 60)):
            page.keyboard.press("Tab")
            faults.append(page.evaluate(UNSEEN))
    assert [fault for fault in faults if fault] == []
