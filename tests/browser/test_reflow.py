"""Small windows, large letters, wide spacing, high contrast, paper: nothing gets lost (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import PHONE, Site
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

TEMPLATES = sorted({path.stem for path in (ROOT / "theme/templates").glob("*.html")} - {"not-found", "moved"})
SOUNDNESS = (Path(__file__).parents[1] / "support/soundness.js").read_text("utf-8")
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    "p { margin-block-end: 2em !important; }"
)
TARGETS = """() => {
  const inText = (element) => element.closest("p, li, dd, dt, figcaption, small, label")
    && getComputedStyle(element).display === "inline";
  return [...document.querySelectorAll("a, button, input, select, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inText(element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([element, box]) => box.width > 1 && (box.height < 24 || box.width < 24
      || (element.matches(".button, .portal-tool, .reach") && box.height < 44)))
    .map(([element, box]) => `<${element.localName} class="${element.className}"> “${element.innerText.trim()}” `
      + `${Math.round(box.width)}x${Math.round(box.height)}`);
}"""
UNPRINTED = """() => [...document.querySelectorAll("#portal-content details > :not(summary)")]
  .filter((element) => element.innerText.trim() === "" || element.getBoundingClientRect().height < 2)
  .map((element) => element.parentElement.id || element.parentElement.innerText.slice(0, 40))"""


def first_page(kind: str, languages: tuple[str, ...], sites: dict[str, Site], address: str) -> list[str]:
    """The address of a page of the kind in each of the languages that have one."""
    found = []
    for language in languages:
        site = next((site for site in sites.values() if (kind, language) in site.pages), None)
        if site:
            found.append(f"{address}{site.id}/{site.pages[kind, language]}")
    return found


def new_page(browser: Browser, width: int = 320, **options: object) -> Page:
    """A page of its own in a small window."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)  # type: ignore[arg-type]
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    return context.new_page()


@pytest.mark.parametrize("kind", TEMPLATES)
def test_narrow_windows(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """At 320 px nothing sticks out sideways or overlaps, in long words and from right to left."""
    page = new_page(browser)
    faults = []
    for url in first_page(kind, ("de", "ar", "uk"), sites, address):
        page.goto(url)
        faults += [f"{url}: {fault}" for fault in page.evaluate(SOUNDNESS)]
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_wide_text_spacing(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """With the spacing that WCAG 1.4.12 allows readers to set, no text is cut off or covers another."""
    page = new_page(browser, PHONE["width"], bypass_csp=True)
    faults = []
    for url in first_page(kind, ("de", "ar"), sites, address):
        page.goto(url)
        page.add_style_tag(content=SPACING)
        faults += [f"{url}: {fault}" for fault in page.evaluate(SOUNDNESS)]
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_letters_of_double_size(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """A reader who sets letters of 200 % in the browser loses nothing."""
    page = new_page(browser, 640, bypass_csp=True)
    faults = []
    for url in first_page(kind, ("de", "ar"), sites, address):
        page.goto(url)
        page.add_style_tag(content="html { font-size: 200% !important; }")
        faults += [f"{url}: {fault}" for fault in page.evaluate(SOUNDNESS)]
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_targets_can_be_hit(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """What is tapped is at least 24 px, what starts a conversation at least 44 px high; links in text are exempt."""
    page = new_page(browser, PHONE["width"])
    faults = []
    for url in first_page(kind, ("en", "ar"), sites, address):
        page.goto(url)
        faults += [f"{url}: {fault}" for fault in page.evaluate(TARGETS)]
    page.context.close()
    assert faults == []


def test_closed_answers_are_printed(sites: dict[str, Site], browser: Browser, address: str) -> None:
    """On paper every answer and every earlier call is there, though closed on the screen."""
    page = new_page(browser, 800)
    for url in first_page("programme", ("da", "ar"), sites, address):
        page.goto(url)
        assert page.evaluate(UNPRINTED) != []
        page.emulate_media(media="print")
        assert page.evaluate(UNPRINTED) == []
        page.emulate_media(media="screen")
    page.context.close()


@pytest.mark.parametrize("kind", ["home", "programme", "coordinators", "call"])
def test_forced_colours(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """With the reader's own few colours, buttons and the current page are still told apart by a border."""
    page = new_page(browser, 1280, forced_colors="active")
    for url in first_page(kind, ("en",), sites, address):
        page.goto(url)
        borders = page.evaluate(
            "[...document.querySelectorAll('.button, .portal-tool, .card, .portal-navigation [aria-current]')]"
            ".filter((element) => element.checkVisibility())"
            ".map((element) => Math.max(...['BlockStart', 'BlockEnd'].map((side) =>"
            " parseFloat(getComputedStyle(element)[`border${side}Width`]))))"
        )
        assert borders
        assert min(borders) > 0
    page.context.close()


def test_reduced_motion(sites: dict[str, Site], browser: Browser, address: str) -> None:
    """Who asks for less motion gets none: no smooth scrolling, no transition."""
    page = new_page(browser, 1280, reduced_motion="reduce")
    page.goto(f"{address}network/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((element) => { const style = getComputedStyle(element);"
        " return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0"
        " || style.animationName !== 'none'; }).length"
    )
    page.context.close()
    assert moving == 0
