"""What a strict Content-Security-Policy would refuse inside a page, and where the page states its policy.

Takes the elements of one page in their order, gives plain values. It knows no particular policy: code and
styles belong in files, and the policy before everything that is loaded, since it covers only what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of script blocks that browsers do not run."""
_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href")
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers skip in front of and inside the name of a scheme."""


class InlineCode(NamedTuple):
    """One piece of code in a page: what it is, and a text of the page by which it is found again."""

    what: str
    found_by: str


def inline_code(tag: str, attributes: Mapping[str, str], text: str) -> Iterator[InlineCode]:
    """Yield the code in one element. `text` is the element's own text, needed for scripts and styles only."""
    if tag == "script" and "src" not in attributes and attributes.get("type", "").casefold() not in _DATA:
        yield InlineCode("an inline script", text.strip().partition("\n")[0] or "<script")
    if tag == "style":
        yield InlineCode("a <style> element", "<style")
    for name, value in attributes.items():
        if name == "style":
            yield InlineCode("a style attribute", value)
        elif name.startswith("on"):
            yield InlineCode(f"the handler {name}", value)
        elif name in _ADDRESSES and ":" in value and _runs(value):
            yield InlineCode("an address with javascript:", value)


def _runs(address: str) -> bool:
    return _IGNORED.sub("", address).casefold().startswith("javascript:")


def content_policy(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return the policy that an element states, or `None`."""
    name = attributes.get("http-equiv", "").casefold()
    return attributes.get("content", "") if tag == "meta" and name == "content-security-policy" else None
