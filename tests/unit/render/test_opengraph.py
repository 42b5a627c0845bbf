"""What is shown of a page that somebody shares."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.site_plan import SitePlan
from generator.render.opengraph import og_locale
from generator.render.pictures.gallery import NO_PICTURES, Gallery
from generator.render.shell import shell_view
from generator.render.voice import Voice
from generator.text.messages import load_messages
from tests.support.output import THEME
from tests.support.pictures import made, picture
from tests.support.records import MEDIA, ORGANISATION, PROGRAMME, SITE, STORY, catalog_of, changed, plan_of

BASE = "https://portal.example.org/"


def plan(**site: str) -> SitePlan:
    """A site in English and Danish with a hero and a picture of its own for the story, which is in English."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "programmes/bridge.da.yml": "description: Hjælper.\n",
        "stories/year.yml": changed(STORY, image="own"),
        "media/own.yml": changed(MEDIA, file="own.png", alt="Two people", creators="[Studio]"),
        "media/hero.yml": changed(MEDIA, alt="{en: A harbour, da: En havn}", creators="[Studio]"),
    }
    brand = '{colour: "#0b5c7a", hero: hero}'
    record = changed(SITE, **{"languages": "[en, da]", "brand": brand, **site})
    return plan_of(catalog_of({**files, "sites/portal.yml": record}))


def view(route: str, language: str = "en", pictures: Gallery = NO_PICTURES, **site: str) -> dict[str, Any]:
    found = plan(**site)
    page = found.page(language, route)
    assert page is not None
    return shell_view(Voice(found, page, load_messages(THEME, language), pictures=pictures), "Title")


@pytest.mark.parametrize(
    ("route", "language", "picture", "alt"),
    [
        ("", "en", "picture.png", "A harbour"),
        ("", "da", "picture.png", "En havn"),
        ("programmes/bridge/", "en", "picture.png", "A harbour"),
        ("stories/year/", "en", "own.png", "Two people"),
        ("credits/", "da", "picture.png", "En havn"),
    ],
)
def test_picture(route: str, language: str, picture: str, alt: str) -> None:
    """A page has its own picture, else the site's, by its full address and with a text in the page's language."""
    found = view(route, language)
    assert (found["image"], found["social"]["image_alt"]) == (f"{BASE}media/{picture}", alt)


def test_site_without_a_picture() -> None:
    """Without a hero a page that has no picture shows none."""
    found = view("", brand='{colour: "#0b5c7a"}')
    assert (found["image"], found["social"]["image_alt"]) == ("", "")


@pytest.mark.parametrize(
    ("route", "type", "published"), [("stories/year/", "article", "2026-09-01"), ("", "website", "")]
)
def test_type(route: str, type: str, published: str) -> None:
    """A story is an article with its day, any other page is part of a website."""
    social = view(route)["social"]
    assert (social["type"], social["published"]) == (type, published)


@pytest.mark.parametrize(
    ("route", "language", "locales"),
    [
        ("", "en", ("en_GB", "da_DK")),
        ("", "da", ("da_DK", "en_GB")),
        ("stories/year/", "en", ("en_GB",)),
        ("stories/year/", "da", ("en_GB",)),
    ],
)
def test_locales(route: str, language: str, locales: tuple[str, ...]) -> None:
    """A page names the language in which it is written, then the others where there is a translation."""
    assert view(route, language)["social"]["locales"] == locales


def test_size() -> None:
    """The file that is shared is a JPEG of its own, told with its real size."""
    found = view("", pictures=Gallery({"hero": made(picture("webp", 1600, 900))}))
    told = (found["image"], found["social"]["image_width"], found["social"]["image_height"])
    assert told == (f"{BASE}media/hero-1200.jpg", 1200, 675)


def test_size_of_a_picture_that_is_not_there() -> None:
    """A size that is not known is not claimed."""
    social = view("")["social"]
    assert (social["image_width"], social["image_height"]) == ("", "")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("da", "da_DK"),
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("nb", "nb_NO"),
        ("uk", "uk_UA"),
        ("ar", "ar_EG"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("ckb", "ckb_IQ"),
        ("de-simple", "de_DE"),
        ("prs", "prs"),
    ],
)
def test_locale(tag: str, expected: str) -> None:
    """A language stands with its own country, else with the one where most people speak it, if that is known."""
    assert og_locale(tag) == expected
