"""Private texts that must be in no published file.

Takes the texts (names, numbers and addresses of people whose consent has lapsed) and finds them in files of
any type, in each form in which a template, a feed or an index may have written them.
"""

from __future__ import annotations

import gzip
import html
import re
import unicodedata
import zlib
from collections.abc import Collection

from generator.check.traces import is_full_name, kind_of, trace_of
from generator.publish.sieve import Sieve

_TEXT = (".html", ".xml", ".json", ".ics", ".vcf", ".txt", ".svg")
"""Files that are text, whatever characters they have."""
_CODE = (".css", ".js", ".mjs", ".map")
"""Files of the theme: no record gets into them, and their short words and digits mean nothing."""


class PrivateTexts:
    """Finds private texts in bytes."""

    def __init__(self, texts: Collection[str]) -> None:
        """`texts` as `select.private` gives them; empty ones and those too short to tell are ignored."""
        found = [(text, trace_of(text)) for text in sorted({text.strip() for text in texts} - {""})]
        traces = [(text, trace) for text, trace in found if trace]
        self._patterns = [(text, re.compile(trace)) for text, trace in traces]
        self._sieve = Sieve(text for text, _ in traces)
        self._plain = [(text, _encoded(text)) for text, _ in traces if _is_unmistakable(text)]

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def found_in(self, path: str, data: bytes) -> tuple[tuple[str, int], ...]:
        """Return each private text in the file `path` with content `data`, and its first line."""
        if not self._patterns:
            return ()
        path, data = _readable(path, data)
        if b"\0" in data and not path.lower().endswith(_TEXT):
            return self._found_in_binary(data)
        possible = self._sieve.possible_in(data)
        if not possible:
            return ()
        text = _normal(data.decode(errors="replace"))
        sought = (
            (private, pattern)
            for private, pattern in self._patterns
            if private in possible and (not path.endswith(_CODE) or kind_of(private) == "email")
        )
        matches = ((private, pattern.search(text)) for private, pattern in sought)
        return tuple((private, text.count("\n", 0, match.start()) + 1) for private, match in matches if match)

    def _found_in_binary(self, data: bytes) -> tuple[tuple[str, int], ...]:
        """Look in the metadata of pictures and documents for what cannot stand there by chance."""
        places = (
            (private, min((at for form in forms if (at := data.find(form)) >= 0), default=-1))
            for private, forms in self._plain
        )
        return tuple((private, data.count(b"\n", 0, at) + 1) for private, at in places if at >= 0)


def masked(text: str) -> str:
    """Enough of a private text to find it in the records, too little to publish it in a log."""
    return f"{text[0]}… ({len(text)} characters)"


def _is_unmistakable(text: str) -> bool:
    kind = kind_of(text)
    return kind == "email" or (kind == "name" and is_full_name(text))


def _encoded(text: str) -> tuple[bytes, ...]:
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    forms |= {html.escape(form) for form in forms}
    return tuple(sorted(form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")))


def _normal(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _readable(path: str, data: bytes) -> tuple[str, bytes]:
    """Undo what hides text: compression, and the folded lines of calendars and address cards."""
    if path.endswith(".gz"):
        try:
            path, data = path.removesuffix(".gz"), gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return path, data
    if path.lower().endswith((".ics", ".vcf")):
        return path, re.sub(rb"\r?\n[ \t]", b"", data)
    return path, data
