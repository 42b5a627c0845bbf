"""The texts of one version of a file, by key path; and their digests.

Takes the bytes of a record, of an overlay or of a page, returns what stands at each key. List items are found by
their `id`. A version that cannot be read has none: an old mistake must not stop a look at the past.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.history.normal import digest
from generator.history.texts import Leaf
from generator.load.files import PageFile
from generator.load.items import ADDRESS, address_of
from generator.load.node import Mapping as MappingNode
from generator.load.node import Node, Scalar, Sequence, Translated
from generator.load.overlay import is_nothing
from generator.load.pages import read_page
from generator.load.yaml_text import parse


@dataclass(frozen=True, slots=True)
class Leaves:
    """What stands at each key: texts, or their digests. `language` is what the file says it is written in."""

    language: str
    at: Mapping[Leaf, str]


def read_leaves(data: bytes, *, is_page: bool) -> Leaves | None:
    """Return the texts of a file; `None` when it cannot be read."""
    if is_page:
        page, _ = read_page(PageFile("", "", None, "", ""), data)
        if page is None:
            return None
        texts = dict(_leaves(page.front, ()))
        return Leaves("", {**texts, "body": page.body} if page.body.strip() else texts)
    root, _ = parse(data, "")
    if root is None:
        return None
    texts = dict(_leaves(root, ()))
    return Leaves(texts.get("language", ""), texts)


def digested(leaves: Leaves) -> Leaves:
    """Return the digests of these texts."""
    return Leaves(leaves.language, {leaf: digest(text) for leaf, text in leaves.at.items()})


def item_name(item: Node, index: int) -> str:
    """Return how a list's item is called in key paths: by its id, else by its place from 0."""
    address = address_of(item)
    return address.text if address else f"#{index}"


def _leaves(node: Node, path: tuple[str, ...]) -> Iterator[tuple[Leaf, str]]:
    if isinstance(node, Scalar):
        if not is_nothing(node):
            yield ".".join(path), node.text
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            if not path or entry.key != ADDRESS:
                yield from _leaves(entry.value, (*path, entry.key))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _leaves(item, (*path, item_name(item, index)))
    elif isinstance(node, Translated):
        yield from _leaves(node.source, path)
