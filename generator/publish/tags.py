"""Read a page that is written strictly by its tags, without a parser: what a tag says is known from other pages.

Takes the bytes of a page; returns what its elements say, or nothing when the page is not strict. Our own templates
write strict pages; whatever a browser might take otherwise than it is written makes a page not strict, and somebody
else parses it. One thing is not looked at: whether elements of the kinds that are known here close in the right
order. That moves, and never makes or removes, an id or an address; to find it is the work of a validator.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.publish.elements import QUIET, Element, Reference, say

_FORMATTING = frozenset(("a", "b", "code", "em", "i", "s", "small", "strong", "u"))
"""Elements that a browser closes and opens again where they are badly nested, their ids included."""
_WATCHED = frozenset(("script", "select", "form"))
"""Elements whose content is read by rules of its own: text alone, options alone, no other form."""
_NAMES = frozenset(
    (
        *_FORMATTING,
        *_WATCHED,
        *("abbr", "address", "area", "article", "aside", "audio", "bdi", "bdo", "blockquote", "br", "button"),
        *("cite", "data", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
        *("img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "menu"),
        *("meta", "nav", "ol", "option", "output", "p", "picture", "pre", "q", "samp", "search", "section"),
        *("source", "span", "sub", "summary", "sup", "time", "track", "ul", "var", "video", "wbr"),
    )
)
"""Elements that stand where they are written, and whose content is markup. Not: tables, SVG, frames, templates."""
_ENDS = frozenset(f"/{name}".encode() for name in _NAMES)
_ONCE = (b"!doctype html", b"head", b"title", b"/title", b"/head", b"/body", b"/html")

_BEGIN = re.compile(rb"<!doctype html>[ \n]*<(html(?: [^<>]*)?)>[ \n]*<head>[ \n]*((?:<meta [^<>]*>[ \n]*)*)")
_BODY = re.compile(rb"</head>[ \n]*<(body(?: [^<>]*)?)>")
_TAGS = re.compile(rb"<([^>]*)>")
_TAG = re.compile(r'([a-z][a-z0-9]*)((?:[ \n]+[a-z][a-z0-9-]*(?:="[^"]*")?)*)[ \n]*')
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(?:="([^"]*)")?')
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39|#x27);)")
"""An ampersand that is not one of the few references that templates write."""


class StrictPage(NamedTuple):
    """What a page says, all in the order of the page.

    `html` are the attributes of its root; `references` may hold one several times; `said` are the elements that are
    more than links, equal ones once, and how often each is there. Policies are all in the head, before anything but
    `<meta>`.
    """

    html: Mapping[str, str]
    references: Sequence[Reference]
    said: Sequence[tuple[Element, int]]


class _NotStrictError(ValueError):
    """A tag may mean something else than what is written."""


def read_tags(data: bytes) -> StrictPage | None:
    """Read a page, given in UTF-8; return nothing when it is not strict, which is no fault."""
    begin = _BEGIN.match(data)
    body = _BODY.match(data, data.find(b"</head>")) if begin else None
    if (
        not begin
        or not body
        or not data.endswith((b"</html>", b"</html>\n"))
        or b"\r" in data
        or b"\0" in data
    ):
        return None
    tags: list[bytes] = _TAGS.findall(data)
    times = Counter(tags)
    if any(times.pop(tag, 0) != 1 for tag in (*_ONCE, begin[1], body[1])):
        return None
    references: list[Reference] = []
    said = []
    try:
        root = _quiet(begin[1])
        _quiet(body[1])
        first = [_SAID[tag] for tag in _TAGS.findall(begin[2])]
        for element, number in zip(map(_SAID.__getitem__, times), times.values(), strict=True):
            if element is not None:
                references += element.references
                if not element.is_link:
                    said.append((element, number))
    except (UnicodeDecodeError, _NotStrictError):
        return None
    policies = sum(one is not None and one.policy is not None for one in first)
    return StrictPage(root, references, said) if _is_sound(tags, said, policies) else None


def _is_sound(tags: Sequence[bytes], said: Iterable[tuple[Element, int]], policies: int) -> bool:
    """Whether elements with rules of their own keep to them; `policies` stand where they must."""
    watched: dict[str, int] = {}
    for element, number in said:
        if element.tag in _WATCHED:
            watched[element.tag] = watched.get(element.tag, 0) + number
        elif element.canonicals or element.alternates or element.policy is not None:
            policies -= element.policy is not None
            if number > 1:
                return False
    return (
        policies == 0
        and tags[tags.index(b"title") + 1] == b"/title"
        and tags.count(b"/script") == watched.get("script", 0)
        and _are_texts(tags, watched.get("script", 0))
        and ("select" not in watched or _hold_options(tags))
        and (watched.get("form", 0) < 2 or _are_apart(tags))
    )


def _are_texts(tags: Sequence[bytes], number: int) -> bool:
    """Whether each of so many scripts is followed by its end tag, with no other tag inside."""
    at = 0
    for _ in range(number):
        at = tags.index(b"/script", at + 1)
        if not tags[at - 1].startswith(b"script"):
            return False
    return True


def _hold_options(tags: Sequence[bytes]) -> bool:
    """Whether there is nothing but options in lists to choose from: a browser may drop other elements."""
    inside = False
    for tag in tags:
        if tag == b"/select":
            inside = False
        elif inside and not tag.startswith((b"option", b"/option")):
            return False
        elif tag.startswith(b"select"):
            inside = True
    return True


def _are_apart(tags: Sequence[bytes]) -> bool:
    """Whether each form is closed before the next: a browser drops a form inside another."""
    inside = False
    for tag in tags:
        if tag == b"/form":
            inside = False
        elif tag.startswith(b"form"):
            if inside:
                return False
            inside = True
    return True


@lru_cache(maxsize=256)
def _quiet(tag: bytes) -> Mapping[str, str]:
    """Return the attributes of a tag that says nothing."""
    _, attributes = _parsed(tag)
    if not attributes.keys() <= QUIET:
        raise _NotStrictError
    return attributes


class _Memo(dict[bytes, Element | None]):
    """What the element with a tag, less its angle brackets, says, or nothing: the same tags are on many pages.

    It is emptied when it is full. Asking for a tag that is not strict raises `_NotStrictError`.
    """

    _MOST = 8192

    def __missing__(self, tag: bytes) -> Element | None:
        element = _element(tag)
        if len(self) >= self._MOST:
            self.clear()
        self[tag] = element
        return element


_SAID = _Memo()


def _element(tag: bytes) -> Element | None:
    if tag in _ENDS:
        return None
    name, attributes = _parsed(tag)
    if name not in _NAMES or (name in _FORMATTING and "id" in attributes):
        raise _NotStrictError
    watched = name in _WATCHED
    if not watched and attributes.keys() <= QUIET:
        return None
    element = say(name, tuple(attributes.items()), "")
    if element.inline:
        raise _NotStrictError
    if watched:
        return element._replace(is_link=False)
    return element if not element.is_link or element.references else None


def _parsed(tag: bytes) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes in a start tag, less its angle brackets."""
    found = _TAG.fullmatch(text := tag.decode())
    if not found or ("&" in text and _LOOSE.search(text)):
        raise _NotStrictError
    given = _ATTRIBUTE.findall(found[2])
    attributes = {name: html.unescape(value) if "&" in value else value for name, value in given}
    if len(attributes) < len(given):
        raise _NotStrictError
    return found[1], attributes
