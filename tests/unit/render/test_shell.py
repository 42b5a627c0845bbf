"""What stands around a page: navigation, breadcrumbs, languages, notice, robots, footer."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.routes import NOT_FOUND
from generator.plan.site_plan import SitePlan
from generator.render.html import not_found_page
from tests.support.output import page_at, rendered
from tests.support.records import (
    COORDINATOR,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    catalog_of,
    changed,
    page,
    plan_of,
)

ABOUT = page("portal", "about", "---\ntitle: About us\n---\nHi")
LEGAL = tuple(page("portal", name, f"---\ntitle: {name}\n---\nHi") for name in ("imprint", "privacy"))


def plan(**site: str) -> SitePlan:
    """A site in English, Danish and Arabic; the story is in English only."""
    files = {
        "organisations/association.yml": changed(ORGANISATION, website="https://association.example.org/"),
        "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
        "programmes/bridge.da.yml": "description: Hjælper.\nname: Broen\n",
        "places/odense.yml": PLACE,
        "coordinators/anna.yml": changed(
            COORDINATOR, email="anna@example.org", phones="[{number: 32 12 34 56}]"
        ),
        "stories/year.yml": STORY,
        "media/logo.yml": MEDIA,
    }
    record = changed(SITE, **{"languages": "[en, da, ar]", **site})
    return plan_of(catalog_of({**files, "sites/portal.yml": record}, (ABOUT, *LEGAL)))


def view(route: str, language: str = "en", **site: str) -> dict[str, Any]:
    """The view of the shell around a page."""
    found = plan(**site)
    if route == NOT_FOUND:
        return rendered(found, not_found_page(language)).view
    return page_at(found, route, language).view


@pytest.mark.parametrize(
    ("route", "language", "trail"),
    [
        ("", "en", []),
        ("stories/", "en", [("Home", "../"), ("Stories", None)]),
        ("stories/year/", "en", [("Home", "../../"), ("Stories", "../../stories/"), ("A year", None)]),
        (
            "stories/year/",
            "da",
            [("Forside", "../../../da/"), ("Historier", "../../../da/stories/"), ("A year", None)],
        ),
        ("about/", "en", [("Home", "../"), ("About us", None)]),
    ],
)
def test_breadcrumbs_lead_home(route: str, language: str, trail: list[tuple[str, str | None]]) -> None:
    """Home, the section, the page itself without a link; nothing on the home page."""
    shown = view(route, language)["breadcrumbs"]
    assert trail == [(crumb["title"], crumb.get("url")) for crumb in shown]


def test_the_navigation_shows_where_one_is() -> None:
    """The section of a page is marked on it and on its records."""
    assert [item["title"] for item in view("stories/year/")["navigation"] if item["active"]] == ["Stories"]


def test_the_navigation_speaks_the_readers_language() -> None:
    """Sections have the catalogue's word, links stay within the language."""
    items = view(
        "places/odense/", "da", navigation="[{section: places}, {section: stories, title: {da: Nyt}}]"
    )
    assert [(item["title"], item["url"]) for item in items["navigation"]] == [
        ("Steder", "../../../da/places/"),
        ("Nyt", "../../../da/stories/"),
    ]


@pytest.mark.parametrize(
    ("route", "language", "announced", "x_default"),
    [
        ("places/odense/", "en", ["en", "da", "ar"], "places/odense/"),
        ("programmes/bridge/", "da", ["en", "da"], "programmes/bridge/"),
        ("programmes/bridge/", "ar", [], ""),
        ("stories/year/", "en", [], ""),
        (NOT_FOUND, "en", [], ""),
    ],
)
def test_only_real_translations_are_announced(
    route: str, language: str, announced: list[str], x_default: str
) -> None:
    """hreflang names translations, itself included, from each of them; never from a page shown instead."""
    found = view(route, language)
    assert (announced, x_default and f"https://portal.example.org/{x_default}") == (
        [other["language"] for other in found["alternates"] if other["hreflang"]],
        found["x_default"],
    )


def test_the_language_switch_leads_to_the_same_page() -> None:
    """Readers stay where they are; every language is named in itself, with its direction."""
    switch = view("programmes/bridge/", "da")["alternates"]
    assert [(item["name"], item["direction"], item["url"], item["current"]) for item in switch] == [
        ("English", "ltr", "../../../programmes/bridge/", False),
        ("dansk", "ltr", "../../../da/programmes/bridge/", True),
        ("العربية", "rtl", "../../../ar/programmes/bridge/", False),
    ]


