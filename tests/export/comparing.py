"""A page of the public build and the page that stock MkDocs makes of the export, as values that can be compared.

Read are: the title without the site's name, the language of the page, and of the main content every word with the
language it is marked with, every address of a link or picture, and the ids. Left out of our pages are: what is hidden
until a script shows it (the state of calls and meetings, what belongs to another state), scripts, the form that
narrows a list down, the link of an answer to itself, and the words of the switch that opens a picture in the credits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.export.inline import INLINE

OURS, STOCK = "#portal-notice, #portal-content", "article.md-content__inner"
LEFT_OUT = "script, template, form, [hidden], .faq__link, .credit summary, wbr"
LINES = ("door__label", "door__title", "door__text", "facts__moment")
"""Spans that our styles show on lines of their own."""
HOST = "https://site.example/"


@dataclass(frozen=True, slots=True)
class Page:
    """What readers get of a page. `words` are pairs of language and word; `ways` are addresses below the site."""

    title: str
    language: str
    words: tuple[tuple[str, str], ...]
    ways: tuple[str, ...]
    ids: frozenset[str]


def read_page(html: str, path: str, content: str, site_name: str) -> Page:
    """Return a page that stands at `path` below its site; `content` is a selector for its main content."""
    tree = LexborHTMLParser(html)
    root = tree.css_first("html")
    for node in tree.css(LEFT_OUT):
        node.decompose()
    language = str(root.attributes["lang"])
    parts = tree.css(content)
    assert parts, f"{path} has no {content}"
    words = [pair for part in parts for pair in _words(part, language)]
    title = " ".join(tree.css_first("title").text().split())
    for between in (" – ", " - "):
        title = title.removesuffix(f"{between}{site_name}")
    ways = [way for part in parts for way in _ways(part, path)]
    ids = frozenset(str(node.attributes["id"]) for part in parts for node in part.css("[id]"))
    return Page(title, language, tuple(words), tuple(ways), ids)


def _words(part: LexborNode, page_language: str) -> Iterator[tuple[str, str]]:
    """Yield the words in order; blocks end words, elements inside a line do not."""
    start = str(part.attributes.get("lang") or page_language)
    word, word_language = "", start
    for language, text in (*_texts(part, start), (start, " ")):
        for letter in text:
            if letter.isspace() and letter != "\xa0":
                if word:
                    yield word_language, word
                word = ""
            else:
                word_language = word_language if word else language
                word += letter


def _texts(node: LexborNode, language: str) -> Iterator[tuple[str, str]]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield language, child.text_content or ""
        elif child.tag != "-comment":
            own = str(child.attributes.get("lang") or language)
            apart = child.tag not in INLINE or child.tag == "br" or child.attributes.get("class") in LINES
            yield language, " " if apart else ""
            if child.tag == "img":
                yield own, f" [{child.attributes.get('alt')}] "
            yield from _texts(child, own)
            yield language, " " if apart else ""


def _ways(part: LexborNode, path: str) -> Iterator[str]:
    here = urljoin(HOST, path.removesuffix("index.html"))
    for node in part.css("a[href], img[src]"):
        address = urljoin(here, str(node.attributes.get("href") or node.attributes.get("src")))
        if address.startswith(HOST):
            way, fragment = urldefrag(address)
            address = way.partition("?")[0] + (f"#{fragment}" if fragment else "")
        yield address.removeprefix(HOST)
