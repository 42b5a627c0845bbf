"""The way from a network's home page to a coordinator's telephone number: two taps, in every city and language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.browsing import PHONE, Site
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

SITES = sorted(path.parent.name for path in (ROOT / "sites").glob("*/site.yml"))
CITIES = "#portal-content a[href*='places/']"
NUMBERS = """() => [...document.querySelectorAll("#portal-content a[href^='tel:']")]
  .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height >= 44).length"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", SITES)
def test_two_taps_to_a_telephone_number(
    name: str, script: bool, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Tapping a city on the home page shows a number of its coordinator, and tapping that one calls it."""
    site, missing, seen = sites[name], [], 0
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page = context.new_page()
    for language in site.languages:
        page.goto(f"{address}{name}/{site.address('home', language)}")
        cities = page.locator(CITIES).evaluate_all(
            "links => [...new Set(links.map((link) => link.href.split('#')[0]))]"
        )
        for city in cities:
            page.goto(city)
            seen += 1
            missing += [] if page.evaluate(NUMBERS) else [city.removeprefix(address)]
    context.close()
    assert seen >= len(site.languages)
    assert missing == []
