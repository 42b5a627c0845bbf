"""Which of many private texts can stand in a text at all: so many people may lapse, and so many texts be searched.

Takes private texts, and then one text after the other; returns those worth a real search, with their patterns. It may
name too many, never too few. What a pattern finds is `traces`' affair.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from generator.check.traces import kind_of, trace_of

Candidate: TypeAlias = tuple[str, re.Pattern[str]]

_WORD = re.compile(r"[^\W_]+")
_NO_DIGIT = re.compile(r"[^0-9]+")
_ESCAPES = "\\%&"
"""With one of these in a text, a private text may be written in ways that are not looked for here."""
_LAST_DIGITS = 5


class Sought:
    """Private texts by what must stand in a text that has them: a name's first word, a number's last digits."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._all: list[Candidate] = []
        self._always: list[Candidate] = []
        self._names: dict[str, list[Candidate]] = {}
        self._emails: list[Candidate] = []
        self._numbers: dict[str, list[Candidate]] = {}
        for text in texts:
            trace = trace_of(text)
            if trace:
                candidate = (text, re.compile(trace))
                self._all.append(candidate)
                self._file(candidate)

    def possible_in(self, text: str) -> list[Candidate]:
        """Return the private texts that `text` may have, in their order."""
        if not self._all or any(mark in text for mark in _ESCAPES):
            return self._all
        found = {candidate[0] for candidate in self._always}
        if self._names:
            for word in self._names.keys() & set(_WORD.findall(text)):
                found.update(candidate[0] for candidate in self._names[word])
        if "@" in text:
            found.update(candidate[0] for candidate in self._emails)
        if self._numbers:
            digits = _NO_DIGIT.sub("", text)
            ends = {digits[at : at + _LAST_DIGITS] for at in range(len(digits) - _LAST_DIGITS + 1)}
            for number in self._numbers.keys() & ends:
                found.update(candidate[0] for candidate in self._numbers[number])
        return [candidate for candidate in self._all if candidate[0] in found] if found else []

    def _file(self, candidate: Candidate) -> None:
        text = candidate[0]
        kind = kind_of(text)
        if kind == "email":
            self._emails.append(candidate)
            return
        if kind == "phone":
            self._numbers.setdefault(text[-_LAST_DIGITS:], []).append(candidate)
            return
        for form in {unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)}:
            word = _WORD.search(form)
            if word is None:
                self._always.append(candidate)
                return
            for written in (word[0], f"{word[0]}s"):  # a name of one word may have a genitive's s
                self._names.setdefault(written, []).append(candidate)
