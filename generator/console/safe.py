"""What others wrote, made safe to print: for a terminal, the log of a build service, Markdown and HTML.

Takes text, returns text that shows the same and does nothing: no control sequence, command, link, mention or markup.
Formats and sentences are for other modules.
"""

from __future__ import annotations

import html
import re
import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMMAND = re.compile(r"##(?=(?:vso)?\[)|^\s*::")
"""What the log of a build service would obey: `::error::` at the start of a line, `##[` and `##vso[` anywhere."""
_BLANKS = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^$=]|:(?=\S)")
_CALLS = re.compile(r"(?i)@|(?<!&)[#!%~$](?=\d)|&amp;(?=\d)|:(?=/)|\bwww(?=\\?\.)|\bGH(?=\\?-\d)")
"""Services make mentions, references and links of finished text; an empty comment inside keeps it text."""


def neutral(text: str) -> str:
    """Return `text` with every control and direction character, and what is no character, made visible.

    So is one character of each command that the log of a build service would obey.
    """
    shown = "".join(
        visible(character) if unicodedata.category(character) in _UNSAFE else character for character in text
    )
    return _COMMAND.sub(lambda found: found[0][:-1] + visible(found[0][-1]), shown)


def visible(character: str) -> str:
    """Return a character as its number: `\\u001b`."""
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def plain(value: object) -> str:
    """Return a value for a terminal, on one line."""
    return neutral(_BLANKS.sub(" ", str(value)))


def markdown(value: object) -> str:
    """Return Markdown that shows a value as it is, on one line: nothing formats, links, mentions or hides anything."""
    escaped = _MARKUP.sub(r"\\\g<0>", html.escape(plain(value), quote=False))
    return _CALLS.sub(r"\g<0><!-- -->", escaped)


def code(text: str) -> str:
    """Return a code span in Markdown that shows `text` as it is."""
    shown = neutral(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if len(fence) > 1 else f"`{shown}`"


def markup(value: object) -> str:
    """Return HTML, also for inside a comment in Markdown: text and nothing else."""
    escaped = html.escape(plain(value)).replace("`", "&#96;")
    return _CALLS.sub(r"\g<0><!-- -->", escaped)
