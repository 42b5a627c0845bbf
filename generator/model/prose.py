"""Where links in prose lead.

Takes text, returns links with their places in it, which only this parser of CommonMark tells, and needs not be asked
for where links are written plainly. `text.richtext` renders with another one what both read alike; whether a target is
any good is for rules and plans to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most runs parse no text, or few: the library is imported with the first one
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKS = ("](", "][", "]:", "<")
"""Every link has one of them: a text without any, as most are, need not be parsed."""
_TARGET = re.compile(r"\[([^\[\]\n*_]*)\]\(((?:https?://|mailto:|tel:|\.{0,2}/|#)?[A-Za-z0-9./#?=_+~@%-]*)\)")
"""A link as nearly all are written: words without marks, and a target that needs no thought."""
_UNLIKE = re.compile(r"[`\\<&\t\r\0]|!\[|\]\[|\]:|~~~| {4}")
"""A text with one of these may have code, pictures or other sorts of links, or be read otherwise than it looks."""
_TANGLED = re.compile(r"```|~~~|\]:|[\r\0]|\n[ \t]*\n[ \t]+[^ \t\n]")
"""A text with one of these cannot be divided at its blank lines: fences, definitions, a part that begins indented."""


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link's target and words as written, and the place of the target: line from 0, column from 1.

    `column` is 1 when the target stands elsewhere, in a definition below the text. `picture` marks a picture.
    """

    href: str
    text: str
    line: int
    column: int = 1
    picture: bool = False


def parser() -> MarkdownIt:
    """Return a parser of the prose that editors may write: CommonMark without HTML."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "linkify": False})


def links_of(text: str) -> tuple[ProseLink, ...]:
    """Return the links of prose in order, those of pictures included; code has none. Refuses no target."""
    for mark in _MARKS:
        if mark in text:
            return _links_of(text)
    return ()


@lru_cache(maxsize=4096)
def _links_of(text: str) -> tuple[ProseLink, ...]:
    plain = _plain_links(text)
    return plain if plain is not None else tuple(_links(_blocks_with_links(text), text.split("\n")))


def _plain_links(text: str) -> tuple[ProseLink, ...] | None:
    """Return the links of a text that has none but plain ones, and nothing that hides one; else `None`."""
    if _UNLIKE.search(text):
        return None
    found = tuple(_TARGET.finditer(text))
    if len(found) < text.count("]("):
        return None
    return tuple(_plainly(text, match) for match in found)


def _plainly(text: str, match: re.Match[str]) -> ProseLink:
    begin = match.start(2)
    above = text.rfind("\n", 0, begin) + 1
    return ProseLink(match[2], match[1], text.count("\n", 0, begin), begin - above + 1)


def _blocks_with_links(text: str) -> Iterator[Token]:
    """Yield the blocks that can have links. Only in these are words and marks told apart, which is most of the work."""
    known: dict[str, object] = {}
    for first, part in _parts(text):
        for block in _block_finder().parse(part, known):
            if block.type == "inline" and (
                known.get("references") or any(mark in block.content for mark in _MARKS)
            ):
                block.children = []
                block.map = [line + first for line in block.map or (0, 0)]
                _finder().inline.parse(block.content, _finder(), known, block.children)
                yield block


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield what has to be divided into blocks, each part with its first line: the whole text, or parts of it.

    Where no part between blank lines begins with a blank, none can belong to a list or quotation above it; and where
    there are no fences and no definitions, each means the same by itself.
    """
    if _TANGLED.search(text):
        yield 0, text
        return
    lines = text.split("\n")
    begin = 0
    for at, line in enumerate((*lines, "")):
        if not line.strip(" \t"):
            part = "\n".join(lines[begin:at])
            if any(mark in part for mark in _MARKS):
                yield begin, part
            begin = at + 1


def words(children: Iterable[Token]) -> str:
    """Return what readers see of a line of prose, without markup."""
    return "".join(
        words(token.children or ())
        if token.type == "image"
        else " "
        if token.type in {"softbreak", "hardbreak"}
        else token.content
        for token in children
    )


@cache
def _finder() -> MarkdownIt:
    """A parser that takes every target as it is: to a renderer, a link to `javascript:` is none."""
    found = parser()
    found.validateLink = lambda url: True  # type: ignore[method-assign]
    found.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return found


@cache
def _block_finder() -> MarkdownIt:
    """A parser that divides a text into blocks and goes no further."""
    found = parser().disable("inline")
    found.validateLink = lambda url: True  # type: ignore[method-assign]
    found.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return found


def _links(blocks: Iterable[Token], lines: Sequence[str]) -> Iterator[ProseLink]:
    for block in blocks:
        line, after = (block.map[0] if block.map else 0), 0
        children = block.children or []
        for index, token in enumerate(children):
            if token.type in {"softbreak", "hardbreak"}:
                line, after = line + 1, 0
            picture = token.type == "image"
            if picture or token.type == "link_open":
                href = str(token.attrs.get("src" if picture else "href") or "")
                at = lines[line].find(f"]({href}", after) if line < len(lines) else -1
                column = at + len("](") + 1 if at >= 0 else 1
                after = max(after, column - 1)
                text = words(token.children or ()) if picture else words(_inside(children[index + 1 :]))
                yield ProseLink(href, text, line, column, picture)


def _inside(children: Iterable[Token]) -> Iterator[Token]:
    """Yield what stands before the end of the link; links hold no links."""
    for token in children:
        if token.type == "link_close":
            return
        yield token
