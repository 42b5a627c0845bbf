"""The sitemap and robots.txt of a site, read back by an XML parser."""

from __future__ import annotations

from xml.etree import ElementTree

from generator.plan.site_plan import SitePlan
from generator.render.feeds.sitemap import robots, sitemap
from tests.support.records import CALL, ORGANISATION, PROGRAMME, SITE, catalog_of, changed, plan_of

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOME = "https://portal.example.org/mentors/"


def plan(**site: str) -> SitePlan:
    """A site in a sub-folder, in English and Danish, whose call is in English only."""
    record = changed(SITE, **{"languages": "[en, da]", "url": HOME, **site})
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "programmes/bridge.da.yml": "description: Hjælper.\n",
        "calls/call.yml": CALL,
        "sites/portal.yml": record,
    }
    return plan_of(catalog_of(files))


def entries(found: bytes) -> dict[str, dict[str, str]]:
    """Each address with its alternates by language."""
    root = ElementTree.fromstring(found)  # noqa: S314 - our own output
    assert root.tag == f"{MAP}urlset"
    return {
        str(entry.findtext(f"{MAP}loc")): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.iter(LINK)
        }
        for entry in root.iter(f"{MAP}url")
    }


def test_every_page_that_is_really_written_is_listed() -> None:
    """A page in place of a translation is not; the order is that of the plan."""
    routes = ("", "programmes/", "programmes/bridge/", "calls/")
    expected = [f"{HOME}{folder}{route}" for route in routes for folder in ("", "da/")]
    assert [*expected, f"{HOME}calls/call/"] == list(entries(sitemap(plan())))


def test_translations_name_each_other_and_the_default() -> None:
    """Each language names all, itself included, and x-default is the first of the site."""
    there = {
        "en": f"{HOME}programmes/bridge/",
        "da": f"{HOME}da/programmes/bridge/",
        "x-default": f"{HOME}programmes/bridge/",
    }
    found = entries(sitemap(plan()))
    assert (there, there) == (found[there["en"]], found[there["da"]])


def test_a_page_in_one_language_has_no_alternates() -> None:
    """There is nothing to announce."""
    assert entries(sitemap(plan()))[f"{HOME}calls/call/"] == {}


def test_an_address_with_an_ampersand_is_well_formed() -> None:
    """Whatever a URL holds, the file can be parsed and gives it back."""
    found = entries(sitemap(plan(url="https://portal.example.org/a&b/")))
    assert "https://portal.example.org/a&b/calls/call/" in found


def test_a_hidden_site_lists_nothing() -> None:
    """Search engines are told of no page."""
    assert entries(sitemap(plan(status="hidden"))) == {}


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    """The sitemap's address is absolute."""
    assert robots(plan()).decode() == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"


def test_robots_stay_away_from_a_hidden_site() -> None:
    """Nothing may be read and no sitemap is named."""
    assert robots(plan(status="hidden")).decode() == "User-agent: *\nDisallow: /\n"
