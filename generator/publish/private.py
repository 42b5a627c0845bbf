"""Private texts that must be in no published file.

Takes the texts (names, numbers and addresses of people whose consent has lapsed) and finds them in files of
any type, in each form in which a template, a feed or an index may have written them.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Collection
from urllib.parse import quote

_SPACE = rb"(?:\s|&nbsp;|&\#160;|\xc2\xa0|%20|\+)+"


class PrivateTexts:
    """Finds private texts in bytes."""

    def __init__(self, texts: Collection[str]) -> None:
        """`texts` as they are in the records; empty ones are ignored."""
        self._patterns = [
            (text, re.compile(b"|".join(_forms(text))))
            for text in sorted({text.strip() for text in texts} - {""})
        ]
        forms = sorted({form for text, _ in self._patterns for form in _forms(text)})
        self._any = re.compile(b"|".join(forms)) if forms else None

    def __bool__(self) -> bool:
        return self._any is not None

    def found_in(self, path: str, data: bytes) -> tuple[tuple[str, int], ...]:
        """Return each private text in the file `path` with content `data`, and its first line."""
        if self._any is None:
            return ()
        data = _readable(path, data)
        if not self._any.search(data):
            return ()
        matches = ((text, pattern.search(data)) for text, pattern in self._patterns)
        return tuple((text, data.count(b"\n", 0, match.start()) + 1) for text, match in matches if match)


def masked(text: str) -> str:
    """Enough of a private text to find it in the records, too little to publish it in a log."""
    return f"{text[0]}… ({len(text)} characters)"


def _forms(text: str) -> tuple[bytes, ...]:
    """Patterns for `text` as it is, and as HTML, JSON, an address or image metadata write it."""
    written = []
    for form in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        written += [
            form,
            html.escape(form),
            html.escape(form, quote=False),
            quote(form),
            quote(form, safe="@"),
        ]
        written += [json.dumps(form)[1:-1], json.dumps(form, ensure_ascii=False)[1:-1]]
    patterns = {_SPACE.join(re.escape(word.encode()) for word in form.split()) for form in written}
    patterns |= {re.escape(text.encode(code)) for code in ("utf-16-le", "utf-16-be")}
    return tuple(sorted(patterns))


def _readable(path: str, data: bytes) -> bytes:
    """Undo what hides text: compression, and the folded lines of calendars and address cards."""
    if path.endswith(".gz"):
        try:
            return gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return data
    if path.endswith((".ics", ".vcf")):
        return re.sub(rb"\r?\n[ \t]", b"", data)
    return data
