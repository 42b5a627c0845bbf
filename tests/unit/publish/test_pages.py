"""What a page says and refers to."""

from __future__ import annotations

import pytest

from generator.publish.elements import Reference, css_urls
from generator.publish.pages import _say_again, read_page

PAGE = """<!doctype html>
<html lang="da" dir="ltr"><head>
<link rel="canonical" href="https://example.org/da/">
<link rel="alternate" hreflang="en" href="https://example.org/">
<meta name="ROBOTS" content="NoIndex, follow">
</head><body><p id="a"><a name="old"></a><span id="b"></span><i id="b"></i>
<template><p id="a"></p><a href="gone/"></a></template></body></html>"""


def test_page_says_what_is_in_its_head() -> None:
    """Language, direction, canonical address, alternates and robots are read."""
    facts, _ = read_page(PAGE.encode())
    assert (facts.language, facts.direction, facts.noindex) == ("da", "ltr", True)
    assert facts.canonicals == ("https://example.org/da/",)
    assert facts.alternates == (("en", "https://example.org/"),)


def test_anchors_are_ids_and_names() -> None:
    """A fragment can mean an id or the name of an anchor; an id in a template counts for nothing."""
    facts, _ = read_page(PAGE.encode())
    assert (frozenset({"a", "b", "old"}), ("b",)) == (facts.anchors, facts.repeated_ids)


@pytest.mark.parametrize("page", [b"", b"<p>text", b"\xff\xfe", b"<html lang></html>"])
def test_odd_pages_are_read(page: bytes) -> None:
    """A page without a language, or that is hardly a page, is read as far as it goes."""
    facts, references = read_page(page)
    assert (facts.language, facts.direction, references) == ("", "", ())


@pytest.mark.parametrize(
    ("html", "references"),
    [
        ('<a href="x/">', [Reference("a", "x/", False)]),
        ('<a href="x/" ping="y z">', [Reference("a", u, u != "x/") for u in ("x/", "y", "z")]),
        ('<area href="x/">', [Reference("area", "x/", False)]),
        ('<form action="search/"><button formaction="s2/">', [
            Reference("form", "search/", False), Reference("button", "s2/", False)]),
        ('<script src="a.js"></script>', [Reference("script", "a.js", True)]),
        ('<img src="a.png" srcset="b.png 1x,c.png 2x">', [Reference("img", f"{n}.png", True) for n in "abc"]),
        ('<source srcset="a,b.png 9w, c.png">', [Reference("source", u, True) for u in ("a,b.png", "c.png")]),
        ('<video src="a.mp4" poster="b.png">', [Reference("video", u, True) for u in ("a.mp4", "b.png")]),
        ('<iframe src="a/"></iframe>', [Reference("iframe", "a/", True)]),
        ('<object data="a.pdf"></object>', [Reference("object", "a.pdf", True)]),
        ('<svg><use href="#i"/></svg>', [Reference("use", "#i", True)]),
        ('<svg><use xlink:href="i.svg#i"/></svg>', [Reference("use", "i.svg#i", True)]),
        ('<svg><image href="i.png"/></svg>', [Reference("image", "i.png", True)]),
        ('<link rel="stylesheet" href="a.css">', [Reference("link stylesheet", "a.css", True)]),
        ('<link rel="alternate icon" href="a.css">', [Reference("link alternate icon", "a.css", True)]),
        ('<link rel="next" href="b/">', [Reference("link next", "b/", False)]),
        ('<link rel="preload" imagesrcset="a.png 1x">', [Reference("link preload", "a.png", True)]),
        ('<meta http-equiv="refresh" content="0; url=\'new/\'">', [Reference("meta refresh", "new/", False)]),
        ('<meta property="og:image" content="/a.png">', [Reference("meta", "/a.png", False)]),
        ('<meta name="description" content="/a.png">', []),
        ('<p style="background: url(a.png)">', [Reference("p", "a.png", True)]),
        ("<style>@import 'a.css';</style>", [Reference("style", "a.css", True)]),
        ('<p data-url="https://example.net/">', []),
    ],
)  # fmt: skip
def test_every_way_to_refer_is_read(html: str, references: list[Reference]) -> None:
    """Each element and attribute that names an address is found, and whether a browser asks by itself."""
    assert list(read_page(html.encode())[1]) == references


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("a { color: red }", []),
        ("a { background: url(x.png) }", ["x.png"]),
        ("a { background: URL( 'x y.png' ), url(\"z.png\") }", ["x y.png", "z.png"]),
        ('@import "a.css"; @import url(b.css);', ["a.css", "b.css"]),
        ("/* url(old.png) */ a { background: url('data:image/svg+xml,<svg fill=\"url(#a)\"/>') }",
         ["data:image/svg+xml,<svg fill=\"url(#a)\"/>"]),
    ],
)  # fmt: skip
def test_addresses_in_style_sheets(text: str, urls: list[str]) -> None:
    """Addresses in every form of quotes are found, those in comments are not."""
    assert css_urls(text) == urls


AGAIN = (
    PAGE,
    '<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    '<script src="a.js"></script></head><body><p id="a"></p><a href="x/" id="b"></a></body></html>',
    '<html lang="en"><head><script src="a.js"></script>'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'"></head></html>',
    '<body><meta http-equiv="Content-Security-Policy" content="default-src \'self\'"><a id="b" href="x/"></a>',
    '<style media="a">@import "a.css";</style><style media="a">@import "b.css";</style><style>a{}</style>',
    '<script data-x="1">one()</script><script data-x="1">two()</script><style media="a">b{}</style>',
    '<a name="x"></a><map name="x"></map><img name="x" src="a.png"><area href="x/"><A HREF="x/" ID="b">',
    '<p id="a"></p><i id="a"></i><p onclick="one()" id></p><p id=""></p><link href="x/"><link rel href="x/">',
)
"""Pages with the same elements in other places, and with other words inside."""


def test_a_page_is_read_as_if_it_were_the_first() -> None:
    """What is remembered of elements on other pages changes nothing, in whichever order pages come."""
    alone = []
    for html in AGAIN:
        _say_again.cache_clear()
        alone.append(read_page(html.encode()))
    assert len({repr(found) for found in alone}) == len(AGAIN)
    for order in (range(len(AGAIN)), reversed(range(len(AGAIN)))):
        for number in order:
            assert read_page(AGAIN[number].encode()) == alone[number]
    assert _say_again.cache_info().hits > 0


def test_links_that_are_more_than_links_are_read_in_full() -> None:
    """A handler, a name, and what a browser fetches count on elements that have an address too."""
    html = '<a href="x/"></a><a href="x/" name="n"></a><a href="x/" onclick="one()"></a><img src="a.png">'
    facts, references = read_page(html.encode())
    assert (facts.anchors, facts.early, len(facts.inline)) == (frozenset({"n"}), "img", 1)
    assert [one.url for one in references] == ["x/", "a.png"]


def test_text_of_scripts_and_styles_is_read_each_time() -> None:
    """Two style sheets with the same attributes have each their own words."""
    found = read_page(AGAIN[4].encode())[1]
    assert [one.url for one in found] == ["a.css", "b.css"]


def test_what_is_remembered_is_told_by_element_and_attributes() -> None:
    """The same attributes on another element, or another value, mean something else."""
    tags = ("a", "img", "script", "link", "form", "div", "a")
    found = [read_page(f'<{tag} href="1" src="2" action="3" id="4">'.encode())[1] for tag in tags]
    assert [[one.url for one in references] for references in found] == [
        ["1"], ["2"], ["2", "1"], ["1"], ["3"], [], ["1"],
    ]  # fmt: skip
