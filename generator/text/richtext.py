"""Prose that editors wrote, made safe: CommonMark without HTML in, `SafeHtml` out.

markdown-it-py renders with HTML switched off, nh3 removes whatever is not on a short list as the last step on
the content. Afterwards only our own heading ids are added. No images, ids, classes or scripts from content.
Where a link may lead is for the rules to say; `model.prose` finds the links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from generator.errors import RenderError
from generator.limits import LIMITS
from generator.model.prose import parser, words

TAGS = frozenset(
    {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "h2", "h3", "h4", "code", "pre", "br", "hr"}
)
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_ATTRIBUTES = {"a": {"href", "hreflang", "rel"}, "ol": {"start"}}
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_HEADING = re.compile(r"<h([234])>")
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
    pieces = (
        words(token.children) if token.type == "inline" and token.children else token.content
        for token in _parse(text)
    )
    return _one_line(" ".join(pieces))


@lru_cache(maxsize=8192)
def _rendered(text: str, base_level: int, prefix: str) -> _Rendered:
    if not _PREFIX.fullmatch(prefix) or not 2 <= base_level <= _DEEPEST_LEVEL:
        raise ValueError(f"prose has no headings of level {base_level} with ids in {prefix!r}")
    tokens = _parse(text)
    headings = tuple(_shift_headings(tokens, base_level, prefix))
    markdown = _markdown()
    cleaned = _clean(markdown.renderer.render(tokens, markdown.options, {}))
    ids = iter(headings)
    # Content cannot write a tag, so each bare heading tag is one of ours, in the order of the tokens.
    html = _HEADING.sub(lambda tag: f'<h{tag[1]} id="{next(ids).id}">', cleaned)
    return _Rendered(SafeHtml(html), headings)


def _parse(text: str) -> list[Token]:
    if len(text) > LIMITS.prose_characters:
        raise RenderError(f"a text of {len(text)} characters is over the limit, {LIMITS.prose_characters}")
    return _markdown().parse(text)


@cache
def _markdown() -> MarkdownIt:
    markdown = parser()
    markdown.add_render_rule("image", _picture_text)
    markdown.add_render_rule("link_open", _link)
    return markdown


def _clean(html: str) -> str:
    return nh3.clean(html, tags=set(TAGS), attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def _shift_headings(tokens: Sequence[Token], base_level: int, prefix: str) -> Iterator[ProseHeading]:
    """Give heading tokens their place in the page, in order, and yield them."""
    opened = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    used = sorted({tokens[index].tag for index in opened})
    levels = {tag: min(_DEEPEST_LEVEL, base_level + rank) for rank, tag in enumerate(used)}
    for number, index in zip(count(1), opened, strict=False):
        level = levels[tokens[index].tag]
        tokens[index].tag = tokens[index + 2].tag = f"h{level}"
        title = _one_line(words(tokens[index + 1].children or ()))
        yield ProseHeading(level, f"{prefix}-{number}", title)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _picture_text(renderer: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    """Pictures are records with rights; one in prose leaves its description only."""
    return str(Markup.escape(words(tokens[index].children or ())))


def _link(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    href = str(tokens[index].attrs.get("href", ""))
    rel = {"rel": "noopener noreferrer"} if _EXTERNAL.match(href) else {}
    tokens[index].attrs = {"href": href, **rel}
    return renderer.renderToken(tokens, index, options, env)  # type: ignore[arg-type]
