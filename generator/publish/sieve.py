"""Which of many private texts can stand in a file at all: most stand in none, and a real search for each is dear.

Takes private texts, and then the bytes of one file after the other; returns the texts that are worth a search. It may
name too many, never too few: a text is named unless something that each way of writing it has is not in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.check.traces import kind_of, written_digits, written_forms

_RUN = re.compile(r"[A-Za-z0-9]{2,}")
_BETWEEN = rb"(?:[\s()./\x1c-\x1f\x80-\xff-]|&nbsp;|&#160;|%C2%A0|%20){1,9}"
"""What `traces` allows between two digits, in UTF-8: three characters, all outside ASCII taken for one of them."""
_DIGITS = re.compile(rb"[0-9]+(?:" + _BETWEEN + rb"[0-9]+)*")
_NO_DIGITS = bytes(sorted({*range(256)} - set(b"0123456789|%&")))
_KELVIN = "\u212a".encode()
_LIKE_ASCII = (("\u0130".encode(), b"i"), ("\u0131".encode(), b"i"), ("\u017f".encode(), b"s"))
"""Letters that a search takes for letters of ASCII where case does not matter; the sign for Kelvin it always does."""


class Sieve:
    """Private texts by what must stand in a file that has them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` are such as `trace_of` gives a pattern for."""
        self._names: list[tuple[str, list[bytes]]] = []
        self._emails: list[tuple[str, list[bytes]]] = []
        self._foreign: list[tuple[str, set[str]]] = []
        self._numbers: list[tuple[str, tuple[bytes, ...]]] = []
        self._always: set[str] = set()
        for text in texts:
            self._file(text)

    def possible_in(self, data: bytes) -> set[str]:
        """Return the texts that a file with these bytes, in UTF-8, may have."""
        found = set(self._always)
        if self._names or self._emails:
            data = data.replace(_KELVIN, b"K")
        found.update(text for text, runs in self._names if all(run in data for run in runs))
        if self._emails:
            folded = _folded(data)
            found.update(text for text, runs in self._emails if all(run in folded for run in runs))
        if self._foreign:
            normal = unicodedata.normalize("NFC", data.decode(errors="replace"))
            found.update(text for text, words in self._foreign if any(word in normal for word in words))
        if self._numbers:
            digits = _squeezed(data)
            found.update(text for text, ways in self._numbers if digits is None or _any_in(ways, digits))
        return found

    def _file(self, text: str) -> None:
        kind = kind_of(text)
        if kind == "phone":
            self._numbers.append((text, tuple(digits.encode() for digits in written_digits(text))))
            return
        forms = written_forms(text)
        runs = [run for run in _RUN.findall(text) if all(run in form for form in forms)]
        runs.sort(key=len, reverse=True)
        if kind == "email" and runs:
            self._emails.append((text, [run.lower().encode() for run in runs]))
        elif runs:
            self._names.append((text, [run.encode() for run in runs]))
        elif kind == "name":
            self._foreign.append((text, {max(form.split(), key=len) for form in forms}))
        else:
            self._always.add(text)


def _folded(data: bytes) -> bytes:
    """Return bytes in which each letter that is like one of ASCII, whatever its case, is that letter, and small."""
    for letter, like in _LIKE_ASCII:
        data = data.replace(letter, like)
    return data.lower()


def _squeezed(data: bytes) -> bytes | None:
    """Return all digits of a file, with a mark where others begin; nothing when that cannot be told."""
    digits = b"|".join(_DIGITS.findall(data)).translate(None, _NO_DIGITS)
    return None if b"%" in digits or b"&" in digits else digits


def _any_in(ways: Iterable[bytes], digits: bytes) -> bool:
    return any(way in digits for way in ways)
