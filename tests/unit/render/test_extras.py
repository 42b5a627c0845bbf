"""The files of a site besides its pages: which there are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from generator.clock import Clock
from generator.plan.site_plan import SitePlan
from generator.render.extras import site_files
from generator.render.pictures.gallery import Gallery
from tests.support.pictures import made, picture
from tests.support.records import MEDIA, ORGANISATION, PROGRAMME, SITE, catalog_of, changed, plan_of

THEME = Path(__file__).resolve().parents[3] / "theme"
CLOCK = Clock(datetime(2026, 11, 21, 12, tzinfo=UTC))


def plan() -> SitePlan:
    """A site with one picture."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": changed(PROGRAMME, image="picture"),
        "media/picture.yml": MEDIA,
        "media/unused.yml": changed(MEDIA, file="unused.png"),
        "sites/portal.yml": SITE,
    }
    return plan_of(catalog_of(files))


def test_only_the_files_of_pictures_that_are_shown() -> None:
    """Of a picture on a programme's page: every width and the file to share; no logo, and nothing of others."""
    made_of = {id: made(picture("webp", 500, 250)) for id in ("picture", "unused")}
    files = site_files(plan(), Gallery(made_of), THEME, CLOCK)
    assert [path for path in files if path.startswith("media/")] == [
        "media/picture-400.webp",
        "media/picture-500.webp",
        "media/picture-500.jpg",
    ]


def test_sitemap_robots_and_brand_are_there() -> None:
    """Every site has them."""
    gallery = Gallery({"picture": made(picture("png", 32, 18))})
    assert {"sitemap.xml", "robots.txt", "assets/portal/portal.css"} <= set(
        site_files(plan(), gallery, THEME, CLOCK)
    )
