"""What editors wrote stays text: nothing of it becomes HTML, a link, a list, an attribute or a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.export.stock import judge
from tests.support.portal import copy_small

NAMES = (
    '{{ config.site_url }} "onmouseover="x',
    "&lt;/title&gt;&lt;xss&gt;",
    "{: .x onclick=x } { #id }",
    "[[w]] [a](https://evil.example/) ![b](x.png)",
    "| a | b | #",
    "**a** __b__ *c* `d` ~~~ {% raw %}",
)
STARTS = ("!!! note", "--- ", "# ", "1. ", "* ", "+ ", ": ", "``` x", "[^1]: ", "=== ", "~~~ x")
PROSE = """

\\{{ config.site_url }} {: onclick=x } \\[[w]] {% raw %} !!! note

!!! note "Title"

* {{ x }}
  * \\# deep | a | b
    ---|---

1. &amp;lt;xss&amp;gt; and [a link](https://odense.example.org/a_b?c=d&copy;=1)!

> : quoted {: .x }

    --8<-- "mkdocs.yml"

A line!  [TOC] \\
# not `a {{ heading }}` | b

- [ ] task
"""
_LINE = re.compile(
    r"^( *(?:- )?(?:name|title|summary|text|question|criteria|headline|job_title): )([^|>\n\"].*)$", re.M
)


def make_hostile(root: Path) -> None:
    """Write hostile words behind or before every line of text of a portal, and hostile prose into its own pages."""
    names: Iterator[str] = cycle((*NAMES, *STARTS))

    def hostile(found: re.Match[str]) -> str:
        word = next(names)
        value = f"{word}{found[2]}" if word in STARTS else f"{found[2]} {word}"
        return found[1] + json.dumps(value, ensure_ascii=False)

    for file in sorted(root.glob("*/**/*.yml")):
        if "vocabulary" not in file.parts:
            file.write_text(_LINE.sub(hostile, file.read_text("utf-8")), "utf-8")
    for file in sorted(root.glob("sites/*/pages/*.md")):
        file.write_text(file.read_text("utf-8") + PROSE, "utf-8")


def test_hostile_portal(tmp_path: Path) -> None:
    """Stock MkDocs shows the same words as our own build, and the whole document has no element from content."""
    root = copy_small(tmp_path / "portal").root
    make_hostile(root)
    assert judge(root, "broen", tmp_path) > 20
    for file in (tmp_path / "project/site").rglob("*.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        assert not tree.css("xss, [onclick], [onmouseover], [href*='evil.example'], .admonition, .x"), file
