"""What must hold for any prose whatsoever: only allowed markup, stable under cleaning, work in proportion."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from types import FrameType
from urllib.parse import urlsplit

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.richtext import SCHEMES, TAGS, headings_of, plain, render

ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}}
MARKDOWN = [
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "**",
    "*",
    "_",
    "`",
    "```",
    "[",
    "](",
    ")",
    "![",
    "[a]: ",
    "---",
    "===",
    "\\",
]
HTML = [
    "<",
    ">",
    "</",
    "<h2>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<svg",
    "<math",
    "<style>",
    "<template>",
    "</script>",
]
ATTACKS = [
    "script",
    "img src=x onerror=a",
    'id="x"',
    "{#__config}",
    "{: onclick=a }",
    '"',
    "'",
    "&",
    "&colon;",
    "&#x3c;",
]
ADDRESSES = [
    "javascript:",
    "data:",
    "vbscript:",
    "https://a.example",
    "//b",
    "mailto:a@b.example",
    "tel:1",
    ": ",
]
LETTERS = ["\t", "\0", "\u2028", "\u202e", "سلام", "é", "a", "b c", "\n", "\n\n"]
PIECES = st.sampled_from(MARKDOWN + HTML + ATTACKS + ADDRESSES + LETTERS)
PROSE = st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join)


class Reader(HTMLParser):
    """Collects the elements of a fragment as a browser's tokenizer sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("!comment", {}))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """The tags of `html` with their attributes."""
    reader = Reader()
    reader.feed(html)
    return reader.found


def assert_safe(text: str) -> None:
    """Tags, attributes and schemes of the rendered text are on the list, and ids are unique and ours."""
    ids = []
    for tag, attributes in elements(render(text, 2, "p")):
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        assert urlsplit(attributes.get("href") or "").scheme in SCHEMES | {""}
        if "id" in attributes:
            ids.append(attributes["id"])
    assert ids == [f"p-{number}" for number in range(1, len(ids) + 1)]
    assert ids == [heading.id for heading in headings_of(text, 2, "p")]


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_only_allowed_markup_comes_out(text: str) -> None:
    """No element, attribute, scheme or id that is not on the list, whatever was written."""
    assert_safe(text)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None)
@given(PROSE)
def test_only_allowed_markup_comes_out_of_many_texts(text: str) -> None:
    """The same for ten thousand texts."""
    assert_safe(text)


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_cleaning_again_changes_nothing(text: str) -> None:
    """What is rendered is what a cleaner with the same list would leave: nothing hides behind a first pass."""
    html = str(render(text))
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    assert (
        nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None)
        == html
    )


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_plain_words_are_one_line(text: str) -> None:
    """Descriptions have no line breaks and no double spaces."""
    words = plain(text)
    assert words == " ".join(words.split())


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


SHAPES: dict[str, Callable[[int], str]] = {
    "open brackets": _repeat("["),
    "open links": _repeat("[a]("),
    "open pictures": _repeat("!["),
    "nested brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "links and brackets": _repeat("[a](b) ["),
    "references": _repeat("[a][b]"),
    "definitions": _repeat("[a]: b\n"),
    "quotations": _repeat("> "),
    "deeper quotations": lambda size: "\n".join(">" * depth for depth in range(1, int((2 * size) ** 0.5)))[
        :size
    ],
    "nested lists": lambda size: "".join("  " * depth + "- a\n" for depth in range(int(size**0.5)))[:size],
    "flat lists": _repeat("- a\n"),
    "quotations in lists": _repeat("- > "),
    "stars": _repeat("*"),
    "open emphasis": _repeat("*a **b "),
    "closing emphasis": _repeat("a* b** "),
    "mixed emphasis": _repeat("*_"),
    "backticks": lambda size: "".join("`" * count + " " for count in range(1, int((2 * size) ** 0.5)))[:size],
    "entities": _repeat("&amp;&#x"),
    "angles": _repeat("<a "),
    "comments": _repeat("<!-- a "),
    "backslashes": _repeat("\\"),
    "table rows": _repeat("|a"),
    "headings": _repeat("# a\n"),
    "lines": _repeat("a\n"),
}


def calls_of(work: Callable[[], object]) -> int:
    """How many Python and C functions `work` calls: its amount of work, the same on every machine."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_text_and_no_faster(shape: str) -> None:
    """Four times the text takes at most five times the work, so no text can stall a build."""
    render("warm up")
    small, large = SHAPES[shape](2_000), SHAPES[shape](8_000)
    few, many = calls_of(lambda: render(small)), calls_of(lambda: render(large))
    assert many <= 5 * few + 2_000


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_takes_long(shape: str) -> None:
    """20,000 characters of each shape take well below two seconds of processor time (0.2 s are usual)."""
    text = SHAPES[shape](20_000)
    start = time.process_time()
    render(text)
    assert time.process_time() - start < 2
