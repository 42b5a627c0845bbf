"""From bytes to text: strict UTF-8 and no character that hides or reorders what a reviewer sees.

Takes the bytes of a file, returns its text and PP001 findings with line and column. Joiners and direction
marks stay allowed, because Persian, Kurdish and Arabic are written with them. Knows nothing of YAML.
"""

from __future__ import annotations

import re
import unicodedata

from generator.diagnostics import Edit, Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.refusal import Refusals

_UTF8_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF8_HELP = "Save the file with the encoding UTF-8 (in many editors: “Save as…”, then “Encoding”)."

_WHOLE = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|\r\n"
"""Sequences in which otherwise refused characters are right: the flags of regions, Windows line ends."""

_CLASS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
_REFUSED = re.compile(f"{_WHOLE}|({_CLASS})")
_SUSPECT = re.compile(_CLASS)
"""Finds nothing in almost every text, and that quickly; what it finds may still be part of a whole."""

_ASCII = bytes(range(0x80))
_NO_CONTROL = bytes((0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)))

_LINE_ENDS = {"\r": "U+000D CARRIAGE RETURN", "\x0b": "U+000B LINE TABULATION", "\x0c": "U+000C FORM FEED"}
_LINE_ENDS |= {"\x85": "U+0085 NEXT LINE", "\u2028": "U+2028 LINE SEPARATOR"}
_LINE_ENDS |= {"\u2029": "U+2029 PARAGRAPH SEPARATOR"}


def decode(data: bytes, file: str, limits: Limits = LIMITS) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of `data`, or `None` when it cannot be read on, and PP001 findings.

    A byte order mark is a finding, yet the text after it is returned, so that other mistakes show in the
    same run. Text and findings together mean: look at it, do not use it.
    """
    refusals = Refusals(file, limits)
    if _is_wide(data):
        refusals.add(
            "PP001", Position(file), "This file is in UTF-16 or UTF-32; expected is UTF-8.", _UTF8_HELP
        )
        return None, refusals.result()
    if data.startswith(_UTF8_BOM):
        data = data[len(_UTF8_BOM) :]
        refusals.add(
            "PP001",
            Position(file, 1, 1, 1, 1),
            "This file starts with an invisible byte order mark (BOM); expected is UTF-8 without it.",
            "Save the file as “UTF-8”, not as “UTF-8 with BOM”.",
        )
        # Before the first column: nobody counts the mark.
        refusals.repair((Edit(Position(file, 1, 0, 1, 1), ""),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_byte(data, error.start, refusals)
        return None, refusals.result()
    usable = _is_common(data) or _refuse_characters(text, refusals)
    return (text if usable else None), refusals.result()


def foreign(data: bytes) -> str:
    """Return the characters of a text in UTF-8 that are not in ASCII, in their order: in most languages few."""
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def refused_character(text: str) -> str | None:
    """Return the name of the first character in `text` that no text may hold, or `None`."""
    if not _SUSPECT.search(text):
        return None
    return next((_name(found[1]) for found in _REFUSED.finditer(text) if found[1]), None)


def _is_common(data: bytes) -> bool:
    """Whether there is nothing to refuse, found out quickly: of most texts few characters are left to be looked at."""
    return not data.translate(None, _NO_CONTROL) and not _SUSPECT.search(foreign(data))


def _is_wide(data: bytes) -> bool:
    start = data[:16]
    if start.startswith(_WIDE_BOMS):
        return True
    return len(start) >= 4 and (not any(start[1::2]) or not any(start[0::2])) and any(start)


def _refuse_byte(data: bytes, offset: int, refusals: Refusals) -> None:
    line_start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace")) + 1
    byte = data[offset : offset + 1]
    refusals.add(
        "PP001",
        Position(refusals.file, line, column, line, column + 1),
        "The byte {byte} is not UTF-8; in Windows-1252 it would be “{letter}”.",
        _UTF8_HELP,
        byte=f"0x{byte[0]:02X}",
        letter=byte.decode("cp1252", "replace"),
    )


def _refuse_characters(text: str, refusals: Refusals) -> bool:
    """Add a finding for each refused character; return whether there was none."""
    if not _SUSPECT.search(text):
        return True
    line, line_start, seen, clean = 1, 0, 0, True
    for found in _REFUSED.finditer(text):
        if not found[1]:
            continue
        clean = False
        line += text.count("\n", seen, found.start())
        line_start = max(line_start, text.rfind("\n", seen, found.start()) + 1)
        seen = found.start()
        column = seen - line_start + 1
        position = Position(refusals.file, line, column, line, column + 1)
        if refusals.full:
            refusals.add("PP001", position, "")  # only counted: no words are needed
            continue
        message, help = _words(found[1])
        refusals.add("PP001", position, message, help, character=_name(found[1]))
    return clean


def _words(character: str) -> tuple[str, str]:
    if character in _LINE_ENDS:
        return (
            "Found {character}, which some programs take for a line end and others do not.",
            "End lines with LF or CR LF only; replace this character by a normal line end or a space.",
        )
    if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return (
            "Found {character}: it changes the order in which text is shown and can hide what it says.",
            "Delete it: right-to-left text needs none. The marks U+200E and U+200F are allowed.",
        )
    if unicodedata.category(character) == "Cc":
        return (
            "Found the control character {character}; a text holds none.",
            "Delete it and type the text again.",
        )
    return (
        "Found the invisible character {character}; a text holds none.",
        "Delete it and type the text again.",
    )


def _name(character: str) -> str:
    default = f"U+{ord(character):04X}"
    if character in _LINE_ENDS:
        return _LINE_ENDS[character]
    name = unicodedata.name(character, "NULL" if character == "\x00" else "")
    return f"{default} {name}".strip()
