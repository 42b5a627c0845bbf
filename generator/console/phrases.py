"""Phrases become sentences: templates in the language of the run, values said inside them.

Takes phrases and the words of a run, and how one value is written; returns text. Escaping for Markdown is here,
so that nothing an editor wrote is more than text in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from generator.compare.texts import Passage
from generator.console.text import neutral
from generator.console.words import Words
from generator.diagnostics import Phrase

Writer = Callable[[object], str]
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&$^=:]")
_CALLS = re.compile(r"(?i)@|\\#(?=\d)|\\:(?=//)|www(?=\\\.)|\bGH(?=\\-\d)")
_COMMAND = re.compile(r"^\s*::")
_LINE = re.compile(r"\s+")


def spoken(words: Words, phrase: Phrase, write: Writer) -> str:
    """Return a sentence; `write` writes the values that are no phrases."""
    values = {
        name: spoken(words, value, write) if isinstance(value, Phrase) else write(value)
        for name, value in phrase.values.items()
    }
    return words.say(phrase.template, **values)


def plain(value: object) -> str:
    """Write a value for a terminal, on one line that no CI takes for one of its commands."""
    line = neutral(_LINE.sub(" ", str(value))).replace("##[", "# #[")
    return _COMMAND.sub(": :", line)


def markdown(value: object) -> str:
    """Write a value into Markdown: nothing in it formats, links, mentions or hides anything."""
    if isinstance(value, Passage):
        return " ".join(_PIECES[kind](markdown(text)) for kind, text in value.parts)
    escaped = _MARKUP.sub(_escaped, plain(value))
    return _CALLS.sub(lambda found: f"{found[0]}<!-- -->", escaped)


def markup(value: object) -> str:
    """Write a value into HTML, also inside a comment in Markdown: text and nothing else."""
    escaped = escape(plain(value)).replace("`", "&#96;")
    return re.sub(
        r"(?i)@|(?<!&)#(?=\d)|:(?=//)|www(?=\.)|\bGH(?=-\d)", lambda found: f"{found[0]}<!-- -->", escaped
    )


def _escaped(found: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], f"\\{found[0]}")


_PIECES: dict[str, Callable[[str], str]] = {
    "same": str,
    "gap": str,
    "old": lambda text: f"<del>{text}</del>",
    "new": lambda text: f"<ins>{text}</ins>",
}
