"""Plans: which pages a site has in which language, what they are alternates of, and what collides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.diagnostics import Finding
from generator.load.pages import PageDocument
from generator.model.build import build_catalog
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from tests.support.records import (
    CALL,
    COORDINATOR,
    GUIDE,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    catalog_of,
    changed,
    documents,
    page,
    plan_of,
    view_of,
)

BASE = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense, hall]", image="picture"),
    "programmes/bridge.da.yml": "description: En mentor hjælper.\n",
    "places/odense.yml": PLACE,
    "places/hall.yml": changed(PLACE, place_type="venue"),
    "coordinators/anna.yml": COORDINATOR,
    "calls/call.yml": CALL,
    "guides/begin.yml": GUIDE,
    "guides/begin.da.yml": "summary: Sådan.\n",
    "stories/year.yml": STORY,
    "media/picture.yml": MEDIA,
}
ABOUT = "---\ntitle: About\n---\nHi\n"


def plan(
    files: Mapping[str, str] | None = None,
    pages: tuple[PageDocument, ...] = (),
    only: tuple[str, ...] = (),
    **site: str,
) -> SitePlan:
    """The plan of a site in English, Danish and Arabic."""
    record = changed(SITE, **{"languages": "[en, da, ar]", **site})
    return plan_of(catalog_of({**BASE, **(files or {}), "sites/portal.yml": record}, pages), only=only)


def routes(found: SitePlan, language: str) -> list[str]:
    return [page.route for page in found.pages_in(language)]


EVERY_ROUTE = [
    "",
    "programmes/",
    "programmes/bridge/",
    "places/",
    "places/odense/",
    "coordinators/",
    "calls/",
    "calls/call/",
    "guides/",
    "guides/begin/",
    "stories/",
    "stories/year/",
    "about/",
    "credits/",
]


def test_a_site_has_a_page_for_everything_that_it_shows() -> None:
    """Home, each section with its records, own pages, picture credits; a venue has no page of its own."""
    assert routes(plan(pages=(page("portal", "about", ABOUT),)), "en") == EVERY_ROUTE


def test_a_site_has_no_page_for_what_it_does_not_show() -> None:
    """Without places, people, calls, guides, stories and pictures there are no empty lists of them."""
    files = {"organisations/association.yml": ORGANISATION, "programmes/bridge.yml": PROGRAMME}
    found = plan_of(catalog_of({**files, "sites/portal.yml": SITE}))
    assert routes(found, "en") == ["", "programmes/", "programmes/bridge/"]


def test_with_notice_every_language_has_every_page() -> None:
    """A page without translation is shown in the language that it has."""
    found = plan(fallback="notice")
    assert routes(found, "en") == routes(found, "da") == routes(found, "ar")


OMITTED = ["", "programmes/", "programmes/bridge/", "places/", "places/odense/", "coordinators/", "guides/"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", [route for route in EVERY_ROUTE if route != "about/"]),
        ("da", [*OMITTED, "guides/begin/", "credits/"]),
        ("ar", ["", "places/", "places/odense/", "coordinators/", "credits/"]),
    ],
)
def test_with_omit_a_language_has_what_is_translated(language: str, expected: list[str]) -> None:
    """A page without translation is left out, and so is a list of which no page is left."""
    assert expected == routes(plan(fallback="omit"), language)


@pytest.mark.parametrize(
    ("language", "route", "content", "fallback"),
    [
        ("en", "programmes/bridge/", "en", False),
        ("da", "programmes/bridge/", "da", False),
        ("ar", "programmes/bridge/", "en", True),
        ("da", "calls/call/", "en", True),
        ("ar", "places/odense/", "ar", False),
        ("ar", "", "ar", False),
    ],
)
def test_a_page_knows_the_language_that_it_has(
    language: str, route: str, content: str, fallback: bool
) -> None:
    """Pages made of facts exist in every language; a text of its own decides for the others."""
    found = plan().page(language, route)
    assert found is not None
    assert (content, fallback) == (found.content_language, found.is_fallback)


def test_a_wider_language_is_no_fallback() -> None:
    """Readers of Austrian German get a German page as their own."""
    found = plan({"programmes/bridge.de.yml": "description: Hilft.\n"}, languages="[en, de-AT]")
    bridge = found.page("de-AT", "programmes/bridge/")
    assert bridge is not None
    assert (bridge.content_language, bridge.is_fallback) == ("de-AT", False)


@pytest.mark.parametrize(
    ("route", "alternates"),
    [
        ("programmes/bridge/", {"en": "", "da": "da/"}),
        ("calls/call/", {"en": ""}),
        ("places/odense/", {"en": "", "da": "da/", "ar": "ar/"}),
        ("nowhere/", {}),
    ],
)
def test_alternates_are_real_translations_only(route: str, alternates: dict[str, str]) -> None:
    """A page shown in place of a translation is announced to nobody; URLs are absolute, in the site's order."""
    expected = [(code, f"https://portal.example.org/{folder}{route}") for code, folder in alternates.items()]
    assert expected == list(plan().alternates(route).items())


