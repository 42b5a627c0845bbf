"""What a file's name says: id, language, suffix.

Takes names, returns their parts or the words of a refusal. Knows no folders and touches no disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.limits import LIMITS

KINDS = (
    "programmes",
    "organisations",
    "coordinators",
    "places",
    "calls",
    "guides",
    "stories",
    "testimonials",
    "media",
    "vocabulary",
)
"""The folders of content/."""

PICTURE_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"})

OTHER_PICTURES = frozenset({".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff"})
"""Pictures that no browser or not every one shows."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_IN_ASCII = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ü": "ue", "ı": "i"})
_RENAME = "Rename it to {suggestion}."
_RULE = " The rule for names: portal explain PP033."
_OTHER_SUFFIXES = {".yaml": ".yml", ".yml": ".yml", ".md": ".md", ".markdown": ".md"}


class Name(NamedTuple):
    """The parts of a usable file name. `language` is `None` for the record or page itself."""

    id: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class BadName:
    """Why a file name cannot be used: templates and their values."""

    message: str
    help: str
    values: Mapping[str, object] = field(default_factory=dict)


def is_leftover(name: str) -> bool:
    """Whether a file is none of the portal's: hidden, or what an editor keeps beside the file it has open."""
    first, last = name[:1], name[-1:]
    return first == "." or last == "~" or first == last == "#"


@lru_cache(maxsize=65_536)
def is_slug(name: str) -> bool:
    """Whether `name` can be an id: usable in an address and as a file name on every system."""
    return _SLUG.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None


@lru_cache(maxsize=1024)
def is_language(code: str) -> bool:
    """Whether `code` has the shape of a BCP 47 tag (`da`, `ckb`, `zh-Hant`); it need not exist."""
    return _LANGUAGE.fullmatch(code) is not None


def slug_like(name: str) -> str:
    """Return the nearest id to `name`, or an empty string when nothing of it can be used."""
    spelled = unicodedata.normalize("NFC", name.casefold()).translate(_IN_ASCII)
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return slug if is_slug(slug) else ""


def printable(text: str) -> str:
    """Return `text` with everything that is not printable written as an escape, for use in a message."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def check_id(id: str, rest: str = "") -> BadName | None:
    """Return why `id` cannot be used, or `None`. `rest` completes the suggested name of the file."""
    if is_slug(id) and len(id) <= LIMITS.id_characters:
        return None
    if is_slug(id):
        message = "This name has {count} characters; the limit is {limit}."
        return BadName(message, "Choose a shorter name.", {"count": len(id), "limit": LIMITS.id_characters})
    message = "“{name}” cannot be a name here: expected are a–z, 0–9 and single hyphens."
    if _DEVICE.fullmatch(id):
        message = "“{name}” cannot be a name: Windows keeps it for a device."
    suggestion = slug_like(id)
    if not suggestion:
        return BadName(message, "Choose another name." + _RULE, {"name": printable(id)})
    return BadName(
        message, _RENAME + _RULE, {"name": printable(id), "suggestion": suggestion + printable(rest)}
    )


def read_name(name: str, suffix: str) -> Name | BadName:
    """Split `<id>[.<language>]<suffix>`. `suffix` is `.yml` or `.md`."""
    stem, dot, ending = name.rpartition(".")
    if dot + ending != suffix:
        return _bad_suffix(stem, (dot + ending).lower(), suffix)
    id, dot, language = stem.partition(".")
    bad = check_id(id, dot + language + suffix)
    if bad:
        return bad
    if dot and not is_language(language):
        meant = language.replace("_", "-").partition("-")[0].lower()
        if _LANGUAGE.fullmatch(meant):
            message = "“{language}” is not a language code: expected are small letters, such as {meant}."
            names = {"language": printable(language), "meant": meant, "suggestion": f"{id}.{meant}{suffix}"}
            return BadName(message, "Did you mean {suggestion}? Rename the file.", names)
        return BadName(
            "“{language}” is not a language code; expected is {expected}.",
            "Codes are BCP 47: da, nb, ar, ckb, zh-Hant. A name of a record has no dots.",
            {"language": printable(language), "expected": f"name.da{suffix}"},
        )
    return Name(id, language if dot else None)


def _bad_suffix(stem: str, ending: str, suffix: str) -> BadName:
    if stem and _OTHER_SUFFIXES.get(ending) == suffix:
        help, values = _RENAME, {"suggestion": printable(stem) + suffix}
    else:
        help, values = "Delete it, move it elsewhere, or rename it if it belongs here.", {}
    message = "This file is not read: expected are files that end in {suffix}."
    return BadName(message, help, {"suffix": suffix} | values)
