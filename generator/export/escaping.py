"""Text becomes Markdown that says the same and means nothing else.

Takes words as readers see them, returns Markdown for Python-Markdown with the extensions of the exported project; what
it writes is harmless, too, under those that people like to add (admonitions, details, snippets, macros). Nothing here
knows HTML elements.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

_MEANT = re.compile(r"[\\`*{}\[\]|]|(?<![^\W_])_|_(?![^\W_])")
"""Letters that may begin something anywhere; an underscore inside a word does not."""
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_STARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(\d+)([.)])"), r"\1\\\2"),
    (re.compile(r"^([-+#]|!!!)"), r"\\\1"),
    (re.compile(r"^="), "&#61;"),
    (re.compile(r"^:"), "&#58;"),
    (re.compile(r"^~"), "&#126;"),
    (re.compile(r"^\?(?=\?\?)"), "&#63;"),
    (re.compile(r"^/(?=//)"), "&#47;"),
    (re.compile(r"^;"), "&#59;"),
)
"""What makes a block of a line that begins with it. `*`, `>`, `|`, `[` and backticks are escaped wherever they are."""
_LAST = re.compile(r"(?<!\\)((?:\\\\)*)\\?(#+)$")
_URL_SAFE = "/:?#@!$&*+,;=%~-._"


def text(words: str) -> str:
    """Return words as they are to be read, for the middle of a line."""
    escaped = _ENTITY.sub("&amp;", _MEANT.sub(lambda found: f"\\{found[0]}", words))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")


def line(markdown: str) -> str:
    """Return a line of inline Markdown that is no heading, list or other block whatever it begins with."""
    for pattern, harmless in _STARTS:
        markdown = pattern.sub(harmless, markdown, count=1)
    return markdown


def heading(markdown: str) -> str:
    """Return a line as the words of a heading; hashes at its end would be taken for part of the mark."""
    return _LAST.sub(lambda found: f"{found[1]}{'&#35;' * len(found[2])}", line(markdown))


def for_html(words: str) -> str:
    """Return words for settings that a theme prints as they are, between tags or in double quotes."""
    return escape(words).replace("&#x27;", "'")


def target(address: str) -> str:
    """Return an address for the round brackets of a link."""
    return _ENTITY.sub("&amp;", quote(address, safe=_URL_SAFE))


def code(words: str) -> str:
    """Return words as code inside a line; blanks alone are none."""
    if not words.strip():
        return " "
    fence = "`" * (longest_run(words) + 1)
    inner = f" {words} " if words[:1] in ("`", " ") or words[-1:] in ("`", " ") else words
    return f"{fence}{inner}{fence}"


def longest_run(words: str) -> int:
    """Return the length of the longest run of backticks."""
    return max((len(found) for found in re.findall("`+", words)), default=0)
