"""The files of a site besides its pages: which there are, and what happens to a picture that cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.clock import Clock
from generator.errors import RenderError
from generator.plan.site_plan import SitePlan
from generator.render.extras import site_files
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


def test_a_picture_is_taken_as_it_is(tmp_path: Path) -> None:
    """The bytes of each picture that the site shows, of no other."""
    (tmp_path / "picture.png").write_bytes(b"picture")
    (tmp_path / "unused.png").write_bytes(b"unused")
    files = site_files(plan(), tmp_path, THEME, CLOCK)
    assert {path: data for path, data in files.items() if path.startswith("media/")} == {
        "media/picture.png": b"picture"
    }


def test_sitemap_robots_and_brand_are_there(tmp_path: Path) -> None:
    """Every site has them."""
    (tmp_path / "picture.png").write_bytes(b"picture")
    assert {"sitemap.xml", "robots.txt", "assets/portal/portal.css", "assets/portal/portal.js"} <= set(
        site_files(plan(), tmp_path, THEME, CLOCK)
    )


@pytest.mark.parametrize("how", ["missing", "link", "folder", "too large"])
def test_a_picture_that_cannot_be_read_stops_the_site(tmp_path: Path, how: str) -> None:
    """Nothing is followed out of the folder, and nothing is published with a hole in it."""
    picture = tmp_path / "picture.png"
    if how == "link":
        (tmp_path / "other.png").write_bytes(b"secret")
        picture.symlink_to("other.png")
    elif how == "folder":
        picture.mkdir()
    elif how == "too large":
        with picture.open("wb") as stream:
            stream.truncate(8 * 1024 * 1024 + 1)
    with pytest.raises(RenderError, match="the picture picture.png is missing, no plain file or too large"):
        site_files(plan(), tmp_path, THEME, CLOCK)
