"""Where addresses lead."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.publish.links import Kind, Resolver, Target

FILES = {"index.html", "404.html", "da/index.html", "da/om/index.html", "assets/site.css", "ø/fil a.pdf"}
IN_FOLDER = Resolver("https://example.org/portal/", FILES)
AT_ROOT = Resolver("https://example.org/", FILES)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("", Target(Kind.FILE, "da/om/index.html")),
        ("#start", Target(Kind.FILE, "da/om/index.html", "start")),
        ("?q=1#a%20b", Target(Kind.FILE, "da/om/index.html", "a b")),
        ("..", Target(Kind.FILE, "da/index.html")),
        ("../", Target(Kind.FILE, "da/index.html")),
        (" ../#x ", Target(Kind.FILE, "da/index.html", "x")),
        ("#x:~:text=mentor", Target(Kind.FILE, "da/om/index.html", "x")),
        ("../../", Target(Kind.FILE, "index.html")),
        ("../../assets/site.css?v=2", Target(Kind.FILE, "assets/site.css")),
        ("../../%C3%B8/fil%20a.pdf", Target(Kind.FILE, "ø/fil a.pdf")),
        ("../../o\u0338/fil a.pdf", Target(Kind.MISSING, "o\u0338/fil a.pdf")),
        ("/portal/", Target(Kind.FILE, "index.html")),
        ("/portal/da/om/", Target(Kind.FILE, "da/om/index.html")),
        ("/da/om/", Target(Kind.MISSING, "/da/om/")),
        ("https://example.org/portal/da/", Target(Kind.FILE, "da/index.html")),
        ("HTTPS://EXAMPLE.org/portal/da/", Target(Kind.FILE, "da/index.html")),
        ("//example.org/portal/da/", Target(Kind.FILE, "da/index.html")),
        ("webcal://example.org/portal/feeds/a.ics", Target(Kind.MISSING, "feeds/a.ics")),
        ("https://example.org/", Target(Kind.NEIGHBOUR)),
        ("https://example.org/portal-two/", Target(Kind.NEIGHBOUR)),
        ("https://example.org.evil.example/portal/", Target(Kind.ELSEWHERE)),
        ("https://example.org@evil.example/portal/", Target(Kind.ELSEWHERE)),
        ("//fonts.example.net/a.woff2", Target(Kind.ELSEWHERE)),
        ("https://[broken", Target(Kind.ELSEWHERE)),
        ("ftp://example.org/portal/", Target(Kind.ELSEWHERE)),
        ("mailto:info@example.org", Target(Kind.NO_REQUEST)),
        ("tel:+4550763376", Target(Kind.NO_REQUEST)),
        ("data:image/png;base64,AAAA", Target(Kind.NO_REQUEST)),
        ("../programmer/", Target(Kind.MISSING, "da/programmer/index.html")),
        ("../../../secret", Target(Kind.MISSING, "../secret")),
        ("../om", Target(Kind.MISSING, "da/om")),
        ("../OM/", Target(Kind.MISSING, "da/OM/index.html")),
        ("%2e%2e/..", Target(Kind.FILE, "index.html")),
        ("..//da/", Target(Kind.MISSING, "da/da/index.html")),
        ("..//om/", Target(Kind.FILE, "da/om/index.html")),
        ("../mailto:info@example.org", Target(Kind.MISSING, "da/mailto:info@example.org")),
    ],
)
def test_addresses_are_resolved_as_a_browser_does(url: str, target: Target) -> None:
    """From a page two folders deep in a site in a sub-folder, each form of address leads where it should."""
    assert IN_FOLDER.resolve("da/om/index.html", url) == target


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("da/", Target(Kind.FILE, "da/index.html")),
        ("./", Target(Kind.FILE, "index.html")),
        ("/", Target(Kind.FILE, "index.html")),
        ("https://example.org", Target(Kind.FILE, "index.html")),
        ("/404.html", Target(Kind.FILE, "404.html")),
        ("../da/", Target(Kind.MISSING, "../da/index.html")),
    ],
)
def test_site_at_the_root_of_a_host(url: str, target: Target) -> None:
    """From the home page of a site that has its host for itself, the same."""
    assert AT_ROOT.resolve("index.html", url) == target


def test_fragment_does_not_stick_to_a_remembered_address() -> None:
    """The same address with another fragment, or none, is another target."""
    found = [AT_ROOT.resolve("index.html", url).fragment for url in ("da/#a", "da/#b", "da/")]
    assert found == ["a", "b", ""]


PAGES = ("index.html", "da/index.html", "da/om/index.html", "da/om/os/index.html", "ø/index.html")
STEPS = (
    *("..", ".", "", "da", "om", "os", "index.html", "assets", "site.css", "ø", "%C3%B8", "fil%20a.pdf"),
    *("...", "a:b", "mailto:x", "404.html"),
)


def climbs_out(page: str, address: str) -> bool:
    """Whether an address leads above the site on its way, where browsers and hosts differ."""
    depth = page.count("/")
    for step in address.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(step, 1)
        if depth < 0:
            return True
    return False


@given(
    page=st.sampled_from(PAGES),
    address=st.lists(st.sampled_from(STEPS), max_size=7).map("/".join),
    ending=st.sampled_from(("", "#x", "?q=../", "?q#x")),
)
@example(page="da/om/index.html", address="..//site.css", ending="")
@example(page="da/om/index.html", address="../mailto:x", ending="")
def test_relative_addresses_lead_where_joining_them_leads(page: str, address: str, ending: str) -> None:
    """From any page, an address is the same as the whole address that it stands for."""
    assume(not address.startswith("/") and not climbs_out(page, address))
    site = "https://example.org/portal/"
    files = {*FILES, *PAGES, "ø/fil a.pdf"}
    found = Resolver(site, files).resolve(page, address + ending)
    whole = urljoin(site + page, address + ending)
    assert found == Resolver(site, files).resolve("index.html", whole)


@given(
    pages=st.permutations(PAGES),
    addresses=st.lists(st.lists(st.sampled_from(STEPS)).map("/".join), max_size=9),
)
def test_what_is_remembered_of_one_page_is_true_of_the_next(pages: list[str], addresses: list[str]) -> None:
    """A resolver that has seen other pages answers as a new one does."""
    used = Resolver("https://example.org/portal/", FILES)
    for page in pages:
        for address in addresses:
            new = Resolver("https://example.org/portal/", FILES)
            assert used.resolve(page, address) == new.resolve(page, address)
