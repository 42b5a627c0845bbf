"""Which of many private texts can stand in a file at all: most stand in none, and a real search for each is dear.

Takes private texts, and then the bytes of one file after the other; returns the texts that are worth a search. It may
name too many, never too few: a text is left out when something that each way of writing it has is not in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.check.traces import kind_of, written_digits, written_forms

_RUN = re.compile(r"[A-Za-z0-9]{2,}")
_SPACES = (b"&nbsp;", b"&#160;", b"%C2%A0", b"%20")
"""What `traces` takes for a space between two digits, besides the characters."""
_APART = bytes((*b" \t\n\r\f\v()./-", *range(0x1C, 0x20), *range(0x80, 0x100)))
"""Characters between two digits, and more than these: everything outside ASCII."""
_DIGITS_ONLY = bytes(code if code in b"0123456789" else ord("|") for code in range(256))
_KELVIN = "\u212a".encode()
_QUESTION = "\u037e".encode()
"""The Greek mark for questions, which is a semicolon in the normal form, and so may end a space that is escaped."""
_LIKE_ASCII = (
    ("I\u0307".encode(), b"i"),
    *((letter.encode(), like) for letter, like in (("\u0130", b"i"), ("\u0131", b"i"), ("\u017f", b"s"))),
)
"""Letters that a search takes for letters of ASCII where case does not matter; the sign for Kelvin it always does."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name or an address: `runs` are in every way of writing it, and the words of one of its `forms`."""

    text: str
    runs: Sequence[bytes]
    forms: Sequence[Sequence[str]]


class Sieve:
    """Private texts by what must stand in a file that has them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` are such as `trace_of` gives a pattern for."""
        self._names: list[_Name] = []
        self._emails: list[_Name] = []
        self._numbers: list[tuple[str, frozenset[bytes]]] = []
        for text in texts:
            kind = kind_of(text)
            if kind == "phone":
                self._numbers.append((text, _ways(text)))
            elif kind == "email":
                runs = [run.lower() for run in _runs(text)]  # not of the small text: İ has two letters there
                self._emails.append(_Name(text, runs, ()))
            else:
                forms = [form.split() for form in dict.fromkeys(written_forms(text))]
                self._names.append(_Name(text, _runs(text), forms))

    def possible_in(self, data: bytes) -> set[str]:
        """Return the texts that a file with these bytes, in UTF-8, may have."""
        found: set[str] = set()
        if self._names:
            found |= _names_in(self._names, data)
        if self._emails:
            folded = _folded(data)
            found.update(one.text for one in self._emails if all(run in folded for run in one.runs))
        if self._numbers:
            digits = _squeezed(data)
            found.update(text for text, ways in self._numbers if any(way in digits for way in ways))
        return found


def _runs(text: str) -> list[bytes]:
    """Return what stands in every form of a text, the longest first."""
    forms = written_forms(text)
    runs = (run for run in _RUN.findall(text) if all(run in form for form in forms))
    return [run.encode() for run in sorted(runs, key=len, reverse=True)]


def _ways(number: str) -> frozenset[bytes]:
    """Return the digits of a number; also less a `20` at their beginning, which may belong to an escaped space."""
    ways = {digits.encode() for digits in written_digits(number)}
    return frozenset(ways | {way[2:] for way in ways if way.startswith(b"20")})


def _names_in(names: Iterable[_Name], data: bytes) -> set[str]:
    data = data.replace(_KELVIN, b"K")
    names = [one for one in names if all(run in data for run in one.runs)]
    if not names:
        return set()
    text = unicodedata.normalize("NFC", data.decode(errors="replace"))
    return {one.text for one in names if any(all(word in text for word in form) for form in one.forms)}


def _folded(data: bytes) -> bytes:
    """Return bytes in which each letter that is like one of ASCII, whatever its case, is that letter, and small."""
    for letter, like in ((_KELVIN, b"k"), *_LIKE_ASCII):
        data = data.replace(letter, like)
    return data.lower()


def _squeezed(data: bytes) -> bytes:
    """Return the digits of a file, without what may stand between two of one number."""
    data = data.replace(_QUESTION, b";")
    for space in _SPACES:
        data = data.replace(space, b" ")
    return data.translate(_DIGITS_ONLY, _APART)
