"""Prose becomes HTML that is safe."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from generator.errors import RenderError
from generator.limits import LIMITS
from generator.text.richtext import ProseHeading, SafeHtml, headings_of, plain, render


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a\\\nb\n\n---", "<p>a<br>\nb</p>\n<hr>\n"),
        ("```py\na < b\n```", "<pre><code>a &lt; b\n</code></pre>\n"),
        ("[a](mailto:a@example.org)", '<p><a href="mailto:a@example.org">a</a></p>\n'),
        ("[a](tel:+4550763376)", '<p><a href="tel:+4550763376">a</a></p>\n'),
        ("[a](../b/#c)", '<p><a href="../b/#c">a</a></p>\n'),
        (
            '[a](https://example.org "t")',
            '<p><a href="https://example.org" rel="noopener noreferrer">a</a></p>\n',
        ),
        ("[a](//example.org)", '<p><a href="//example.org" rel="noopener noreferrer">a</a></p>\n'),
        ("سلام", "<p>سلام</p>\n"),
        ("", ""),
    ],
)
def test_commonmark_is_rendered(text: str, html: str) -> None:
    """Editors get paragraphs, lists, quotations, emphasis, code and links; links outside say so."""
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>a</script>", "<p>&lt;script&gt;a&lt;/script&gt;</p>\n"),
        ("<div onclick=a>b</div>", "<p>&lt;div onclick=a&gt;b&lt;/div&gt;</p>\n"),
        ("![<b>](https://example.org/a.png)", "<p>&lt;b&gt;</p>\n"),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
        ("[a](JaVaScRiPt&colon;b)", "<p>[a](JaVaScRiPt:b)</p>\n"),
        ("[a](data:image/png;base64,b)", "<p><a>a</a></p>\n"),
        ("<ftp://example.org>", "<p><a>ftp://example.org</a></p>\n"),
        ("a {: onclick=b #__config }", "<p>a {: onclick=b #__config }</p>\n"),
        ("--8<-- '/etc/passwd'", "<p>--8&lt;-- '/etc/passwd'</p>\n"),
        ("{{ 7*7 }} {% raw %}", "<p>{{ 7*7 }} {% raw %}</p>\n"),
        ("|a|b|\n|-|-|\n|c|d|", "<p>|a|b|\n|-|-|\n|c|d|</p>\n"),
    ],
)
def test_what_is_not_allowed_is_text(text: str, html: str) -> None:
    """HTML, pictures, other schemes, attributes and template code come out as words or not at all."""
    assert render(text) == html


def test_the_result_is_not_escaped_again() -> None:
    """Templates print it as it is, and strings beside it are escaped."""
    assert (str(escape(render("a"))), SafeHtml("<p>") + "<b>") == ("<p>a</p>\n", "<p>&lt;b&gt;")


@pytest.mark.parametrize(
    ("text", "base_level", "html"),
    [
        ("# a", 2, '<h2 id="x-1">a</h2>\n'),
        ("#### a", 3, '<h3 id="x-1">a</h3>\n'),
        ("## a\n#### b\n## c", 2, '<h2 id="x-1">a</h2>\n<h3 id="x-2">b</h3>\n<h2 id="x-3">c</h2>\n'),
        ("# a\n## b\n### c", 3, '<h3 id="x-1">a</h3>\n<h4 id="x-2">b</h4>\n<h4 id="x-3">c</h4>\n'),
        ("a\n-", 4, '<h4 id="x-1">a</h4>\n'),
        ("> # a", 2, '<blockquote>\n<h2 id="x-1">a</h2>\n</blockquote>\n'),
        ("# `<h2>`", 2, '<h2 id="x-1"><code>&lt;h2&gt;</code></h2>\n'),
    ],
)
def test_headings_follow_the_page_without_gaps(text: str, base_level: int, html: str) -> None:
    """The highest heading takes the level that the page has free, and none is below h4."""
    assert render(text, base_level, "x") == html


def test_a_section_has_one_address_in_all_languages() -> None:
    """Ids count sections and do not depend on the words."""
    danish, arabic = "## Hvem\n## Hvor", "## من\n## أين"
    assert [one.id for one in headings_of(danish, 2, "who")] == [
        one.id for one in headings_of(arabic, 2, "who")
    ]


def test_headings_are_listed_as_rendered() -> None:
    """Level, id and the words without markup, for the table of contents."""
    expected = (ProseHeading(2, "section-1", "A b c"), ProseHeading(3, "section-2", "__config"))
    assert headings_of("# A *b*  `c`\n## __config") == expected


@pytest.mark.parametrize(
    ("level", "prefix"), [(1, "a"), (5, "a"), (2, ""), (2, "__config"), (2, 'a"b'), (2, "A")]
)
def test_a_wrong_level_or_prefix_is_refused(level: int, prefix: str) -> None:
    """Ids are ours: nothing that could be reserved or break out of the attribute begins one."""
    with pytest.raises(ValueError, match="prose has no headings"):
        render("# a", level, prefix)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# A\n\nb *c*\nd\\\ne", "A b c d e"),
        ("- a\n- [b](https://example.org)", "a b"),
        ("```\nx\n```\nafter", "x after"),
        ("![alt](a.png) &amp; `<`", "alt & <"),
        ("", ""),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    """Descriptions and the search get the words in order, on one line."""
    assert plain(text) == words


def test_a_text_over_the_limit_is_refused() -> None:
    """The limit is exact, and it is the one of `limits`."""
    render("a" * LIMITS.prose_characters)
    with pytest.raises(RenderError, match="over the limit"):
        render("a" * (LIMITS.prose_characters + 1))


@pytest.mark.parametrize("text", [">" * 1200 + " x", ("*a **a " * 500) + "a** a* " * 500, "- " * 400 + "x"])
def test_what_is_nested_very_deep_is_cut_off(text: str) -> None:
    """Blocks and marks inside one another come to an end, whoever renders them."""
    html = render(text)
    assert max(html.count("<blockquote>"), html.count("<ul>"), html.count("<em>")) < 600
    assert len(html) < 60_000
    assert _depth(html) <= 60


def _depth(html: str) -> int:
    deepest = depth = 0
    for end in re.findall(r"<(/?)(?:p|ul|li|em|strong|blockquote)>", html):
        depth += -1 if end else 1
        deepest = max(deepest, depth)
    return deepest


@pytest.mark.parametrize("text", ["Icon &#xE002;x", "Icon &#57347;x", "Icon \ue002x <b>"])
def test_characters_of_our_own_are_not_taken_from_content(text: str) -> None:
    """What stands for the way to the site is shown as a character that nobody knows."""
    assert "\ufffdx" in render(text)
    assert "\ufffdx" in plain(text)