def test_the_language_switch_says_what_will_be_shown() -> None:
    """Before the click readers see that their page is there in another language only, named in itself."""
    switch = view("stories/year/")["alternates"]
    assert [(item["language"], item["shown"], item["shown_name"]) for item in switch] == [
        ("en", "", ""),
        ("da", "en", "English"),
        ("ar", "en", "English"),
    ]


def test_a_card_in_another_language_says_so_once() -> None:
    """Title and summary are marked each; the language is named below them, for readers in their words."""
    html = page_at(plan(), "stories/", "da").html
    assert (html.count('<span lang="en" dir="ltr">'), html.count('<p class="written">')) == (2, 1)
    assert '<p class="written">Tekstens sprog: engelsk</p>' in html


def test_the_language_switch_leads_home_where_there_is_no_such_page() -> None:
    """With the policy `omit` a language without the page is entered at its front."""
    switch = view("stories/year/", fallback="omit")["alternates"]
    assert [item["url"] for item in switch] == ["../../stories/year/", "../../da/", "../../ar/"]


@pytest.mark.parametrize(
    ("route", "language", "status", "robots"),
    [
        ("places/odense/", "da", "live", ""),
        ("stories/year/", "en", "live", ""),
        ("stories/year/", "da", "live", "noindex"),
        (NOT_FOUND, "en", "live", "noindex"),
        ("places/odense/", "da", "hidden", "noindex"),
    ],
)
def test_search_engines_keep_what_is_really_written(
    route: str, language: str, status: str, robots: str
) -> None:
    """Fallback pages, error pages and hidden sites are not indexed."""
    assert robots == view(route, language, status=status)["robots"]


def test_a_fallback_page_says_so_in_the_readers_language() -> None:
    """The notice names both languages, in words of the reader."""
    found = view("stories/year/", "da")
    assert ("dansk" in found["notice"], "engelsk" in found["notice"], found["content_language"]) == (
        True,
        True,
        "da",
    )


@pytest.mark.parametrize(("route", "language"), [("stories/year/", "en"), ("places/odense/", "ar")])
def test_other_pages_have_no_notice(route: str, language: str) -> None:
    """A page in its own language, or one made of facts, explains nothing."""
    assert view(route, language)["notice"] == ""


def test_addresses_of_the_404_page_begin_at_the_root() -> None:
    """It is served under any address, so nothing on it may be relative to it, and on any host, so none is named."""
    found = view(NOT_FOUND, "da")
    links = [found["home_url"], found["icon"], *(item["url"] for item in found["navigation"])]
    links += [item["url"] for item in found["alternates"]]
    assert [link for link in links if not link.startswith("/") or link.startswith("//")] == []


def test_the_footer_says_whom_to_ask_and_who_publishes() -> None:
    """Mail and phone of the site's contact, the directory, the publisher, legal pages."""
    footer = view(
        "places/odense/",
        contact="anna",
        legal="{imprint: imprint, privacy: privacy, accessibility_url: https://statement.example.org/}",
    )["footer"]
    assert (
        [(link["title"], link["url"]) for link in footer["contact"]],
        [(link["title"], link["url"]) for link in footer["network"]],
        [(link["title"], link["url"]) for link in footer["legal"]],
    ) == (
        [
            ("anna@example.org", "mailto:anna@example.org"),
            ("+45 32 12 34 56", "tel:+45-32-12-34-56"),
            ("Find your coordinator", "../../coordinators/"),
        ],
        [("Association", "https://association.example.org/")],
        [
            ("Imprint", "../../imprint/"),
            ("Privacy", "../../privacy/"),
            ("Accessibility statement", "https://statement.example.org/"),
        ],
    )


def test_a_logo_leads_from_every_page() -> None:
    """The picture's address is that of the page's own depth and language."""
    found = view("places/odense/", "da", brand="{colour: '#0b5c7a', logo: logo}")
    assert found["logo"]["url"] == "../../../media/picture.png"


def test_a_site_without_logo_has_none() -> None:
    """No broken picture stands in its place."""
    assert view("places/odense/")["logo"] is None
