"""What one HTML element says about its page and refers to, wherever it stands.

Takes the name, the attributes and, of style sheets and scripts, the text of an element; returns plain values. It
judges nothing, and knows neither how a page was read nor what its other elements say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

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
TEXTS = frozenset({"script", "style"})
"""Elements that are read although they have no attributes."""
QUIET = frozenset(
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


class Element(NamedTuple):
    """What one element says, wherever it stands. `is_link`: nothing but addresses that nobody asks for unbidden."""

    is_link: bool
    tag: str
    id: str | None = None
    names: tuple[str, ...] = ()
    canonicals: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    policy: str | None = None
    inline: tuple[InlineCode, ...] = ()
    references: tuple[Reference, ...] = ()
    fetches: bool = False


_PLAIN_LINK = QUIET | {"href", "hreflang", "rel", "type"}
"""Attributes of a link that says no more than where it leads, unless it leads to a script."""


def say(tag: str, given: tuple[tuple[str, str | None], ...], text: str) -> Element:
    """Read one element; `text` is that of scripts and styles."""
    tag = tag.casefold()
    attributes = {name: value or "" for name, value in given}
    if tag == "a" and attributes.keys() <= _PLAIN_LINK and ":" not in attributes.get("href", ":"):
        return Element(True, tag, references=(Reference(tag, attributes["href"], False),))
    code = tuple(inline_code(tag, attributes, text))
    if tag == "link":
        return _link(attributes, code)
    if tag == "meta":
        return _meta(attributes, code)
    if tag == "style":
        references = tuple(Reference(tag, url, True) for url in css_urls(text))
    else:
        references = tuple(_addresses(tag, attributes))
    names = (attributes["name"],) if tag == "a" and "name" in attributes else ()
    fetches = any(one.fetched for one in references)
    return Element(
        not (fetches or code or names or "id" in attributes),
        tag,
        attributes.get("id"),
        names,
        inline=code,
        references=references,
        fetches=fetches,
    )


def _link(attributes: Mapping[str, str], code: tuple[InlineCode, ...]) -> Element:
    relations = frozenset(attributes.get("rel", "").casefold().split())
    element = "link " + " ".join(sorted(relations))
    href = attributes.get("href", "")
    references = [Reference(element, url, True) for url in _SRCSET.findall(attributes.get("imagesrcset", ""))]
    if "href" in attributes:
        quiet = bool(relations) and relations <= _QUIET_RELATIONS
        references.insert(0, Reference(element, href, not quiet))
    is_alternate = "alternate" in relations and "hreflang" in attributes
    return Element(
        False,
        "link",
        attributes.get("id"),
        canonicals=(href,) if "canonical" in relations else (),
        alternates=((attributes["hreflang"], href),) if is_alternate else (),
        inline=code,
        references=tuple(references),
        fetches=any(one.fetched for one in references),
    )


def _meta(attributes: Mapping[str, str], code: tuple[InlineCode, ...]) -> Element:
    content = attributes.get("content", "")
    references: tuple[Reference, ...] = ()
    if attributes.get("http-equiv", "").casefold() == "refresh":
        if target := _REFRESH.match(content):
            references = (Reference("meta refresh", target[1].strip(), False),)
    elif (attributes.get("property") or attributes.get("name", "")) in _SHARED:
        references = (Reference("meta", content, False),)
    policy = content_policy("meta", attributes)
    noindex = attributes.get("name", "").casefold() == "robots" and _refuses(content)
    says_more = code or noindex or policy is not None or "id" in attributes
    return Element(
        not says_more,
        "meta",
        attributes.get("id"),
        noindex=noindex,
        policy=policy,
        inline=code,
        references=references,
    )


def css_urls(text: str) -> list[str]:
    """Return the addresses in `url()` and `@import` of a style sheet, comments left out."""
    if "url(" not in text and "@import" not in text:
        return []
    return [next(filter(None, found), "") for found in _CSS_URL.findall(_COMMENT.sub("", text))]


def _addresses(tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
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


def _refuses(content: str) -> bool:
    return not {"noindex", "none"}.isdisjoint(re.split(r"[\s,]+", content.casefold()))
