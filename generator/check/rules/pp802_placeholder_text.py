"""A text or a fact is a placeholder.

What it does
    Looks in every text, in every language, for words such as TODO, TBD, xxx and lorem ipsum, and for facts that are
    still the TODO that `portal new` writes. Only texts may be ignored: without a fact a record cannot be read.

Why it matters
    Somebody meant to come back. Readers would see it first.

Example
    # content/calls/mentors-odense.en.yml
    summary: TODO translate  # PP802

Use instead
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import NEVER_IGNORED, Context, Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.load.document import Document
from generator.load.node import Entry, Mapping, Node, Path, Scalar, Sequence, Translated
from generator.model.fields.problem import PLACEHOLDER
from generator.model.site import SitePage
from generator.scaffold.values import as_yaml
from generator.schema.examples import example_of
from generator.schema.fields import TEXTS, Key, key_at

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBA|TBC|TBD|tbd|[xX]{3,}|(?i:lorem ipsum|dolor sit amet))\b|\?{3,}|\[\.\.\.\]"
)
_PARTS = ("TODO", "FIXME", "TBA", "TBC", "TBD", "tbd", "???", "[...]")
_SMALL_PARTS = ("xxx", "lorem", "dolor")
"""One of these stands in every text that has a placeholder, or in its small letters; to look for them is quick."""
_MESSAGE = '"{found}" is a placeholder'


def own(words: Words) -> Iterator[Flaw]:
    """Yield texts that are still to be written."""
    record = words.record
    for path, text in words.strings if _may_have(words.joined) else ():
        found = _PLACEHOLDER.search(text)
        if found:
            key = None if isinstance(record, SitePage) else key_at(record.kind, path)
            help, values = _advice(key)
            line = text.count("\n", 0, found.start())
            yield Flaw(record, path, _MESSAGE, {"found": found[0], **values}, help, line=line)


def _may_have(text: str) -> bool:
    small = text.lower()
    return any(part in text for part in _PARTS) or any(part in small for part in _SMALL_PARTS)


def check(context: Context) -> Iterator[Flaw]:
    """Yield texts and facts still to be written in records that cannot be read, perhaps just because of them."""
    catalog = context.catalog
    for place in sorted(catalog.broken & catalog.documents.keys()):
        yield from _unreadable(catalog.documents[place])


def _unreadable(document: Document) -> Iterator[Flaw]:
    """Yield the placeholders of a record that cannot be read."""
    for path, scalar in _scalars(document.root, ()):
        key = key_at(document.kind, path)
        if key is None:
            continue
        written = key.form in TEXTS or key.form == "line"
        found = _PLACEHOLDER.search(scalar.text) if written else None
        if found or scalar.text == PLACEHOLDER:
            help, values = _advice(key)
            values |= {"found": found[0]} if found else {"found": PLACEHOLDER, NEVER_IGNORED: not written}
            line = scalar.text.count("\n", 0, found.start()) if found else None
            place = document.locate(path, line=line)
            yield Flaw(None, path, _MESSAGE, values, help, place=place)


def _advice(key: Key | None) -> tuple[str, dict[str, object]]:
    """Return what to write instead."""
    if key is None:
        return "write the text, or leave the line out until you can", {}
    meaning = key.description.rstrip(".")
    if key.choices:
        help = "replace it by one of {choices}: {meaning}"
        return help, {"meaning": meaning, "choices": ", ".join(key.choices)}
    if key.target:
        folder = f"vocabulary/{key.target.vocabulary}.yml" if key.target.vocabulary else key.target.kind
        return "replace it by an id of content/{folder}: {meaning}", {"meaning": meaning, "folder": folder}
    return "replace it: {meaning}; for example: {example}", {
        "meaning": meaning,
        "example": as_yaml(example_of(key), key.form),
    }


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    """Yield every value of a file and of its translations; a translation ends with its language."""
    if isinstance(node, Translated):
        yield from _entries(node.overlays, path)
        node = node.source
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        yield from _entries(node.entries, path)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _scalars(item, (*path, number))


def _entries(entries: tuple[Entry, ...], path: Path) -> Iterator[tuple[Path, Scalar]]:
    for entry in entries:
        yield from _scalars(entry.value, (*path, entry.key))


RULE = Rule("PP802", Severity.ERROR, "0.1", __doc__, check, ignorable=True, own=own)