@pytest.mark.parametrize(
    ("language", "route", "canonical"),
    [
        ("da", "programmes/bridge/", "da/programmes/bridge/"),
        ("ar", "programmes/bridge/", "programmes/bridge/"),
        ("da", "calls/call/", "calls/call/"),
        ("ar", "places/odense/", "ar/places/odense/"),
    ],
)
def test_a_page_in_place_of_a_translation_is_known_under_the_original(
    language: str, route: str, canonical: str
) -> None:
    """Search engines are led to the page that is really written in its language."""
    found = plan()
    shown = found.page(language, route)
    assert shown is not None
    assert f"https://portal.example.org/{canonical}" == found.canonical(shown)


def test_a_text_in_none_of_the_sites_languages_is_known_in_the_default_one() -> None:
    """When no page is a real translation, one of them still stands for all."""
    found = plan({"stories/year.yml": STORY + "language: uk\n"})
    shown = found.page("da", "stories/year/")
    assert shown is not None
    assert found.canonical(shown) == "https://portal.example.org/stories/year/"


@pytest.mark.parametrize(
    ("only", "root"), [(("da",), "da"), (("da", "ar"), "da"), (("en", "da"), "en"), (("en",), "en")]
)
def test_a_preview_has_some_languages_and_works_by_itself(only: tuple[str, ...], root: str) -> None:
    """With `--language` the other pages are not planned; without the default language another is at the root."""
    whole, part = plan(), plan(only=only)
    assert (only, [page for page in whole.pages if page.language in only], root) == (
        part.languages,
        sorted(part.pages, key=whole.pages.index),
        part.addresses.default_language,
    )


def said(files: Mapping[str, str], pages: tuple[PageDocument, ...] = ()) -> list[tuple[str, str, str, str]]:
    """Code, place, message and advice of the plan's findings."""
    catalog, _ = build_catalog(documents(files), pages)
    _, findings = plan_site(view_of(catalog))
    return [_shown(found) for found in findings]


def _shown(found: Finding) -> tuple[str, str, str, str]:
    return found.code, str(found.position), found.text, found.help_text


@pytest.mark.parametrize(
    ("name", "languages", "address", "first", "second"),
    [
        ("programmes", "[en]", "programmes/", "programmes", "the site's own page programmes"),
        ("da", "[en, da]", "da/", "the home page in da", "the site's own page da"),
        ("zh-hant", "[en, zh-Hant]", "zh-hant/", "the home page in zh-Hant", "the site's own page zh-hant"),
    ],
)
def test_two_pages_on_one_address_are_found(
    name: str, languages: str, address: str, first: str, second: str
) -> None:
    """An own page named like a section, or like a language's folder whatever its case, is PP601."""
    files = {**BASE, "sites/portal.yml": changed(SITE, languages=languages)}
    message = f"two pages on one address, {address}: {first} and {second}"
    assert said(files, (page("portal", name, ABOUT),)) == [
        ("PP601", "content/sites/portal.yml:1:1", message, "rename one of them")
    ]


def test_addresses_that_differ_do_not_collide() -> None:
    """The default language has no folder, so a page may have its name."""
    files = {**BASE, "sites/portal.yml": changed(SITE, languages="[en, da]")}
    assert said(files, (page("portal", "en", ABOUT), page("portal", "about", ABOUT))) == []


def test_a_site_that_selects_nothing_is_found() -> None:
    """PP602 stands at the key `select`."""
    files = {**BASE, "sites/portal.yml": changed(SITE, select="[{tags: [nothing]}]")}
    assert said(files) == [
        (
            "PP602",
            "content/sites/portal.yml:9:1",
            "the site portal selects no programme",
            "portal list programmes shows what there is, and --site ID --why what a site takes",
        )
    ]


def test_a_programme_that_cannot_be_read_explains_an_empty_site() -> None:
    """Its own finding is enough."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": "name: x\n",
        "sites/portal.yml": SITE,
    }
    assert said(files) == []


ITEMS = "[{section: stories, title: {en: News}}, {page: about}, {section: places}]"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            {},
            ["programmes/", "places/", "coordinators/", "calls/", "guides/", "stories/", "about/"],
        ),
        ({"navigation": ITEMS}, ["stories/", "about/", "places/"]),
        ({"navigation": "[{section: programmes}, {page: nowhere}]"}, ["programmes/"]),
        (
            {"legal": "{imprint: about, privacy: privacy}", "navigation": "[]"},
            ["programmes/", "places/", "coordinators/", "calls/", "guides/", "stories/"],
        ),
    ],
)
def test_the_navigation_follows_the_record_or_the_sites_sections(
    keys: dict[str, str], expected: list[str]
) -> None:
    """Without a list of its own a site shows its sections and own pages, legal ones excepted."""
    found = plan(pages=(page("portal", "about", ABOUT),), **keys)
    assert expected == [item.route for item in found.navigation]


def test_a_navigation_entry_has_its_own_word_or_the_pages() -> None:
    """A title in the record wins; a page lends its own; a section's word is chosen later."""
    found = plan(pages=(page("portal", "about", ABOUT),), navigation=ITEMS)
    assert [item.title and item.title.source for item in found.navigation] == ["News", "About", None]


def test_a_section_without_records_is_not_in_the_navigation() -> None:
    """A link leads to a page or is not there."""
    files = {"organisations/association.yml": ORGANISATION, "programmes/bridge.yml": PROGRAMME}
    record = changed(SITE, navigation="[{section: programmes}, {section: calls}]")
    found = plan_of(catalog_of({**files, "sites/portal.yml": record}))
    assert [item.route for item in found.navigation] == ["programmes/"]
