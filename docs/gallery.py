"""Photographs every kind of page for the gallery: `make gallery` after `make site`.

Reads the built sites in `public/`, writes `docs/gallery/*.webp` and the page `docs/gallery.md` that shows them.
Whole pages are cut at a height that still shows what the kind of page is about. The clock of the browser is set.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT))

from tests.support.browsing import launched, served  # noqa: E402 - found through the lines above

TODAY = "2026-11-21T12:00:00Z"
FOLDER = ROOT / "docs/gallery"
PHONE, DESK = (390, 1500), (1280, 1500)
QUALITY = 62


@dataclass(frozen=True, slots=True)
class View:
    """One kind of page: what it is called and where it stands below `public/`."""

    name: str
    title: str
    path: str
    dark: bool = False


VIEWS = (
    View("home-network", "Home of a network", "network/"),
    View("home", "Home of one programme's site", "kvinfo/"),
    View("home-ar", "Home, from right to left", "kvinfo/ar/"),
    View("programme", "Programme", "kvinfo/en/programmes/kvinfo-mentornetvaerk/"),
    View(
        "programme-ar",
        "Programme, from right to left",
        "dortmund/ar/programmes/dortmund-mentoring-fuer-frauen/",
    ),
    View("programmes", "List of programmes with filters", "network/programmes/"),
    View("coordinators", "Directory of coordinators with filters", "kvinfo/en/coordinators/"),
    View("coordinators-uk", "Directory in Ukrainian, dark", "kvinfo/uk/coordinators/", dark=True),
    View("place", "A city", "kvinfo/en/places/odense/"),
    View("call", "Recruitment call", "kvinfo/en/calls/kvinfo-odense-mentors-2027/"),
    View("calls", "Recruitment calls", "network/calls/"),
    View("guide", "Guide: become a mentor", "kvinfo/en/guides/become-a-mentor/"),
    View("guide-employers", "Guide for employers", "dortmund/guides/host-a-mentee/"),
    View("story", "Story", "kvinfo/en/stories/kvinfo-how-a-match-is-made/"),
    View("testimonials", "Voices", "network/testimonials/"),
    View("accessibility", "Accessibility statement", "kvinfo/en/accessibility/"),
    View("not-found", "Page not found", "kvinfo/uk/404.html"),
    View("home-dark", "Home, dark", "drammen/en/", dark=True),
)


def shoot(browser: Browser, address: str, view: View, size: tuple[int, int]) -> Image.Image:
    """Return the picture of a page in a window of that width."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if view.dark else "light"
    )
    context.clock.set_fixed_time(TODAY)
    page = context.new_page()
    answer = page.goto(address + view.path)
    if answer is None or answer.status >= 400:
        raise SystemExit(f"{view.path} is not there: run `make site` first")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    data = page.screenshot()
    context.close()
    return Image.open(BytesIO(data)).convert("RGB")


def main() -> None:
    """Write pictures and page."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    lines = [
        "# Gallery",
        "",
        "Every kind of page of the sample sites, on a telephone and at a desk. `make gallery` makes it.",
    ]
    with launched() as browser, served(ROOT / "public") as address:
        for view in VIEWS:
            desk = shoot(browser, address, view, DESK).resize((800, 938), Image.Resampling.LANCZOS)
            phone = shoot(browser, address, view, PHONE).resize((244, 938), Image.Resampling.LANCZOS)
            desk.save(FOLDER / f"{view.name}-1280.webp", quality=QUALITY, method=6)
            phone.save(FOLDER / f"{view.name}-390.webp", quality=QUALITY + 10, method=6)
            lines += ["", f"## {view.title}", "", f"`{view.path}`", ""]
            lines.append(
                f"![{view.title}, at a desk](gallery/{view.name}-1280.webp) "
                f"![{view.title}, on a telephone](gallery/{view.name}-390.webp)"
            )
    (ROOT / "docs/gallery.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
