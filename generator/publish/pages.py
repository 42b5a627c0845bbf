"""What one HTML page says about itself and refers to.

Takes the bytes of a page, parses them once, and returns plain values. It judges nothing. The inert content of
`<template>` is not read: a browser neither shows nor fetches it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.publish.inline import InlineCode, content_policy, inline_code

_QUIET_RELATIONS = frozenset(
    (
        *("alternate", "author", "bookmark", "canonical", "edit", "external", "help"),
        *("license", "me", "next", "nofollow", "prev", "search", "tag"),
    )
)
"""Relations of `<link>` that a browser does not follow by itself."""
HINTS = frozenset({"preconnect", "dns-prefetch"})
"""Relations of `<link>` that open a connection to a host and name no file."""

_LINKS = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",)}
_FETCHED = {
    "script": ("src", "href"),
    "img": ("src",),
    "source": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "a": ("ping",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"),
}
_TEXTS = frozenset({"script", "style"})
"""Elements that are read although they have no attributes."""
_QUIET = frozenset(
    (
        *(
            "class",
            "lang",
            "dir",
            "hidden",
            "role",
            "title",
            "alt",
            "width",
            "height",
            "datetime",
            "tabindex",
        ),
        *("aria-hidden", "aria-label", "aria-labelledby", "aria-describedby", "aria-current", "aria-live"),
    )
)
"""Attributes that neither name a place nor refer to one: an element with no others is passed over, whatever it is."""
_SHARED = frozenset({"og:image", "og:url", "twitter:image"})
_SRCSET = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+[^,]+)?\s*(?:,|$)")
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


class Reference(NamedTuple):
    """An address in a page. `fetched`: the browser asks for it without a click."""

    element: str
    url: str
    fetched: bool


class PageFacts(NamedTuple):
    """What a page says. `anchors` are the ids and names that a `#fragment` can mean.

    `policies` are the content policies stated in its head; `early` names the first element that loads something
    before any of them, and is empty when none does. `inline` is what runs or styles without a file.
    """

    language: str
    direction: str
    anchors: frozenset[str]
    repeated_ids: tuple[str, ...]
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    noindex: bool
    policies: tuple[str, ...]
    early: str
    inline: tuple[InlineCode, ...]


def read_page(data: bytes) -> tuple[PageFacts, tuple[Reference, ...]]:
    """Parse a page, given in UTF-8; return what it says and what it refers to."""
    parser = LexborHTMLParser(data)
    reading = _Reading()
    if parser.root is not None:
        for node in parser.root.traverse():
            given = node.attributes
            if not given.keys() <= _QUIET or node.tag in _TEXTS:
                reading.add(node, given)
    html = parser.root.attributes if parser.root is not None else {}
    facts = PageFacts(
        language=html.get("lang") or "",
        direction=html.get("dir") or "",
        anchors=frozenset(reading.names.union(reading.ids)),
        repeated_ids=tuple(sorted(id for id, times in reading.ids.items() if times > 1)),
        canonicals=tuple(reading.canonicals),
        alternates=tuple(reading.alternates),
        noindex=reading.noindex,
        policies=tuple(reading.policies),
        early=reading.early,
        inline=tuple(reading.inline),
    )
    return facts, tuple(reading.references)


@dataclass(slots=True)
class _Reading:
    """What has been read so far of one page."""

    ids: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    canonicals: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    noindex: bool = False
    policies: list[str] = field(default_factory=list)
    early: str = ""
    inline: list[InlineCode] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def add(self, node: LexborNode, attributes: Mapping[str, str | None]) -> None:
        """Take in one element."""
        if node.tag in _TEXTS:
            said = _say(node.tag, tuple(attributes.items()), node.text())
        else:
            said = _say_again(node.tag or "", tuple(attributes.items()))
        self.references += said.references
        if said.is_link:
            return
        if said.id is not None:
            self.ids[said.id] += 1
        self.names.update(said.names)
        self.canonicals += said.canonicals
        self.alternates += said.alternates
        self.inline += said.inline
        self.noindex = self.noindex or said.noindex
        if said.policy is not None and node.parent is not None and node.parent.tag == "head":
            self.policies.append(said.policy)
        if said.fetches and not (self.early or self.policies):
            self.early = said.tag


class _Element(NamedTuple):
    """What one element says, wherever it stands. `is_link`: nothing but addresses that nobody asks for unbidden."""

    is_link: bool
    tag: str
    id: str | None
    names: tuple[str, ...]
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    noindex: bool
    policy: str | None
    inline: tuple[InlineCode, ...]
    references: tuple[Reference, ...]
    fetches: bool


def _say(tag: str, given: tuple[tuple[str, str | None], ...], text: str) -> _Element:
    """Read one element; `text` is that of scripts and styles."""
    tag = tag.casefold()
    attributes = {name: value or "" for name, value in given}
    relations = frozenset(attributes.get("rel", "").casefold().split()) if tag == "link" else frozenset()
    href = attributes.get("href", "")
    references = tuple(_references(tag, attributes, relations, text))
    code = tuple(inline_code(tag, attributes, text))
    fetches = any(one.fetched for one in references)
    return _Element(
        is_link=not (
            fetches or code or "id" in attributes or "name" in attributes or tag in ("link", "meta")
        ),
        tag=tag,
        id=attributes.get("id"),
        names=(attributes["name"],) if tag == "a" and "name" in attributes else (),
        canonicals=(href,) if "canonical" in relations else (),
        alternates=((attributes["hreflang"], href),)
        if "alternate" in relations and "hreflang" in attributes
        else (),
        noindex=tag == "meta" and _is_noindex(attributes),
        policy=content_policy(tag, attributes),
        inline=code,
        references=references,
        fetches=fetches,
    )


@lru_cache(maxsize=4096)
def _say_again(tag: str, given: tuple[tuple[str, str | None], ...]) -> _Element:
    """Read an element as `_say`: those around the content are the same on many pages."""
    return _say(tag, given, "")


def _references(
    tag: str, attributes: Mapping[str, str], relations: frozenset[str], text: str
) -> Iterator[Reference]:
    if tag == "link":
        yield from _link(attributes, relations)
    elif tag == "meta":
        yield from _meta(attributes)
    elif tag == "style":
        yield from (Reference("style", url, True) for url in css_urls(text))
    else:
        yield from _element(tag, attributes)


def _link(attributes: Mapping[str, str], relations: frozenset[str]) -> Iterator[Reference]:
    element = "link " + " ".join(sorted(relations))
    if "href" in attributes:
        quiet = bool(relations) and relations <= _QUIET_RELATIONS
        yield Reference(element, attributes["href"], not quiet)
    for url in _SRCSET.findall(attributes.get("imagesrcset", "")):
        yield Reference(element, url, True)


def css_urls(text: str) -> list[str]:
    """Return the addresses in `url()` and `@import` of a style sheet, comments left out."""
    if "url(" not in text and "@import" not in text:
        return []
    return [next(filter(None, found), "") for found in _CSS_URL.findall(_COMMENT.sub("", text))]


def _element(tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    for name in _LINKS.get(tag, ()):
        if name in attributes:
            yield Reference(tag, attributes[name], False)
    for name in _FETCHED.get(tag, ()):
        if name in attributes:
            for url in attributes[name].split() if name == "ping" else [attributes[name]]:
                yield Reference(tag, url, True)
    if "srcset" in attributes:
        yield from (Reference(tag, url, True) for url in _SRCSET.findall(attributes["srcset"]))
    if "style" in attributes:
        yield from (Reference(tag, url, True) for url in css_urls(attributes["style"]))


def _meta(attributes: Mapping[str, str]) -> Iterator[Reference]:
    content = attributes.get("content", "")
    if attributes.get("http-equiv", "").casefold() == "refresh":
        if target := _REFRESH.match(content):
            yield Reference("meta refresh", target[1].strip(), False)
    elif (attributes.get("property") or attributes.get("name", "")) in _SHARED:
        yield Reference("meta", content, False)


def _is_noindex(attributes: Mapping[str, str]) -> bool:
    words = re.split(r"[\s,]+", attributes.get("content", "").casefold())
    return attributes.get("name", "").casefold() == "robots" and not {"noindex", "none"}.isdisjoint(words)
