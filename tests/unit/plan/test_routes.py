"""Addresses: routes, output paths, absolute and relative URLs, at a root and in a sub-folder."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.routes import Addresses, base_url, page_route, record_route, section_route

ROOT = Addresses("https://example.org/", "da")
FOLDER = Addresses("https://example.org/mentors/portal/", "da")


@pytest.mark.parametrize(
    "url", ["https://a.example.org", "https://a.example.org/", "https://a.example.org//"]
)
def test_a_site_has_one_slash_at_its_end(url: str) -> None:
    """However an editor ends the address of a site, links are joined to it in one way."""
    assert base_url(url) == "https://a.example.org/"


def test_routes_end_with_a_slash() -> None:
    """Sections, records and own pages are folders."""
    assert (
        section_route("calls"),
        record_route("calls", "odense"),
        page_route("about"),
    ) == ("calls/", "calls/odense/", "about/")


@pytest.mark.parametrize(
    ("language", "route", "path", "url"),
    [
        ("da", "", "index.html", ""),
        ("da", "calls/a/", "calls/a/index.html", "calls/a/"),
        ("en", "", "en/index.html", "en/"),
        ("en", "calls/a/", "en/calls/a/index.html", "en/calls/a/"),
        ("pt-BR", "about/", "pt-BR/about/index.html", "pt-BR/about/"),
        ("da", "404.html", "404.html", "404.html"),
        ("en", "404.html", "en/404.html", "en/404.html"),
    ],
)
@pytest.mark.parametrize("addresses", [ROOT, FOLDER])
def test_the_default_language_stands_at_the_root(
    addresses: Addresses, language: str, route: str, path: str, url: str
) -> None:
    """Other languages have a folder of their code; the file and the URL of a route agree."""
    assert (path, f"{addresses.base}{url}") == (
        addresses.path(language, route),
        addresses.absolute(language, route),
    )


@pytest.mark.parametrize(
    ("language", "route", "target", "way"),
    [
        ("da", "", "", "./"),
        ("da", "calls/", "calls/", "./"),
        ("da", "calls/a/", "", "../../"),
        ("da", "calls/a/", "calls/", "../"),
        ("da", "calls/a/", "calls/b/", "../b/"),
        ("da", "", "media/x.png", "media/x.png"),
        ("en", "", "media/x.png", "../media/x.png"),
        ("en", "calls/a/", "media/x.png", "../../../media/x.png"),
        ("en", "calls/a/", "en/calls/a/", "./"),
        ("da", "404.html", "calls/", "calls/"),
        ("en", "404.html", "en/", "./"),
    ],
)
@pytest.mark.parametrize("addresses", [ROOT, FOLDER])
def test_a_link_is_relative(addresses: Addresses, language: str, route: str, target: str, way: str) -> None:
    """Links work in whatever folder a site is put."""
    assert way == addresses.relative(language, route, target)


def test_a_link_to_another_language_leaves_its_folder() -> None:
    """The language switch leads to the same route below another root."""
    assert (
        ROOT.to_route("en", "calls/", "da", ""),
        ROOT.to_route("en", "calls/a/", "da", "calls/"),
        ROOT.to_route("en", "calls/", "de", "calls/"),
    ) == ("../../", "../../../calls/", "../../de/calls/")


slug = st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True)
route = st.lists(slug, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))
language = st.sampled_from(["da", "en", "zh-Hant"])


@given(language, route, language, route)
def test_following_a_link_arrives(here: str, from_route: str, there: str, to_route: str) -> None:
    """From any page, the relative way to any other leads to its file."""
    way = ROOT.to_route(here, from_route, there, to_route)
    arrived = normpath(join("/", dirname(ROOT.path(here, from_route)), way, "index.html"))
    assert f"/{ROOT.path(there, to_route)}" == arrived
