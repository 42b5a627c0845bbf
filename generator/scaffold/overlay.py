"""The text of a new translation: every text of the record as a comment, above an empty line for its translation.

Takes a record's document and a language, returns YAML. An empty entry counts as not translated; what the record
itself says in this language is left out, since a text stands only once.
"""

from __future__ import annotations

import textwrap
from pathlib import PurePosixPath

from generator.load.document import Document
from generator.load.items import ADDRESS, address_of
from generator.load.node import Mapping, Node, Scalar, Sequence, Translated
from generator.model.base import Part
from generator.model.kinds import MODELS
from generator.schema.fields import is_translated, keys_of
from generator.schema.files import modeline

_WIDTH = 130
_HEAD = """\
# Translation of {record} into {language}.
# Above each empty line stands the text of the record. Write the translation after the colon; what stays empty is not
# translated, and readers see the text of the record with a notice. Longer texts go below, indented, after a |.
# Facts such as days, numbers and addresses stand in the record only.
"""


def overlay_path(document: Document, language: str) -> str:
    """Return where the translation stands in its portal."""
    return f"{document.file.removesuffix('.yml')}.{language}.yml"


def overlay_text(document: Document, language: str) -> str:
    """Return the text of a new translation; without entries when there is nothing left to translate."""
    first = modeline(PurePosixPath(overlay_path(document, language)))
    head = _HEAD.format(record=document.file, language=language)
    lines = _group(MODELS[document.kind], document.root, language)
    return f"{first}\n{head}" + "\n".join(["", *lines]) + "\n" if lines else ""


def _group(model: type[Part], node: Mapping, language: str) -> list[str]:
    lines: list[str] = []
    for key in keys_of(model):
        entry = node.get(key.name)
        value = _source(entry.value) if entry else None
        if value is None or not is_translated(key):
            continue
        if key.group is None:
            text = _text(value, language)
            lines += [*_comment(text), f"{key.name}:"] if text else []
        elif key.many and isinstance(value, Sequence):
            items = [line for item in value.items for line in _item(key.group, item, language)]
            lines += [f"{key.name}:", *items] if items else []
        elif isinstance(value, Mapping):
            inner = _group(key.group, value, language)
            lines += [f"{key.name}:", *(f"  {line}" for line in inner)] if inner else []
    return lines


def _item(model: type[Part], item: Node, language: str) -> list[str]:
    address = address_of(item)
    lines = _group(model, item, language) if isinstance(item, Mapping) else []
    if address is None or not lines:
        return []
    return [f"  - {ADDRESS}: {address.text}", *(f"    {line}" for line in lines)]


def _source(node: Node) -> Node:
    return node.source if isinstance(node, Translated) else node


def _text(value: Node, language: str) -> str:
    """The text to translate; empty when the record has one in this language, or none at all."""
    if isinstance(value, Scalar):
        return value.text.strip()
    if not isinstance(value, Mapping) or value.get(language):
        return ""
    texts = [entry.value for entry in value.entries if isinstance(entry.value, Scalar)]
    return texts[0].text.strip() if texts else ""


def _comment(text: str) -> list[str]:
    """Return a text as comments. Its own lines are kept; only what no screen shows is divided."""
    lines: list[str] = []
    for line in text.split("\n"):
        kept = [line] if len(line) <= _WIDTH else textwrap.wrap(line, _WIDTH, break_on_hyphens=False)
        lines += [f"# {part}".rstrip() for part in kept]
    return lines
