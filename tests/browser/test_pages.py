"""Every kind of page of the six sites, in every language, on a telephone and at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.text.locales import direction
from tests.support.browsing import DESK, PHONE, Site, hosted
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

SUPPORT = Path(__file__).parents[1] / "support"
SOUNDNESS = (SUPPORT / "soundness.js").read_text("utf-8")
DIGITS = (SUPPORT / "digits.js").read_text("utf-8")
UNNAMED = (SUPPORT / "unnamed_languages.js").read_text("utf-8")
SITES = sorted(path.parent.name for path in (ROOT / "sites").glob("*/site.yml"))
RTL_SITES = ("network", "kvinfo", "dortmund")


class Watched:
    """A page of the browser, and everything that went wrong in it since it was last asked."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self._host = host
        self._faults: list[str] = []
        page.on(
            "console", lambda said: self._note(f"console: {said.text}", said.type in {"error", "warning"})
        )
        page.on("pageerror", lambda error: self._note(f"script: {error}"))
        # What is still on its way when the next page is opened was not refused by anybody.
        page.on(
            "requestfailed",
            lambda one: self._note(f"failed: {one.url} ({one.failure})", one.failure != "net::ERR_ABORTED"),
        )
        page.on(
            "request", lambda request: self._note(f"asked: {request.url}", not self._is_ours(request.url))
        )
        page.on("response", lambda answer: self._note(f"{answer.status}: {answer.url}", answer.status >= 400))

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self._host, "data:", "blob:"))

    def _note(self, fault: str, wrong: bool = True) -> None:
        if wrong:
            self._faults.append(fault)

    def faults(self) -> list[str]:
        """Return what went wrong, and forget it."""
        found, self._faults = self._faults, []
        return found


@contextmanager
def watching(browser: Browser, host: str) -> Iterator[Watched]:
    """Open a watched page on a telephone, at noon of the day of the build."""
    context = browser.new_context(viewport=PHONE)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    yield Watched(context.new_page(), host)
    context.close()


def head_faults(page: Page, language: str) -> list[str]:
    """Say what is wrong with language, direction, heading and title."""
    said = page.evaluate(
        "[document.documentElement.lang, document.documentElement.dir,"
        " document.querySelectorAll('h1').length, document.title.trim() !== '']"
    )
    expected = [language, direction(language), 1, True]
    return [] if said == expected else [f"lang, dir, number of h1, title: {said}, expected {expected}"]


@pytest.mark.parametrize("name", SITES)
def test_pages_are_sound_in_a_subfolder(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """No page has an error, a failed or foreign request, a wrong language, two headings, overlaps or overflow."""
    site = sites[name]
    faults = []
    with watching(browser, address) as watched:
        # The 404 page is made for the site's own address, and looked at there.
        for kind, language in sorted(site.pages.keys() - {("not-found", one) for one in site.languages}):
            watched.page.set_viewport_size(PHONE)
            watched.page.goto(f"{address}{name}/{site.address(kind, language)}")
            found = [*head_faults(watched.page, language)]
            found += [f"at 390 px: {fault}" for fault in watched.page.evaluate(SOUNDNESS)]
            watched.page.set_viewport_size(DESK)
            found += [f"at 1280 px: {fault}" for fault in watched.page.evaluate(SOUNDNESS)]
            faults += [f"{site.pages[kind, language]}: {fault}" for fault in found + watched.faults()]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_pages_are_sound_at_their_own_address(
    name: str, sites: dict[str, Site], browser: Browser, tmp_path: Path
) -> None:
    """Where the site's own address has it on its host, home, programmes and 404 page load all that they need."""
    site = sites[name]
    faults = []
    with hosted(site, tmp_path) as root, watching(browser, root) as watched:
        for language in site.languages:
            for kind in ("home", "programme", "not-found"):
                watched.page.goto(f"{root}{site.address(kind, language)}")
                found = [*head_faults(watched.page, language), *watched.page.evaluate(SOUNDNESS)]
                faults += [f"{site.pages[kind, language]}: {fault}" for fault in found + watched.faults()]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_text_in_another_language_says_which(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Every card, list and block that is not translated names its language where readers see it."""
    faults = []
    with watching(browser, address) as watched:
        for page in sorted(sites[name].folder.rglob("index.html")):
            route = page.parent.relative_to(sites[name].folder).as_posix()
            watched.page.goto(f"{address}{name}/{route}/")
            faults += [f"{route}: {fault}" for fault in watched.page.evaluate(UNNAMED)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", SITES)
def test_every_picture_is_shown(name: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """Every picture of the home page and of a programme is loaded and has an `alt`."""
    site = sites[name]
    with watching(browser, address) as watched:
        for kind in ("home", "programme"):
            watched.page.goto(f"{address}{name}/{site.address(kind, site.default)}")
            pictures = watched.page.evaluate(
                "async () => { const all = [...document.images];"
                " all.forEach((image) => { image.loading = 'eager'; });"
                " await Promise.allSettled(all.map((image) => image.decode()));"
                " return all.map((image) => [image.hasAttribute('alt'), image.naturalWidth > 0]); }"
            )
            assert pictures
            assert {(True, True)} == {tuple(picture) for picture in pictures}


@pytest.mark.parametrize("name", RTL_SITES)
def test_telephone_numbers_read_left_to_right(
    name: str, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """In Arabic pages every digit of a telephone number stands to the right of the one before it."""
    site = sites[name]
    seen = 0
    wrong = []
    with watching(browser, address) as watched:
        for width in (PHONE, DESK):
            watched.page.set_viewport_size(width)
            for kind in ("coordinators", "programme", "place", "call", "home"):
                watched.page.goto(f"{address}{name}/{site.address(kind, 'ar')}")
                for number in watched.page.evaluate(DIGITS):
                    seen += 1
                    rising = all(left < right for line in number["lines"] for left, right in pairwise(line))
                    wrong += [] if rising else [f"{kind}: {number['number']}"]
    assert seen > 5
    assert wrong == []
