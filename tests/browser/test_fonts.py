"""Which fonts a page loads, and that nothing moves when they arrive."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.render.bundle import stylesheet
from generator.render.fonts import font_css, font_files
from tests.support.browsing import PHONE, Site, served
from tests.support.builds import ROOT

pytestmark = pytest.mark.browser

LATIN, CYRILLIC, ARABIC = "nunito-sans-latin.woff2", "nunito-sans-cyrillic.woff2", "vazirmatn-arabic.woff2"
FAR = ("so", "ti", "ckb", "da", "uk", "ar")
SAYS = {
    "so": "Hel la-taliye magaaladaada. Wac 32 12 34 56.",
    "ti": "ኣብ ከተማኹም መማኽርቲ ርኸቡ። 32 12 34 56",
    "ckb": "ڕاوێژکارێک لە شارەکەت بدۆزەوە. 32 12 34 56",
    "da": "Find en mentor i Århus. Ring 32 12 34 56.",
    "uk": "Знайдіть наставницю поруч. 32 12 34 56",
    "ar": "ابحثي عن مرشدة في مدينتك. 32 12 34 56",
}
MENU = "<p>العربية · Українська · ትግርኛ · کوردیی ناوەندی</p>"
"""What the menu of every page holds: all languages in their own letters."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def fonts_asked(page: Page, address: str) -> list[str]:
    """The font files that a page loads, by name, in order of their names."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    return sorted(url.rsplit("/", 1)[1] for url in asked if url.endswith(".woff2"))


@pytest.mark.parametrize(
    ("language", "files"), [("da", [LATIN]), ("uk", [CYRILLIC, LATIN]), ("ar", [LATIN, ARABIC])]
)
def test_a_page_loads_its_own_script_and_latin(
    page: Page, address: str, sites: dict[str, Site], language: str, files: list[str]
) -> None:
    """The home page, whose menu and footer name Arabic and Ukrainian in their own letters."""
    home = sites["kvinfo"].address("home", language)
    assert fonts_asked(page, f"{address}kvinfo/{home}") == files


@pytest.mark.parametrize(
    ("language", "files"),
    [
        ("so", [LATIN]),
        ("ti", [LATIN]),
        ("ckb", [LATIN, ARABIC]),
        ("da", [LATIN]),
        ("uk", [CYRILLIC, LATIN]),
        ("ar", [LATIN, ARABIC]),
    ],
)
def test_each_language_of_a_site_in_six_loads_its_own(
    page: Page, tmp_path: Path, language: str, files: list[str]
) -> None:
    """Somali needs Latin only, Tigrinya no font for its letters, although the site has three font files."""
    folder = tmp_path / "assets/portal/fonts"
    folder.mkdir(parents=True)
    (folder.parent / "portal.css").write_bytes(stylesheet(ROOT / "theme", font_css(FAR)))
    for path, file in font_files(ROOT / "theme", FAR).items():
        (tmp_path / path).write_bytes(file.read_bytes())
    head = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><link rel="stylesheet" href='
    body = f'"assets/portal/portal.css"><h1>{SAYS[language]}</h1><p>{SAYS[language]}</p>{MENU}</html>'
    (tmp_path / "index.html").write_text(head + body, "utf-8")
    with served(tmp_path) as root:
        assert fonts_asked(page, root) == files


_SHIFTS = """new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifted = (window.shifted || 0) + entry.value;
}).observe({type: 'layout-shift', buffered: true});"""


@pytest.mark.parametrize("kind", ["home", "programme"])
@pytest.mark.parametrize("language", ["da", "uk", "ar"])
def test_nothing_moves_when_the_fonts_arrive(
    browser: Browser, address: str, sites: dict[str, Site], kind: str, language: str
) -> None:
    """With fonts half a second late the page is read in the device's font first; then hardly a line moves (CLS)."""

    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    context = browser.new_context(viewport=PHONE)
    context.add_init_script(_SHIFTS)
    page = context.new_page()
    page.route("**/*.woff2", late)
    page.goto(f"{address}kvinfo/{sites['kvinfo'].address(kind, language)}", wait_until="networkidle")
    page.wait_for_timeout(300)
    shifted = page.evaluate("window.shifted || 0")
    context.close()
    assert shifted < 0.01


def test_digits_of_a_phone_number_are_of_one_width(page: Page, address: str, sites: dict[str, Site]) -> None:
    """On the Arabic page, ten numbers of eight equal digits are equally wide: Latin digits, one below the other."""
    page.goto(f"{address}kvinfo/{sites['kvinfo'].address('home', 'ar')}", wait_until="networkidle")
    widths = page.evaluate(
        """() => [...'0123456789'].map(digit => {
          const span = document.body.appendChild(document.createElement('span'));
          span.textContent = digit.repeat(8);
          return span.getBoundingClientRect().width;
        })"""
    )
    assert (len(widths), max(widths) - min(widths) < 0.01) == (10, True)
