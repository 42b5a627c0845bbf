"""Texts are put into a site's own page: title and summary in the lines above it, the body below.

Takes the text of a page and new texts, returns the new text with everything else as it was; raises `EditError`. A new
page needs a title and a body. Reads and writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Values

from generator.diagnostics import Position
from generator.edit.overlay_text import EditError, with_texts
from generator.history.leaves import read_leaves
from generator.load.node import Entry, Mapping, Scalar

FIELDS = ("title", "summary")
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NOWHERE = Position("")
_ORDER = Mapping(tuple(Entry(name, _NOWHERE, Scalar("", _NOWHERE)) for name in FIELDS), _NOWHERE)


def with_page_texts(source: str, texts: Values[str, str]) -> str:
    """Return the page `source`, which may be empty, with `texts` by field: title, summary, body."""
    windows = "\r\n" in source and source.count("\n") == source.count("\r\n")
    text = source.replace("\r\n", "\n") if windows else source
    if not text and not {"title", "body"} <= texts.keys():
        raise EditError("a new page needs its title and its body")
    found = _FRONT.match(text)
    front, body = (found[1], text[found.end() :]) if found else ("", text)
    new = with_texts(front, {name: texts[name] for name in FIELDS if name in texts}, _ORDER)
    if "body" in texts:
        start = body[: len(body) - len(body.lstrip("\n"))] or ("" if body else "\n")
        body = f"{start}{texts['body'].strip()}\n"
    opening, closing = _fences(text, found)
    result = f"{opening}{new}{closing}{body}" if found or new else body
    _prove(text, result, texts)
    return result.replace("\n", "\r\n") if windows else result


def _fences(text: str, found: re.Match[str] | None) -> tuple[str, str]:
    if found is None:
        return "---\n", "---\n"
    return text[: found.start(1)], text[found.end(1) : found.end()]


def _prove(before: str, after: str, texts: Values[str, str]) -> None:
    old = read_leaves(before.encode("utf-8"), is_page=True) if before else None
    new = read_leaves(after.encode("utf-8"), is_page=True)
    expected = {**(old.at if old else {}), **texts}
    if new is None or {leaf: text.strip() for leaf, text in new.at.items()} != {
        leaf: text.strip() for leaf, text in expected.items()
    }:
        raise EditError("other texts of the page would change")
