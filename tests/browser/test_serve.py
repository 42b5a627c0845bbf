"""Somebody edits with `portal serve` beside the editor: pages load again by themselves and say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.paths import PortalPaths
from tests.support.browsing import DESK, PHONE
from tests.support.builds import replaced
from tests.support.portal import copy_small
from tests.support.serving import Served, serving

pytestmark = pytest.mark.browser
FILE = "content/coordinators/broen-odense.yml"
SECONDS = 20_000


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> PortalPaths:
    """A small portal."""
    return copy_small(tmp_path_factory.mktemp("served") / "portal")


@pytest.fixture(scope="module")
def served(paths: PortalPaths) -> Iterator[Served]:
    """The portal, served."""
    with serving(paths) as found:
        yield found


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about."""
    return []


@pytest.fixture
def page(browser: Browser, served: Served, complaints: list[str]) -> Iterator[Page]:
    """The coordinators of the site in a browser; whatever the browser complains about fails the test."""
    found = browser.new_page(viewport=DESK)
    found.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    found.on("pageerror", lambda error: complaints.append(str(error)))
    found.goto(f"{served.serving.address}broen/coordinators/")
    expect(found.locator("h1")).to_be_visible()
    yield found
    found.close()
    assert complaints == []


@pytest.fixture
def broken(paths: PortalPaths, page: Page) -> Iterator[Path]:
    """The file of a coordinator with a wrong date in it, as the open page has noticed; mended afterwards."""
    file = paths.root / FILE
    good = file.read_text("utf-8")
    replaced(file, "assured_on: 2026-10-01", "assured_on: 2026-13-01")
    expect(page.locator("portal-problems #problems")).to_be_visible(timeout=SECONDS)
    yield file
    file.write_text(good, "utf-8")


def test_edit_shows_by_itself(page: Page, paths: PortalPaths) -> None:
    """A phone number that is changed in its file is changed on the open page."""
    expect(page.locator("#coordinator-broen-odense").get_by_text("32 12 34 56")).to_be_visible()
    replaced(paths.root / FILE, "32 12 34 56", "34 41 23 45")
    expect(page.locator("#coordinator-broen-odense").get_by_text("34 41 23 45")).to_be_visible(
        timeout=SECONDS
    )
    replaced(paths.root / FILE, "34 41 23 45", "32 12 34 56")
    expect(page.locator("#coordinator-broen-odense").get_by_text("32 12 34 56")).to_be_visible(
        timeout=SECONDS
    )


def test_break_and_mend(page: Page, paths: PortalPaths) -> None:
    """A broken file is told over the page with file and line, and the page stays; once mended, it says no more."""
    file = paths.root / FILE
    good = file.read_text("utf-8")
    line = 1 + good.splitlines().index("assured_on: 2026-10-01")
    replaced(file, "assured_on: 2026-10-01", "assured_on: 2026-13-01")
    problem = page.locator("portal-problems li")
    expect(problem).to_have_count(1, timeout=SECONDS)
    expect(problem.locator("code")).to_have_text(f"{FILE}:{line}")
    expect(problem.locator("mark")).to_have_text("2026-13-01")
    expect(problem.locator(".help")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    file.write_text(good, "utf-8")
    expect(page.locator("portal-problems")).to_have_count(0, timeout=SECONDS)


def test_close_with_escape(page: Page, broken: Path) -> None:
    """Escape folds the findings into a button that says how many there are; the button opens them again."""
    page.keyboard.press("Escape")
    expect(page.locator("portal-problems #problems")).to_have_count(0)
    button = page.locator("portal-problems #again")
    expect(button).to_have_text("1 error")
    button.press("Enter")
    expect(page.locator("portal-problems #problems")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_stays_closed(page: Page, broken: Path) -> None:
    """Findings that were closed stay closed until they are others."""
    page.get_by_role("button", name="Close", exact=True).click()
    replaced(broken, "country: DK", "country: DK # changed")
    page.wait_for_timeout(500)
    expect(page.locator("portal-problems #again")).to_be_visible()
    replaced(broken, "number: 32 12 34 56", "number: 32 12")
    expect(page.locator("portal-problems li")).to_have_count(2, timeout=SECONDS)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_overlay_is_accessible(page: Page, broken: Path, complaints: list[str], size: dict[str, int]) -> None:
    """axe finds nothing in the findings over the page, at both widths; nothing is wider than the screen."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    found = Axe().run(page, context="portal-problems")
    complaints.clear()  # axe tries inline styles, which the page's policy refuses
    assert [violation["id"] for violation in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_start_page(page: Page, served: Served, paths: PortalPaths) -> None:
    """The start page leads to each language of each site and, after an edit, to the page of what was changed."""
    page.goto(served.serving.address)
    expect(page.get_by_role("link", name="English")).to_have_attribute("href", "/broen/en/")
    replaced(paths.root / FILE, "Koordinator i Odense", "Kontakt i Odense")
    page.get_by_role("link", name="Kontakt i Odense").click(timeout=SECONDS)
    expect(page.get_by_text("Kontakt i Odense").first).to_be_visible()
    replaced(paths.root / FILE, "Kontakt i Odense", "Koordinator i Odense")
    expect(page.get_by_text("Koordinator i Odense").first).to_be_visible(timeout=SECONDS)


def test_start_page_is_accessible(page: Page, served: Served, broken: Path) -> None:
    """axe finds nothing on the start page, with findings on it."""
    page.goto(served.serving.address)
    expect(page.locator("portal-problems #problems")).to_be_visible(timeout=SECONDS)
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
