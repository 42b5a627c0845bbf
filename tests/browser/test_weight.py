"""What the first view of a page costs a telephone: bytes as a host with gzip sends them, requests, own script.

Pictures and fonts are compressed already and count as they are. The page is loaded with an empty cache and scrolled
nowhere; what loads only on demand, such as the search, does not belong to the first view.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Response

from tests.support.browsing import PHONE, Site, pages_of
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

TEMPLATES = sorted({path.stem for path in (ROOT / "theme/templates").glob("*.html")} - {"not-found", "moved"})
KILO = 1000
MOST = {"ar": 170 * KILO}
"""Bytes that a first view may cost; the letters of some scripts are heavy."""
MOST_LATIN = 120 * KILO
MOST_REQUESTS = 12
MOST_SCRIPT = 15 * KILO
PACKED = ("image/webp", "image/png", "image/jpeg", "image/avif", "font/woff2", "application/font-woff2")


@dataclass
class View:
    """What was loaded for one page."""

    bytes: int = 0
    script: int = 0
    requests: list[str] = field(default_factory=list)

    def add(self, response: Response) -> None:
        """Count one answer."""
        body = response.body()
        kind = (response.header_value("content-type") or "").split(";")[0]
        packed = kind in PACKED or response.url.endswith((".woff2", ".webp", ".png", ".jpg"))
        self.bytes += len(body) if packed else len(gzip.compress(body, 9))
        self.script += len(body) if response.url.endswith(".js") else 0
        self.requests.append(response.url)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_first_view_is_light(kind: str, sites: dict[str, Site], browser: Browser, address: str) -> None:
    """The heaviest page of a template keeps to the budget of bytes, requests and script, in every language."""
    heavy = []
    found = pages_of(kind, sites)
    for language, site in found.items():
        view = _first_view(browser, f"{address}{site.id}/{site.pages[kind, language]}")
        if view.bytes > MOST.get(language, MOST_LATIN) or len(view.requests) > MOST_REQUESTS:
            heavy.append(f"{site.id}/{language}: {view.bytes} bytes, {len(view.requests)} requests")
        if view.script > MOST_SCRIPT:
            heavy.append(f"{site.id}/{language}: {view.script} bytes of script")
    assert found
    assert heavy == []


def _first_view(browser: Browser, url: str) -> View:
    """Load a page with an empty cache on a telephone with a fine screen."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page, answers, view = context.new_page(), list[Response](), View()
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright wants a function
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    for answer in answers:
        view.add(answer)
    context.close()
    return view
