"""Which files of a picture a site has, how they are called, and which of them pages name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import RenderError
from generator.model.media import Media
from generator.plan.site_plan import SitePlan
from generator.render.pictures.gallery import NO_PICTURES, Gallery, Variant, shared_ids
from generator.render.pictures.making import orders
from generator.render.views.parts import PictureFile
from generator.render.views.parts import picture as picture_view
from generator.render.voice import Voice
from generator.text.messages import load_messages
from tests.support.output import THEME, on_page
from tests.support.pictures import made, noise, picture, saved
from tests.support.records import (
    COORDINATOR,
    MEDIA,
    ORGANISATION,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

CONSENT = "{basis: consent, scope: [name, photo], given_on: 2026-01-01}"
HERO = made(saved(noise(1300, 130), "jpeg"))
LOGO = made(picture("png", 300, 300))


def plan() -> SitePlan:
    """A site with a hero, a logo, a programme's picture and a portrait."""
    brand = "{colour: '#0b5c7a', hero: harbour, logo: logo}"
    files = {
        "organisations/association.yml": changed(ORGANISATION, logo="logo"),
        "programmes/bridge.yml": changed(PROGRAMME, image="bridge"),
        "coordinators/anna.yml": changed(COORDINATOR, name="Anna", photo="portrait", consent=CONSENT),
        "sites/portal.yml": changed(SITE, brand=brand, languages="[en, da]"),
    }
    pictures = {f"media/{id}.yml": changed(MEDIA, file=f"{id}.png") for id in ("harbour", "logo", "bridge")}
    portrait = changed(MEDIA, file="portrait.png", shows_people="true", consent=CONSENT)
    return plan_of(catalog_of({**files, **pictures, "media/portrait.yml": portrait}))


def gallery() -> Gallery:
    """What was made of the pictures of the site."""
    return Gallery({"harbour": HERO, "bridge": HERO, "portrait": HERO, "logo": LOGO})


def test_files_of_a_site() -> None:
    """Every width of every picture; a file to share, but not of a portrait; logos of the site's logo alone."""
    found = plan()
    widths = ("400.webp", "640.webp", "960.webp", "1280.webp")
    expected = {f"media/{id}-{end}" for id in ("harbour", "bridge", "portrait") for end in widths}
    expected |= {f"media/{id}-1200.jpg" for id in ("harbour", "bridge")}
    expected |= {f"media/logo-{end}" for end in ("300.png", "300.jpg", "1x.webp", "2x.webp")}
    names = {path.replace("300.webp", "300.png") for path in gallery().files(found.view, found.pictures)}
    assert names == expected


def test_portraits_are_not_shared() -> None:
    """Machines are told of the pictures of programmes, stories, organisations and the home page."""
    assert shared_ids(plan().view) == {"harbour", "bridge", "logo"}


def test_files_have_the_bytes_that_were_made() -> None:
    """The path of a width leads to the file of that width."""
    found = plan()
    files = gallery().files(found.view, found.pictures)
    assert [files[f"media/harbour-{file.width}.webp"] for file in HERO.variants] == [
        file.data for file in HERO.variants
    ]


def test_view_of_a_picture() -> None:
    """A page names every width, and for browsers that cannot choose one of 640 px with its real size."""
    found = plan()
    page = found.page("da", "programmes/bridge/")
    assert page is not None
    voice = Voice(found, page, load_messages(THEME, "da"), pictures=gallery())
    shown = on_page(voice, picture_view(voice, "harbour"))
    assert shown is not None
    assert (shown.url, shown.width, shown.height) == ("../../../media/harbour-640.webp", 640, 64)
    assert shown.srcset == tuple(
        PictureFile(f"../../../media/harbour-{width}.webp", width) for width in (400, 640, 960, 1280)
    )


def test_picture_of_one_width_offers_no_choice() -> None:
    """A small picture has one file, and no list of files."""
    found = plan()
    page = found.page("en", "")
    assert page is not None
    shown = picture_view(Voice(found, page, load_messages(THEME, "en"), pictures=gallery()), "logo")
    assert shown is not None
    assert (shown.srcset, shown.width, shown.height) == ((), 300, 300)


def test_without_files_no_size_is_told() -> None:
    """A page that is looked at without files names that of the record."""
    media = plan().view.get(Media, "harbour")
    assert media is not None
    assert NO_PICTURES.of(media).variants == (Variant("media/harbour.png", 0, 0),)


def test_every_picture_is_ordered_once(tmp_path: Path) -> None:
    """Two sites that show a picture give one order for it."""
    found = plan()
    for media in found.pictures:
        (tmp_path / media.file).write_bytes(picture("png", 10, 10))
    wanted = [order.media.id for order in orders([found, found], tmp_path)]
    assert wanted == ["bridge", "harbour", "logo", "portrait"]


@pytest.mark.parametrize("how", ["missing", "link", "folder", "too large"])
def test_a_picture_that_cannot_be_read_stops_the_build(tmp_path: Path, how: str) -> None:
    """Nothing is followed out of the folder, and nothing is published with a hole in it."""
    found = plan()
    for media in found.pictures[1:]:
        (tmp_path / media.file).write_bytes(picture("png", 10, 10))
    first = tmp_path / found.pictures[0].file
    if how == "link":
        (tmp_path / "other.png").write_bytes(b"secret")
        first.symlink_to("other.png")
    elif how == "folder":
        first.mkdir()
    elif how == "too large":
        with first.open("wb") as stream:
            stream.truncate(8 * 1024 * 1024 + 1)
    with pytest.raises(RenderError, match=f"the picture {first.name} is missing, no plain file or too large"):
        orders([found], tmp_path)
