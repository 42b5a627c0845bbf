"""What stands at an old address, for hosts that know `_redirects` and for those that do not."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from support.records import GUIDE, MINIMAL, SITE, catalog_of, changed, plan_of

from generator.paths import packaged_theme
from generator.publish.pages import parse_page, read_page
from generator.publish.tags import read_tags
from generator.render.redirects import redirect_files

THEME: Path = packaged_theme()


def made(**guide: str) -> dict[str, bytes]:
    """The files at old addresses of a site in a folder, in English and Arabic."""
    files = {
        "programmes/bridge.yml": MINIMAL["programmes"],
        "organisations/association.yml": MINIMAL["organisations"],
        "guides/steps.yml": changed(GUIDE, **guide),
        "sites/portal.yml": changed(SITE, languages="[en, ar]", url="https://example.org/mentors/"),
    }
    return redirect_files(plan_of(catalog_of(files)), THEME)


def test_hosts_are_told_old_and_new_address() -> None:
    """One line per address, below the folder in which the site stands."""
    assert made(former_ids="[begin]")["_redirects"].decode().splitlines() == [
        "/mentors/ar/guides/begin/ /mentors/ar/guides/steps/ 301",
        "/mentors/guides/begin/ /mentors/guides/steps/ 301",
    ]


def test_page_sends_on_and_says_where() -> None:
    """The page leads on by itself, and by a link that is called like the page it leads to."""
    data = made(former_ids="[begin]")["guides/begin/index.html"]
    facts, references = read_page(data)
    assert [(found.element, found.url) for found in references if found.element in ("a", "meta refresh")] == [
        ("meta refresh", "../steps/"),
        ("a", "../steps/"),
    ]
    assert LexborHTMLParser(data).css_first("main a").text() == "First steps"
    assert facts.canonicals == ("https://example.org/mentors/guides/steps/",)
    assert facts.noindex


def test_page_is_in_the_language_of_its_address() -> None:
    """Language, direction and words are those of the old address; a fallback is marked and not the canonical."""
    data = made(former_ids="[begin]")["ar/guides/begin/index.html"]
    facts, _ = read_page(data)
    assert (facts.language, facts.direction) == ("ar", "rtl")
    assert LexborHTMLParser(data).css_first("h1").text() == "انتقلت هذه الصفحة"
    assert LexborHTMLParser(data).css_first("main a span").attributes["lang"] == "en"
    assert facts.canonicals == ("https://example.org/mentors/guides/steps/",)


def test_page_is_strict() -> None:
    """Verification reads it by its tags, as a parser would."""
    for path in ("guides/begin/index.html", "ar/guides/begin/index.html"):
        data = made(former_ids="[begin]")[path]
        assert read_tags(data) is not None
        assert read_page(data) == parse_page(data)


def test_title_of_the_page_is_escaped() -> None:
    """Whatever an editor called the page, it stays text."""
    data = made(former_ids="[begin]", title='"A & B: {{ 7*7 }}"')["guides/begin/index.html"]
    assert b"A &amp; B: {{ 7*7 }}</a>" in data


def test_site_without_old_addresses_has_no_files() -> None:
    """Nothing is written for nothing."""
    assert made() == {}
