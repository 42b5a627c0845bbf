"""Pictures in a browser: the right file for the window and the screen, and nothing that moves when it comes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.browsing import DESK, PHONE, Site
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

KINDS = ("home", "programme", "story")
SCREENS = [(PHONE, 1), (PHONE, 3), (DESK, 1), (DESK, 2)]
MOST = 0.05
"""What may move; a good page stays below 0.1."""

SHIFTS = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Wait until what has changed is painted."""

CHOSEN = r"""
async () => {
  const all = [...document.images].filter((image) => image.sizes);
  all.forEach((image) => { image.loading = "eager"; });
  await Promise.all(all.map((image) => image.decode()));
  return all.map((image) => {
    const box = image.getBoundingClientRect();
    const ratio = image.getAttribute("width") / image.getAttribute("height");
    const shown = getComputedStyle(image).objectFit === "cover" ? Math.max(box.width, box.height * ratio) : box.width;
    return {
      needed: shown * devicePixelRatio,
      picture: image.currentSrc.replace(/-\d+\.\w+$/, ""),
      chosen: Number(/(\d+)\.\w+$/.exec(image.currentSrc)[1]),
      offered: image.srcset.split(",").map((one) => parseInt(one.trim().split(" ")[1])),
    };
  });
}
"""


@contextmanager
def opened(browser: Browser, size: Any, density: float = 1) -> Iterator[Page]:
    """Give a page of a size in CSS pixels on a screen of a density, at noon of the day of the build."""
    context = browser.new_context(viewport=size, device_scale_factor=density)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    context.add_init_script(SHIFTS)
    yield context.new_page()
    context.close()


def faults(found: list[dict[str, Any]]) -> list[str]:
    """Say what is wrong with the choices on a page. A file that is there already is rightly taken a second time."""
    times = Counter(each["picture"] for each in found)
    said = [
        fault(each["needed"], each["chosen"], each["offered"], again=times[each["picture"]] > 1)
        for each in found
    ]
    return [one for one in said if one]


def fault(needed: float, chosen: int, offered: list[int], *, again: bool) -> str:
    """Say what is wrong with a choice: blurred although there is a wider file, or wider than anybody sees."""
    narrower = [width for width in offered if width < chosen]
    if chosen < 0.8 * needed and chosen < max(offered):
        return f"{chosen} of {offered} is too narrow for {needed:.0f}"
    if narrower and max(narrower) > 1.1 * needed and not again:
        return f"{chosen} of {offered} is too wide for {needed:.0f}"
    return ""


@pytest.mark.parametrize(("size", "density"), SCREENS)
def test_the_suitable_file_is_loaded(
    size: dict[str, int], density: float, sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """On a telephone, a sharp one and a desk the browser takes a file that fits what is shown of it."""
    seen, wrong = 0, []
    for site in (sites["kvinfo"], sites["network"]):
        for kind in (*KINDS, "credits", "programmes"):
            if (kind, site.default) in site.pages:
                with opened(browser, size, density) as page:  # a context of its own: nothing is there already
                    page.goto(f"{address}{site.id}/{site.address(kind, site.default)}")
                    found = page.evaluate(CHOSEN)
                seen += len(found)
                wrong += [f"{site.id} {kind}: {said}" for said in faults(found)]
    assert (seen > 15, wrong) == (True, [])


def moved(page: Page, url: str) -> float:
    """Return how much moves while a page is read from its beginning to its end and every picture comes late."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile(r"/media/"), hold)
    page.goto(url, wait_until="domcontentloaded")
    for step in range(12):
        page.evaluate("(step) => scrollTo({ top: step * innerHeight * 0.9, behavior: 'instant' })", step)
        page.evaluate(FRAMES)
        page.wait_for_timeout(60)
        coming = [route.request for route in waiting]
        while waiting:
            waiting.pop().continue_()
        for request in coming:  # however slow the machine is
            if answer := request.response():
                answer.finished()
        page.evaluate(FRAMES)
        page.wait_for_timeout(60)
    page.unroute(re.compile(r"/media/"))
    return float(page.evaluate("window.moved"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_when_pictures_come(
    kind: str, size: dict[str, int], sites: dict[str, Site], browser: Browser, address: str
) -> None:
    """Texts stay where they are though every picture comes after them, in Arabic too."""
    wrong = []
    for name, language in (("kvinfo", "da"), ("network", "ar"), ("drammen", "nb")):
        site = sites[name]
        if (kind, language) in site.pages:
            with opened(browser, size) as page:
                shift = moved(page, f"{address}{name}/{site.address(kind, language)}")
            wrong += [f"{name}/{language}: {shift:.3f}"] if shift > MOST else []
    assert wrong == []


def test_movement_would_be_seen(sites: dict[str, Site], browser: Browser, address: str) -> None:
    """The same page without the sizes of its pictures does move."""

    def without_sizes(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r' (width|height)="\d+"', "", answer.text()))

    site = sites["kvinfo"]
    with opened(browser, PHONE) as page:
        page.route(re.compile(r"/stories/[^.]*$"), without_sizes)
        shift = moved(page, f"{address}kvinfo/{site.address('story', 'da')}")
    assert shift > MOST
