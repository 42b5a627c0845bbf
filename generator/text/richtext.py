"""Prose that editors wrote, made safe: CommonMark without HTML in, `SafeHtml` out.

cmark renders, nh3 removes whatever is not on a short list as the last step on the content. Afterwards only our own
heading ids are added. No images, ids, classes or scripts from content. A text that may hold HTML, a picture or an
unusual link is rendered by markdown-it-py, which shows HTML as text, where cmark would leave it out. Where a link may
lead is for the rules to say; `model.prose` finds the links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING

import nh3
from cmarkgfm.cmark import Options, markdown_to_html
from markupsafe import Markup

from generator.errors import RenderError
from generator.limits import LIMITS
from generator.model.prose import parser, words
from generator.text.slots import without_slots

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

TAGS = frozenset(
    {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "h2", "h3", "h4", "code", "pre", "br", "hr"}
)
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_NEEDS_CARE = re.compile(
    r"<|!\[|\]:|\]\[|\]\((?!(?:https?://|mailto:|tel:|\.{0,2}/|#)?[A-Za-z0-9./#?=_+~@-]*\))"
)
"""What may be HTML, a picture, a definition, or a link that the two libraries write differently."""
_ATTRIBUTES = {"a": {"href", "hreflang", "rel"}, "ol": {"start"}}
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>')
_WHOLE_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_HEADING = re.compile(r"<h([234])>")
_TAG = re.compile(r"<[^>]*>")
_ANY_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_EMPTY = ("br", "hr", "img")
_DEEPEST = 20
"""So many blocks and marks may stand inside one another: markdown-it-py looks no deeper, cmark without end."""
_PREFIX = re.compile(r"[a-z][a-z0-9-]*")
_DEEPEST_LEVEL = 4


class SafeHtml(Markup):
    """HTML that may stand in a page as it is. Only this module makes it from content."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ProseHeading:
    """A heading of a prose text. `level` is 2 to 4; `id` is unique on the page when the prefix is."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class _Rendered:
    html: SafeHtml
    headings: tuple[ProseHeading, ...]


def render(text: str, base_level: int = 2, prefix: str = "section") -> SafeHtml:
    """Return prose as HTML.

    The highest heading in the text becomes `base_level` (2 to 4) and the others follow without gaps. Ids are
    `prefix` and the heading's number, so a section has one address in all languages. Raises `RenderError`
    for text over the limit, `ValueError` for another level, or a prefix not of lower-case letters and digits.
    """
    return _rendered(text, base_level, prefix).html


def headings_of(text: str, base_level: int = 2, prefix: str = "section") -> tuple[ProseHeading, ...]:
    """Return the headings that `render` writes for the same arguments, in order."""
    return _rendered(text, base_level, prefix).headings


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of prose on one line, without markup: for descriptions and search."""
    return _words(_html(text))


@lru_cache(maxsize=8192)
def _rendered(text: str, base_level: int, prefix: str) -> _Rendered:
    if not _PREFIX.fullmatch(prefix) or not 2 <= base_level <= _DEEPEST_LEVEL:
        raise ValueError(f"prose has no headings of level {base_level} with ids in {prefix!r}")
    # Content cannot write a tag, so each heading and link that is found here is one of Markdown.
    html = _LINK.sub(_link, _html(text))
    used = sorted({found[1] for found in _WHOLE_HEADING.finditer(html)})
    levels = {tag: min(_DEEPEST_LEVEL, base_level + rank) for rank, tag in enumerate(used)}
    headings = tuple(
        ProseHeading(levels[found[1]], f"{prefix}-{number}", _words(found[2]))
        for number, found in enumerate(_WHOLE_HEADING.finditer(html), start=1)
    )
    cleaned = _clean(_WHOLE_HEADING.sub(lambda tag: f"<h{levels[tag[1]]}>{tag[2]}</h{levels[tag[1]]}>", html))
    ids = iter(headings)
    return _Rendered(
        SafeHtml(_HEADING.sub(lambda tag: f'<h{tag[1]} id="{next(ids).id}">', cleaned)), headings
    )


def _html(text: str) -> str:
    """Return Markdown as HTML that is still to be cleaned."""
    if len(text) > LIMITS.prose_characters:
        raise RenderError(f"a text of {len(text)} characters is over the limit, {LIMITS.prose_characters}")
    html = "" if _is_unusual(text) else str(markdown_to_html(text, Options.CMARK_OPT_DEFAULT))
    if not html or _depth(html) > _DEEPEST:
        html = str(_markdown().render(text))
        if _depth(html) > 3 * _DEEPEST:  # marks inside marks, which nobody writes: the text is shown as it is
            html = f"<p>{Markup.escape(text)}</p>\n"
    return without_slots(html)


def _is_unusual(text: str) -> bool:
    """Whether the two libraries may find other links in a text, or HTML is shown."""
    return bool(_NEEDS_CARE.search(text)) or ("](" in text and "``" in text)


def _depth(html: str) -> int:
    """How deep elements are nested."""
    deepest = depth = 0
    for end, name in _ANY_TAG.findall(html):
        if name not in _EMPTY:
            depth += -1 if end else 1
            deepest = max(deepest, depth)
    return deepest


@cache
def _markdown() -> MarkdownIt:
    markdown = parser()
    markdown.add_render_rule("image", _picture_text)
    return markdown


def _clean(html: str) -> str:
    return nh3.clean(html, tags=set(TAGS), attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def _link(tag: re.Match[str]) -> str:
    """A link with an address and nothing else from content."""
    rel = ' rel="noopener noreferrer"' if _EXTERNAL.match(tag[1]) else ""
    return f'<a href="{tag[1]}"{rel}>'


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def _picture_text(renderer: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    """Pictures are records with rights; one in prose leaves its description only."""
    return str(Markup.escape(words(tokens[index].children or ())))
