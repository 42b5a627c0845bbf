"""What is wrong with a translated catalogue: slots, markup, plural forms, doubt, length.

Takes one PO file, returns findings PP350 to PP355 with the line of the message. Translators are volunteers
and their files are untrusted text. Whether a message is translated at all is not asked here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Finding, Position, Severity
from generator.limits import LIMITS
from generator.text.messages import forms, parse_catalogue, plural_rule

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_SLOT = re.compile(r"\{([a-z_]+)\}")
_ENTITY = re.compile(r"&(#\w+|[A-Za-z]\w*);")
_MANY_TIMES = 4  # a translation this many times as long as the English is no translation
_LAYOUT = frozenset("\n")


def check_catalogue(path: Path, file: str = "") -> tuple[Finding, ...]:
    """Return what is wrong with the catalogue at `path`; `file` is the name that findings show."""
    return _checked(path.read_bytes(), file or path.as_posix())


@lru_cache(maxsize=128)
def _checked(data: bytes, file: str) -> tuple[Finding, ...]:
    start = Position(file)
    try:
        catalog = parse_catalogue(data)
    except ValueError as fault:
        reason, line = fault.args
        place = start._replace(line=line)
        return (_error("PP354", place, "this catalogue cannot be read: {reason}", reason=reason),)
    findings = list(_check_rule(catalog, start))
    for message in catalog:
        if message.id:
            findings += _check_message(message, catalog.num_plurals, start._replace(line=message.lineno or 1))
    return tuple(findings)


def _check_rule(catalog: Catalog, place: Position) -> Iterator[Finding]:
    try:
        plural_rule(catalog)
    except ValueError as fault:
        yield _error("PP352", place, "the header's Plural-Forms are wrong: {reason}", reason=str(fault))


def _check_message(message: Message, plurals: int, place: Position) -> Iterator[Finding]:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    texts = forms(message)
    if message.fuzzy:
        found = _error(
            "PP353",
            place,
            'the translation of "{msgid}" is marked as fuzzy, so readers see English',
            "compare it with the English sentence, then delete `fuzzy`",
            msgid=ids[0],
        )
        yield replace(found, severity=Severity.WARNING)
    if not any(texts):
        return
    if message.pluralizable and not all(texts):
        yield _error(
            "PP352",
            place,
            '"{msgid}" has {found} plural forms; the header asks for {expected}',
            msgid=ids[0],
            found=sum(1 for text in texts if text),
            expected=plurals,
        )
    for text in texts:
        yield from _check_slots(text, ids, place)
        yield from _check_plain(text, ids, place)


def _check_slots(text: str, ids: Sequence[str], place: Position) -> Iterator[Finding]:
    if not text:
        return
    wanted = {slot for msgid in ids for slot in _SLOT.findall(msgid)}
    optional = {"n"} if len(ids) > 1 else set()  # "one day", Arabic's dual: the word says the number
    found = set(_SLOT.findall(text))
    if found - wanted or wanted - found - optional or re.search(r"[{}]", _SLOT.sub("", text)):
        yield _error(
            "PP350",
            place,
            'the translation "{text}" does not have the slots of "{msgid}"',
            "write {slots}, each as it stands in the English sentence" if wanted else "write no braces",
            text=text[:80],
            msgid=ids[0],
            slots=", ".join(f"{{{slot}}}" for slot in sorted(wanted)),
        )


def _check_plain(text: str, ids: Sequence[str], place: Position) -> Iterator[Finding]:
    if re.search("[<>]", text) or _ENTITY.search(text) or _has_controls(text):
        yield _error(
            "PP351",
            place,
            'the translation of "{msgid}" is not plain text',
            "leave out tags, entities such as &amp; and invisible characters",
            msgid=ids[0],
        )
    most = max(LIMITS.label_characters, _MANY_TIMES * max(map(len, ids)))
    if len(text) > most:
        yield _error(
            "PP355",
            place,
            'the translation of "{msgid}" has {found} characters; expected at most {most}',
            msgid=ids[0],
            found=len(text),
            most=most,
        )


def _has_controls(text: str) -> bool:
    """Tell whether text has control characters or marks that turn its direction; joiners are allowed."""
    return any(
        (unicodedata.category(character) == "Cc" and character not in _LAYOUT)
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
        for character in text
    )


def _error(code: str, place: Position, message: str, help: str = "", **values: object) -> Finding:
    return Finding(code, Severity.ERROR, place, message, values, help)
