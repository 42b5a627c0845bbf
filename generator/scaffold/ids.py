"""Ids made from names, and the next one that is free.

Takes what something is called, returns an id that is usable as a file name and in addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from generator.load.names import check_id, is_slug

_LONGEST = 60
_IN_ASCII = str.maketrans(
    {
        "æ": "ae",
        "ä": "ae",
        "ø": "oe",
        "ö": "oe",
        "å": "aa",
        "ü": "ue",
        "ß": "ss",
        "ı": "i",
        "ð": "d",
        "þ": "th",
    }
)


def id_from(name: str, otherwise: str) -> str:
    """Return an id like `name`: `Mentorer i Århus` gives `mentorer-i-aarhus`; `otherwise` for other scripts."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_IN_ASCII))
    slug = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug if is_slug(slug) and check_id(slug) is None else otherwise


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, or with the first number that is free: `odense`, `odense-2`, `odense-3`."""
    if wanted not in taken:
        return wanted
    return next(id for number in count(2) if (id := f"{wanted}-{number}") not in taken)
