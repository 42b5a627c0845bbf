"""The Markdown of a page: good to read, and read back by Python-Markdown as the same words in the same elements."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text.richtext import render
from tests.export.roundtrip import ADDED, elements, exported, read_back, words

PIECES = st.sampled_from(
    [
        *(
            "a",
            "x_y",
            "1",
            "م",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n    ",
            "&",
            "!",
            "http://x.example/",
            "a@b.example",
        ),
        *(
            "# ",
            "#",
            "> ",
            "- ",
            "+ ",
            "1. ",
            "12) ",
            "**",
            "*",
            "_",
            "__a__",
            "`",
            "```",
            "~~~",
            "---",
            "===",
            ": ",
        ),
        *(
            "[",
            "](",
            "](https://x.example/a_b*c)",
            ")",
            "![",
            "[a]: ",
            "[[w]]",
            "[^1]",
            "*[ab]: x",
            "[TOC]",
            "|",
            "\\",
        ),
        *(
            "{: .x }",
            "{ #id }",
            "{{ x }}",
            "{% y %}",
            "!!! note",
            "??? x",
            "/// x",
            '=== "t"',
            "---|---",
            "\n- ",
        ),
        *(
            "<b>",
            "<!--",
            "&amp;",
            "&lt;b&gt;",
            "&#60;",
            "<http://x.example>",
            "\n1. ",
            "\n> ",
            "\n  - ",
            "--8<--",
        ),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join)
PLACES = (
    '<h2 id="q">{0}</h2><p>{0}</p><ul><li>{0}</li><li>{0}<br>{0}</li></ul><dl><dt>{0}</dt><dd>{0}</dd></dl>'
    '<p><a href="x.md">{0}</a> <strong>{0}</strong></p><p lang="da">{0}</p><blockquote><p>{0}</p></blockquote>'
)
KNOWN = {
    "h2 id",
    "p",
    "ul",
    "ol",
    "li",
    "br",
    "dl",
    "dt",
    "dd",
    "a href",
    "strong",
    "span lang",
    "blockquote",
}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("-")
@example("a #")
@example("\\#")
def test_text_stays_text(text: str) -> None:
    """Whatever an editor wrote in one line is read as these words, also when a project adds usual extensions."""
    shown = escape(" ".join(text.split())) or "x"
    html = PLACES.replace("{0}", shown)
    for added in ((), ADDED):
        back = read_back(exported(html), *added)
        assert words(back) == words(html)
        assert elements(back) <= KNOWN


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("!<http://x.example>")
@example("- a\n\n      code\n- b")
@example("- a\n\n1. b\n\n* c")
@example("3. a\n4. b")
@example("***a** b*")
@example("*a *b** c")
@example("# a`  `b")
def test_prose_stays_prose(text: str) -> None:
    """Prose, given through, has the same headings, lists, quotations, code, emphasis and links."""
    html = render(text)
    assert words(read_back(exported(html))) == words(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<h2 id="a">Title</h2><p>Text <strong>strong </strong>and <em>soft</em>.</p>',
            "## Title { #a }\n\nText **strong** and *soft*.",
        ),
        ('<section id="x"><h3><a href="y.md">Y</a></h3></section>', "### [Y](y.md) { #x }"),
        ("<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>", "- one\n\n-   two\n\n    - three"),
        ('<ol start="3"><li>one</li></ol>', "3. one"),
        ("<dl><div><dt>Phone</dt><dd>1</dd><dd>2</dd></div></dl>", "Phone\n:   1\n:   2"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n<!-- -->\n\n- b"),
        (
            '<p class="action"><a class="button" href="#c">Ask</a></p>',
            "[Ask](#c){ .md-button .md-button--primary }",
        ),
        (
            '<div lang="da" dir="ltr"><p>Hej</p></div>',
            '<div lang="da" dir="ltr" markdown="1">\n\nHej\n\n</div>',
        ),
        (
            '<ul><li><div lang="da" dir="ltr"><p>Hej</p></div></li></ul>',
            '- <span lang="da" dir="ltr">Hej</span>',
        ),
        (
            '<h2>Q</h2><details><summary>Why?</summary><div id="w">So.</div></details>',
            "## Q\n\n### Why? { #w }\n\nSo.",
        ),
        ('<p class="state" hidden>Open</p><form><p>Show</p></form><script>1</script><p>a</p>', "a"),
        ("<pre><code>a *b*\n</code></pre>", "```\na *b*\n```"),
        ("<p>Line<br>2. not a list</p>", "Line  \n2\\. not a list"),
        ("<p>x_y, 1. and #, all in a line</p>", "x_y, 1. and #, all in a line"),
        (
            '<p><a class="button" href="../da/?a&amp;b" lang="da">På *dansk*</a></p>',
            '<a href="../da/?a&amp;b" class="md-button md-button--primary" lang="da">På \\*dansk\\*</a>',
        ),
        ('<p><a href="https://x.example/">X</a></p>', "[X](https://x.example/)"),
        ('<p><img src="m.webp" alt="A [picture]"></p>', "![A \\[picture\\]](m.webp)"),
        ('<p>Call <a href="tel:+45-1"><bdi dir="ltr">+45 1</bdi></a></p>', "Call [+45 1](tel:+45-1)"),
    ],
)
def test_form(html: str, markdown: str) -> None:
    """What each element becomes."""
    assert exported(html) == f"{markdown}\n"


def test_numbers_on_pages_from_right_to_left() -> None:
    """Where text runs from right to left, numbers keep their own direction."""
    html = '<p>هاتف <bdi dir="ltr">+45 1</bdi></p>'
    assert exported(html, right_to_left=True) == 'هاتف <bdi dir="ltr">+45 1</bdi>\n'
