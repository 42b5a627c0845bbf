"""What of a text must change before its translations are out of date: its words.

Takes a text, returns its words without case, punctuation, Markdown marks and white space, or a short digest of them.
Numbers with their signs, currencies and the vowel signs of other scripts count; so do the addresses of links.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_BETWEEN = 0x20
_KEPT = frozenset({"Sc", "Sm", "So"})
_MARKUP = re.compile(r"^[ \t]*(?:[+>](?=\s)|=+[ \t]*$)|[~|]|<(?=\w+:\S)|(?<=\S)>(?=\W|$)", re.MULTILINE)
"""Signs of Markdown that stand for calculations elsewhere."""
_MINUS = re.compile(r"(?<![\w)])[-\u2010-\u2015](?=[.,]?\d)")
"""A minus; between words and numbers the same character is a hyphen or a dash."""
_DIGEST_BYTES = 8


class _Letters(dict[int, int | None]):
    """For `str.translate`: letters, numbers and their marks stay, format characters go, the rest is a blank."""

    def __missing__(self, code: int) -> int | None:
        category = unicodedata.category(chr(code))
        kept = category[0] in "LNM" or category in _KEPT or chr(code) == "%"
        self[code] = code if kept else None if category == "Cf" else _BETWEEN
        return self[code]


_LETTERS = _Letters()


def normal(text: str) -> str:
    """Return the words of `text`; of a text without any, the text itself without blanks around it."""
    shown = _MINUS.sub("\u2212", _MARKUP.sub(" ", unicodedata.normalize("NFKC", text)))
    words = shown.translate(_LETTERS).casefold().split()
    return " ".join(words) or text.strip()


@lru_cache(maxsize=1 << 16)
def digest(text: str) -> str:
    """Return 16 hexadecimal digits that are the same for texts of the same words."""
    return blake2b(normal(text).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
