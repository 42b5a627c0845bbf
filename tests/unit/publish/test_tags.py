"""Pages read by their tags: as a parser reads them, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish import tags
from generator.publish.pages import parse_page, read_page
from generator.publish.tags import read_tags

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
ATTRIBUTES = (
    *("id", "href", "src", "name", "class", "lang", "dir", "rel", "hreflang", "content", "property", "type"),
    *("http-equiv", "srcset", "imagesrcset", "action", "formaction", "ping", "poster", "data-x", "hidden"),
)
VALUES = (
    *(
        "x",
        "y",
        "",
        "../x/",
        "#x",
        "a.png",
        "a.png 1x, b.png 2x",
        "https://example.org/?a=1&amp;b=2",
        "&#39;a&#34;",
    ),
    *(
        "noindex, follow",
        "0; url=new/",
        "javascript:a()",
        "stylesheet",
        "alternate",
        "canonical",
        "a > b",
        "é\u200f",
    ),
    *(
        "robots",
        "refresh",
        "og:image",
        "Content-Security-Policy",
        "default-src 'none'",
        "a\nb",
        " x ",
        "&#x27;",
    ),
    *("&amp;copy;", "&lt;b id=q&gt;", "\ufffe", "`='", "application/ld+json"),
)
TEXTS = ("text", "a > b", " ", "\n", "&amp;", "&copy;", 'a="b"', "'", "é", "]]")
OFTEN = (
    "a",
    "a",
    "form",
    "select",
    "option",
    "p",
    "p",
    "div",
    "button",
    "li",
    "b",
    "pre",
    "meta",
    "link",
    "script",
)
NAMES = (*OFTEN, *sorted(tags._NAMES))
ODD = (
    *("<p id=x>", "<p id='x'>", '<p id="x" id="y">', '<p ID="x">', '<P id="x">', '<p id="x"class="y">'),
    *(
        '<p id = "x">',
        '<p/id="x">',
        '<p id="x"/>',
        '<p\tid="x">',
        '<p\fid="x">',
        '<p id="x\r\ny">',
        '<p id="\0">',
    ),
    *(
        '<p data-a="<b id=q>">',
        '<p title=">" id="x">',
        "<p title='\"><b id=q>'>",
        '<p id="&copy">',
        '<p id="&notit;">',
    ),
    *(
        '<p id="&#0;">',
        '<p id="&#150;">',
        '<a href="?a&amp">',
        '<a href="?a=1&b=2">',
        '<a href="&#x26;copy;">',
    ),
    *(
        '<p style="a: url(b.png)">',
        '<p onclick="a()">',
        '<a xlink:href="x">',
        '<p id="x',
        '<p id="x" <b id="y">',
    ),
    *(
        '</p id="x">',
        '</p a=">" <b id="x">',
        "</p >",
        "</3>",
        "</>",
        "<>",
        "<",
        "a < b",
        "<3",
        "<?x?>",
        "<!x>",
    ),
    *(
        '<!-- <i id="x"> -->',
        "<!-->",
        "<!--",
        "<![CDATA[x]]>",
        "<!doctype html>",
        "<!DOCTYPE html>",
        "\r",
        "\0",
    ),
    *(
        '<script type="application/json"><!--<script></script>',
        '<script type="application/json">a < b</script>',
    ),
    *('<script src="a.js"><p id="x"></script>', "<script>a()</script>", '<script src="a.js">', "</script>"),
    *('<style>@import "a.css";</style>', '<textarea><p id="x"></textarea>', '<title id="x">a</title>'),
    *(
        "<title><p></title>",
        '<template><p id="x"></template>',
        '<noscript><p id="x"></noscript>',
        "<plaintext>",
    ),
    *('<iframe><p id="x"></iframe>', '<xmp><p id="x"></xmp>', '<svg><title><a id="x"></title></svg>'),
    *('<svg><use xlink:href="#x"/></svg>', '<math><mi id="x"></math>', '<image src="a.png">', '<tr id="x">'),
    *(
        '<table><tr><td id="x">',
        '<table><a href="x">',
        '<table><form id="x">',
        '<frameset id="x">',
        "<my-a id='x'>",
    ),
    *(
        '<html id="x">',
        '<html lang="da">',
        '<body id="x">',
        "<head>",
        "</head>",
        "</body>",
        "</html>",
        POLICY,
    ),
    *(
        '<form id="x"><form id="y">',
        '<select><p id="x">',
        "<select><select>",
        '<a id="x"><div></a>',
        '<b id="x"></p>b',
    ),
    '<link rel="canonical" href="x"><link rel="canonical" href="x">',
)
"""What is not strict, or what a browser may take otherwise than it is written."""

attributes = st.lists(
    st.tuples(
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(VALUES),
        st.sampled_from((' {}="{}"', '\n  {}="{}"', " {}")),
    ),
    max_size=3,
    unique_by=lambda one: one[0],
).map(lambda given: "".join(form.format(name, value) for name, value, form in given))
starts = st.tuples(st.sampled_from(NAMES), attributes).map(
    lambda given: f"<{given[0]}{given[1]}>" + "</script>" * (given[0] == "script")
)
ends = st.sampled_from(NAMES).map("</{}>".format)
pieces = starts | starts | ends | st.sampled_from(TEXTS)
markup = st.tuples(
    st.lists(pieces, max_size=12).map("".join),
    st.just("") | st.just("") | st.sampled_from(ODD),
    st.lists(pieces, max_size=4).map("".join),
).map("".join)


def page(body: str = "", head: str = "", before: str = "") -> bytes:
    """A page that is strict by itself."""
    head = f'<html lang="de" dir="ltr"><head>{before}<title>a</title>{head}</head>'
    return f'<!doctype html>\n{head}\n<body class="b">{body}</body></html>\n'.encode()


@given(markup, markup, st.sampled_from(("", POLICY, f'<meta charset="utf-8">\n{POLICY}')))
@settings(max_examples=1500, deadline=None)
def test_a_page_is_read_as_a_parser_reads_it_or_not_at_all(body: str, head: str, before: str) -> None:
    """Whatever is in a page, in whichever order: by its tags it says what it says to a parser."""
    data = page(body, head, before)
    assert read_page(data) == parse_page(data)


@given(st.lists(pieces | st.sampled_from(ODD), max_size=12).map("".join))
@settings(max_examples=500, deadline=None)
def test_a_page_without_a_frame_is_read_too(text: str) -> None:
    """What only resembles a page is as a parser takes it."""
    assert read_page(text.encode()) == parse_page(text.encode())


@pytest.mark.parametrize("odd", ODD)
def test_what_a_browser_may_take_otherwise(odd: str) -> None:
    """In head and body, alone and before other elements, it changes nothing in what a page says."""
    for data in (page(odd), page(f'{odd}<p id="z"></p><a href="z/"></a>'), page("", odd), page("", "", odd)):
        assert read_page(data) == parse_page(data)


@pytest.mark.parametrize("odd", ODD)
def test_what_is_not_strict(odd: str) -> None:
    """It is left to a parser."""
    assert read_tags(page(odd)) is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "a > b &copy; & \" '",
        '<a class="x" href="?a=1&amp;b=2&#39;&#34;&#x27;&lt;&gt;&quot;" hidden>x</a><br><img src="a.png" alt="">',
        '<form action="a"></form><form action="b"></form><select name="x"><option value="1">1</option></select>',
        '<script src="a.js"></script><script type="application/ld+json">{"a": "b > c"}</script>',
        '<p id="x"><p id="x"><a name="n"></a><a name="n"></a><p title="a < b" id="y">-->',
    ],
)
def test_what_is_strict(body: str) -> None:
    """It is read by its tags, and says what it says to a parser."""
    assert read_tags(page(body, "", POLICY)) is not None
    assert read_page(page(body, "", POLICY)) == parse_page(page(body, "", POLICY))


@pytest.mark.parametrize(
    ("there", "odd"),
    [
        ("<!doctype html>", "<!DOCTYPE html>"),
        ("<!doctype html>", ""),
        ("<!doctype html>\n", "<!doctype html>a"),
        ("<!doctype html>", "\ufeff<!doctype html>"),
        ('dir="ltr">', 'dir="ltr" id="x">'),
        ('lang="de"', "lang='de'"),
        ('lang="de"', 'LANG="de" lang="da"'),
        ("<head>", '<head id="x">'),
        ("<head>", ""),
        ("<head>", "<p>"),
        ("<head>", "\v<head>"),
        ("<head>", f'<head><script src="a.js"></script>{POLICY}'),
        ("<head>", f"<head>a{POLICY}"),
        ("<title>a", '<title><p id="x">'),
        ("<title>a</title>", ""),
        ("</head>", ""),
        ("</head>", f"</head>{POLICY}"),
        ('<body class="b">', '<body class="b" id="x">'),
        ('<body class="b">', '<p id="x"><body class="b">'),
        ('<body class="b">', ""),
        ("</body>", ""),
        ("</html>", ""),
        ("</html>", '</html><p id="x'),
        ("</html>", '</html><p id="x">'),
        ("</body></html>", '</html></body><p id="x">'),
    ],
)
def test_a_frame_that_is_not_strict(there: str, odd: str) -> None:
    """A page with another frame is left to a parser."""
    data = page('<p id="z"></p><img src="z.png">').decode().replace(there, odd, 1).encode()
    assert read_tags(data) is None
    assert read_page(data) == parse_page(data)


def test_bytes_that_are_no_text() -> None:
    """In an attribute they are left to a parser; elsewhere nobody looks at them."""
    for data in (page("<p title=\"?\" id='?'>").replace(b"?", b"\xff"), page("?").replace(b"?", b"\xff")):
        assert read_page(data) == parse_page(data)


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of tags is forgotten before it is too much, and pages are read alike before and after."""
    monkeypatch.setattr(tags._Memo, "_MOST", 4)
    monkeypatch.setattr(tags, "_SAID", tags._Memo())
    for number in range(8):
        data = page(f'<a href="{number}/"></a><p id="{number}"></p>')
        assert read_page(data) == parse_page(data)
        assert len(tags._SAID) <= 4
