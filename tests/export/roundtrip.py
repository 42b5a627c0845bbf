"""HTML as our templates write it, made into Markdown, and read by Python-Markdown as the project sets it up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.export.blocks import markdown_of
from generator.export.inline import INLINE, Inline
from generator.export.settings import EXTENSIONS

MEANING = (
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dt",
    "dd",
)
ADDED = (
    "admonition",
    "abbr",
    "footnotes",
    "pymdownx.details",
    "pymdownx.tasklist",
    "pymdownx.snippets",
    "pymdownx.tabbed",
    "pymdownx.blocks.admonition",
)
"""Extensions that a project may get later."""

Word = tuple[tuple[str, ...], str]
"""A word and what it is part of: elements that mean something, links with their address."""


def exported(html: str, *, right_to_left: bool = False) -> str:
    """Return the Markdown of a page's content; addresses stay as they are."""
    return markdown_of(html, Inline(lambda href: href, right_to_left))


@cache
def _reader(added: tuple[str, ...]) -> markdown.Markdown:
    return markdown.Markdown(extensions=["toc", "tables", *EXTENSIONS, *added])


def read_back(text: str, *added: str) -> str:
    """Return the HTML that the project's Markdown becomes."""
    return _reader(added).reset().convert(text)


def words(html: str) -> list[Word]:
    """Return every word of an HTML text with what it is part of."""
    body = LexborHTMLParser(html).body
    return [(_plain(within), word) for within, word in _words(_pieces(body, ()))] if body else []


def elements(html: str) -> set[str]:
    """Return all elements with their attributes, as `a href`."""
    body = LexborHTMLParser(html).body
    found = [node for node in body.css("*") if node.tag not in ("body", "-text")] if body else []
    return {" ".join([node.tag or "", *sorted(node.attributes)]) for node in found}


def _plain(within: tuple[str, ...]) -> tuple[str, ...]:
    """Which of `strong` and `em` is around the other, or twice around itself, makes no difference to readers."""
    emphasis = {tag for tag in within if tag in ("strong", "em")}
    return (*(tag for tag in within if tag not in emphasis), *sorted(emphasis))


def _words(pieces: Iterator[Word]) -> Iterator[Word]:
    within, word = (), ""
    for path, text in pieces:
        for letter in text:
            if letter in " \t\r\n\f":
                if word:
                    yield within, word
                word = ""
                continue
            if word and path != within:
                yield within, word
                word = ""
            within, word = path, word + letter
    if word:
        yield within, word


def _pieces(node: LexborNode, path: tuple[str, ...]) -> Iterator[Word]:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield path, child.text_content or ""
        elif tag != "-comment":
            apart = " " if tag not in INLINE or tag == "br" else ""
            means = (
                f"a {unquote(str(child.attributes.get('href')))}"
                if tag == "a"
                else tag
                if tag in MEANING
                else ""
            )
            yield path, apart
            yield from _pieces(child, (*path, means) if means else path)
            yield path, apart
