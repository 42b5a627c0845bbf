"""A text has garbled or invisible characters.

What it does
    Looks for letters that were read in the wrong encoding and saved again, such as "Ã¸" for "ø", for the sign of
    a lost character, and for characters that nobody sees. Joiners and marks of direction are fine.

Why it matters
    Garbled words cannot be read, found or spoken. Invisible characters make equal words different for a search.

Example
    # content/calls/mentors-odense.yml
    name: Mentorer pÃ¥ Fyn  # PP805

Use instead
    # content/calls/mentors-odense.yml
    name: Mentorer på Fyn
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity

_AS_CP1252 = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_NATURAL = "–—‘’“”«»"  # these follow a capital in sound text as well
_TAIL = f"[{re.escape(''.join(char for char in _AS_CP1252 if char not in _NATURAL))}]"
_GARBLED = re.compile(f"[ÃÂ]{_TAIL}|â€.|[ÄÅ](?![\u00a0…]){_TAIL}|(?:[ØÙÚÛ]{_TAIL}){{2}}|(?:[ÐÑ]{_TAIL}){{2}}")
"""The first byte of a letter in UTF-8, read as Windows-1252, then one that continues it."""
_UNSEEN = re.compile("[\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufffd\ue000-\uf8ff]")
_FIRST = re.compile(f"[ÃÂâÄÅØÙÚÛÐÑ{_UNSEEN.pattern[1:-1]}]")
"""One of these stands in every text with a fault; to look for single characters is quick."""
_SUSPECT = re.compile(f"[ÃÂâÄÅØÙÚÛÐÑ]{_TAIL}|â€|{_UNSEEN.pattern}")
"""And one of these, one or two characters."""
_DELETED = re.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064]")
"""Those without which the text reads and looks the same."""


def own(words: Words) -> Iterator[Flaw]:
    """Yield texts with such characters; the first in each text is enough."""
    if words.is_ascii or not _FIRST.search(words.foreign) or not _SUSPECT.search(words.joined):
        return
    for path, text in words.strings:
        found = _GARBLED.search(text) or _UNSEEN.search(text)
        if found:
            said = _unseen(found) if _UNSEEN.fullmatch(found[0]) else _garbled(text, found)
            line = text.count("\n", 0, found.start())
            unseen = tuple(match.span() for match in _DELETED.finditer(text) if _DELETED.fullmatch(found[0]))
            yield Flaw(words.record, path, *said, line=line, deletes=unseen)


def _unseen(found: re.Match[str]) -> tuple[str, dict[str, object], str]:
    character = f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".strip()
    message = "the text has a character that readers cannot see or read: {character}"
    return message, {"character": character}, "delete it, or type the word anew"


def _garbled(text: str, found: re.Match[str]) -> tuple[str, dict[str, object], str]:
    start = text.rfind(" ", 0, found.start()) + 1
    word = re.match(r"\S{1,60}", text[start:])
    shown = word[0] if word else found[0]
    try:
        meant = shown.encode("cp1252").decode("utf-8")
    except UnicodeError:
        meant = ""
    help = "did you mean {meant}?" if meant else "type the word anew and save the file as UTF-8"
    return '"{found}" was read in the wrong encoding', {"found": shown, "meant": meant}, help


RULE = Rule("PP805", Severity.ERROR, "0.1", __doc__, ignorable=True, own=own, of_parts=True)
