"""Real units for the engine's tests: a few pages with a full view, on the theme of the checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.engine.configuration import BaseConfig, read_base
from generator.engine.unit import Heading, Unit, UnitPage

ROOT = Path(__file__).parents[3]
LANGUAGES = (("en", "English", "ltr"), ("ar", "العربية", "rtl"), ("da", "Dansk", "ltr"))
INDEX = b"""[
["","Mentors in your city","","","","",[["","","Two hours a month."]]],
["programmes/kvinfo/","KVINFO","","","","",[["","",""],["where","Where","Aarhus, Odense."]]]
]"""
"""The search index of the pages below."""

LABELS = {
    "skip": "Skip to content",
    "menu": "Menu",
    "close": "Close",
    "language": "Language",
    "search": "Search",
    "navigation": "Main pages",
    "breadcrumbs": "You are here",
}


@pytest.fixture(scope="session")
def base() -> BaseConfig:
    """The configuration and theme that this repository ships."""
    return read_base(ROOT / "mkdocs.yml", ROOT / "theme")


@pytest.fixture
def make_view() -> Callable[..., dict[str, Any]]:
    """A function (language, **changes) → a page's view."""
    return sample_view


@pytest.fixture
def make_unit() -> Callable[..., Unit]:
    """A function (language, direction, **changes) → a unit with a home page, a programme and a 404 page."""
    return sample_unit


def sample_view(language: str = "en", up: str = "./", assets: str = "", **changes: Any) -> dict[str, Any]:
    address = "https://example.org/portal/"
    view: dict[str, Any] = {
        "home_url": up,
        "navigation": [
            {"title": "Home", "url": up, "active": False},
            {"title": "Programmes", "url": up + "programmes/", "active": True},
        ],
        "breadcrumbs": [{"title": "Home", "url": up}, {"title": "This page"}],
        "alternates": [
            {
                "language": code,
                "name": name,
                "direction": direction,
                "url": f"{up}{code}/",
                "absolute": f"{address}{code}/",
                "current": code == language,
                "hreflang": True,
            }
            for code, name, direction in LANGUAGES
        ],
        "canonical": address,
        "x_default": address,
        "robots": "",
        "content_language": language,
        "content_direction": "rtl" if language == "ar" else "ltr",
        "notice": "",
        "search": {
            "script": f"{up}{assets}assets/portal/search.js",
            "index": up + "search/index.json",
            "field": "Search this site",
            "none": "Nothing found",
            "counts": '{"other": "{n} results"}',
        },
        "footer": {
            "contact": [{"title": "+45 50 76 33 76", "url": "tel:+4550763376"}],
            "legal": [{"title": "Imprint", "url": up + "imprint/"}],
            "network": [],
        },
    }
    return {**view, **changes}


def sample_unit(language: str = "en", direction: str = "ltr", **changes: Any) -> Unit:
    assets = changes.get("assets", "")
    home = UnitPage(
        "index.html",
        "Mentors in your city",
        "What mentoring is",
        '<h1 id="top">Mentors in your city</h1><p>Two hours a month.</p>',
        view=sample_view(language, assets=assets),
    )
    programme = UnitPage(
        "programmes/kvinfo/index.html",
        "KVINFO",
        "A programme",
        '<h1 id="top">KVINFO</h1><h2 id="where">Where</h2><p>Aarhus, Odense.</p>',
        (Heading(2, "where", "Where"),),
        sample_view(language, "../../", assets),
    )
    folder = changes.get("folder", "")
    address = f"https://example.org/portal/{folder}/" if folder else "https://example.org/portal/"
    lost = UnitPage(
        "404.html",
        "Page not found",
        "",
        "<h1>Page not found</h1>",
        view=sample_view(language, "/portal/", canonical="", robots="noindex", breadcrumbs=[]),
    )
    values: dict[str, Any] = {
        "site": "demo",
        "language": language,
        "direction": direction,
        "folder": "",
        "url": address,
        "site_name": "Mentoring",
        "pages": (home, programme),
        "not_found": lost,
        "strings": LABELS,
        "files": {"search/index.json": INDEX},
    }
    return Unit(**{**values, **changes})
