"""What one HTML page says about itself and refers to.

Takes the bytes of a page, reads them once, and returns plain values. Pages that are written strictly are read by
their tags, all others by a parser, to the same end. It judges nothing. The inert content of `<template>` is not read:
a browser neither shows nor fetches it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from generator.publish.elements import QUIET, TEXTS, Element, Reference, say
from generator.publish.inline import InlineCode
from generator.publish.tags import read_tags


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


Page = tuple[PageFacts, tuple[Reference, ...]]
"""What a page says, and what it refers to: each reference once, in the order of the page."""


def read_page(data: bytes) -> Page:
    """Read a page, given in UTF-8; return what it says and what it refers to."""
    strict = read_tags(data)
    if strict is None:
        return parse_page(data)
    reading = _Reading(references=list(strict.references))
    for said, times in strict.said:
        reading.add(said, times)
    return reading.page(strict.html)


def parse_page(data: bytes) -> Page:
    """Read a page as `read_page`, whatever it is like, by parsing it as a browser does."""
    root = LexborHTMLParser(data).root
    reading = _Reading()
    if root is not None:
        for node in root.traverse():
            given, tag = node.attributes, node.tag or ""
            if given.keys() <= QUIET and tag not in TEXTS:
                continue
            attributes = tuple(given.items())
            said = say(tag, attributes, node.text()) if tag in TEXTS else _say_again(tag, attributes)
            reading.references += said.references
            if not said.is_link:
                reading.add(said, 1, node.parent is not None and node.parent.tag == "head")
    return reading.page(root.attributes if root is not None else {})


@lru_cache(maxsize=4096)
def _say_again(tag: str, given: tuple[tuple[str, str | None], ...]) -> Element:
    """Read an element without its text: those around the content are the same on many pages."""
    return say(tag, given, "")


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

    def add(self, said: Element, times: int, in_head: bool = True) -> None:
        """Take in an element that stands so many times in the page, its references apart."""
        if said.id is not None:
            self.ids[said.id] += times
        self.names.update(said.names)
        self.canonicals += said.canonicals
        self.alternates += said.alternates
        self.inline += said.inline
        self.noindex = self.noindex or said.noindex
        if said.policy is not None and in_head:
            self.policies.append(said.policy)
        if said.fetches and not (self.early or self.policies):
            self.early = said.tag

    def page(self, root: Mapping[str, str | None]) -> Page:
        """Return the whole; `root` are the attributes of `<html>`."""
        facts = PageFacts(
            language=root.get("lang") or "",
            direction=root.get("dir") or "",
            anchors=frozenset(self.names.union(self.ids)),
            repeated_ids=tuple(sorted(id for id, times in self.ids.items() if times > 1)),
            canonicals=tuple(self.canonicals),
            alternates=tuple(self.alternates),
            noindex=self.noindex,
            policies=tuple(self.policies),
            early=self.early,
            inline=tuple(self.inline),
        )
        return facts, tuple(dict.fromkeys(self.references))
