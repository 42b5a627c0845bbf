"""The shell in a real browser: search, menus, keyboard, both directions, with and without script."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.engine.builder import BaseConfig
from generator.engine.unit import Unit
from generator.render.bundle import script, stylesheet
from tests.support.units import write_unit

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[3]

MakeUnit = Callable[..., Unit]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: Any) -> None:
        return


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def address(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> Iterator[str]:
    """A served site below /portal/: English, and Arabic with shared assets."""
    folder = tmp_path / "portal"
    write_unit(make_unit(), folder, base)
    write_unit(make_unit("ar", "rtl", folder="ar", assets="../", carries_assets=False), folder / "ar", base)
    (folder / "assets/portal/portal.css").write_bytes(stylesheet(ROOT / "theme"))
    (folder / "assets/portal/portal.js").write_bytes(script(ROOT / "theme"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/portal/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page that fails the test on any script error."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def search(page: Page, text: str) -> None:
    page.click(".portal-tool--search")
    expect(page.locator("#portal-query")).to_be_focused()
    page.keyboard.type(text)


def test_search_finds_a_section(page: Page, address: str) -> None:
    """A reader opens the search, types the beginning of a word and gets a link to the section."""
    page.goto(address)
    search(page, "aarh")
    expect(page.locator(".portal-search__results a")).to_have_attribute(
        "href", address + "programmes/kvinfo/#where"
    )


def test_search_stays_in_its_language(page: Page, address: str) -> None:
    """The Arabic search leads to Arabic pages."""
    page.goto(address + "ar/programmes/kvinfo/")
    search(page, "mentors")
    expect(page.locator(".portal-search__results a")).to_have_attribute("href", address + "ar/")


def test_search_takes_any_input(page: Page, address: str) -> None:
    """Signs of the query language are plain characters here and break nothing."""
    page.goto(address)
    search(page, '+aarhus* -"~^: where?')
    expect(page.locator(".portal-search__results li")).to_have_count(1)


def test_index_is_not_loaded_before_it_is_wanted(page: Page, address: str) -> None:
    """Reading a page costs no search index, and nothing is asked of other hosts."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "search" in url or not url.startswith(address)] == []


def test_escape_closes_and_returns(page: Page, address: str) -> None:
    """Escape closes the search and the focus is on its button again."""
    page.goto(address)
    page.click(".portal-tool--search")
    expect(page.locator("#portal-query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".portal-tool--search")).to_be_focused()
    expect(page.locator("#portal-query")).to_be_hidden()


def test_menu_by_keyboard_without_script(browser: Browser, address: str) -> None:
    """Without script the menu is reached by Tab, opened by Enter, and its content follows."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator(".portal-tool--menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#portal-menu button")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#portal-menu a").first).to_be_focused()
    expect(page.locator(".portal-search")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", ["programmes/kvinfo/", "ar/programmes/kvinfo/", "404.html", "ar/404.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_fits_and_passes_axe(page: Page, address: str, path: str, width: int) -> None:
    """Nothing sticks out sideways and axe has no complaint, search open, in both directions."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    search(page, "mentors")
    expect(page.locator(".portal-search__results li")).to_have_count(1)
    violations = Axe().run(page).response["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert (sideways, [violation["id"] for violation in violations]) == (0, [])
