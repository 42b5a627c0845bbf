"""A record and its translations become one tree.

Takes the base map and one map per language, returns the base with `Translated` leaves and findings PP003,
PP011 and PP012. Maps meet by key, list items by their `id`, nothing by position. Whether a value may be
translated at all is the model's question.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from generator.diagnostics import Finding, Position
from generator.load.items import ADDRESS, address_of, refuse_repeated, repeated_ids
from generator.load.node import Entry, Mapping, Node, Scalar, Sequence, Translated
from generator.load.refusal import Refusals, nearest, shorten

_NOTHING = frozenset({"", "~", "null"})

NodeT = TypeVar("NodeT", bound=Node)


class _Layer(NamedTuple, Generic[NodeT]):
    """What one language says at one place; `key_position` is the place of the name that leads there."""

    language: str
    key_position: Position
    node: NodeT


def merge(base: Mapping, overlays: Iterable[tuple[str, Mapping]]) -> tuple[Mapping, tuple[Finding, ...]]:
    """Join translations to `base`. An entry that does not fit is a finding; the others are joined."""
    layers = [_Layer(language, node.position, node) for language, node in overlays]
    join = _Join({layer.language: Refusals(layer.node.position.file) for layer in layers})
    root = join.mapping(base, layers)
    said = (finding for refusals in join.refusals.values() for finding in refusals.result())
    return root, (*repeated_ids(base), *said)


class _Join:
    def __init__(self, refusals: dict[str, Refusals]) -> None:
        self.refusals = refusals

    def mapping(self, base: Mapping, layers: list[_Layer[Mapping]], *, item: bool = False) -> Mapping:
        """Join maps by key. In a list's item the key `id` is an address, not a translation."""
        known = {entry.key for entry in base.entries}
        said: dict[str, list[_Layer[Node]]] = {}
        for layer in layers:
            for entry in layer.node.entries:
                if item and entry.key == ADDRESS:
                    continue
                if entry.key in known:
                    found = _Layer(layer.language, entry.key_position, entry.value)
                    said.setdefault(entry.key, []).append(found)
                else:
                    self._refuse_name(layer.language, entry, known, base)
        entries = [
            Entry(entry.key, entry.key_position, self._node(entry.value, said[entry.key]))
            if entry.key in said
            else entry
            for entry in base.entries
        ]
        return Mapping(tuple(entries), base.position)

    def _node(self, base: Node, layers: list[_Layer[Node]]) -> Node:
        """Join what the languages say at one place, each in its own shape."""
        texts: list[Entry] = []
        maps: list[_Layer[Mapping]] = []
        lists: list[_Layer[Sequence]] = []
        for layer in layers:
            node = layer.node
            if isinstance(node, Scalar):
                if not is_nothing(node):
                    texts.append(Entry(layer.language, layer.key_position, node))
            elif isinstance(node, Mapping) and isinstance(base, Mapping):
                maps.append(_Layer(layer.language, layer.key_position, node))
            elif isinstance(node, Sequence) and isinstance(base, Sequence):
                lists.append(_Layer(layer.language, layer.key_position, node))
            else:
                self._refuse_shape(layer, base)
        if maps and isinstance(base, Mapping):
            base = self.mapping(base, maps)
        if lists and isinstance(base, Sequence):
            base = self._sequence(base, lists)
        return Translated(base, tuple(texts)) if texts else base

    def _sequence(self, base: Sequence, layers: list[_Layer[Sequence]]) -> Sequence:
        """Join lists by the items' `id`."""
        known = {address.text for item in base.items if (address := address_of(item))}
        said: dict[str, list[_Layer[Mapping]]] = {}
        for layer in layers:
            if layer.node.items and all(isinstance(item, Scalar) for item in base.items):
                self._refuse_facts(layer)
                continue
            first: dict[str, Position] = {}
            for item in layer.node.items:
                address = address_of(item)
                if address is None or not isinstance(item, Mapping):
                    self._refuse_anonymous(layer.language, item, bool(known))
                elif address.text in first:
                    refuse_repeated(self.refusals[layer.language], address, first[address.text])
                elif address.text not in known:
                    self._refuse_item(layer.language, address, known, base)
                else:
                    first[address.text] = address.position
                    said.setdefault(address.text, []).append(_Layer(layer.language, item.position, item))
        return Sequence(tuple(self._item(item, said) for item in base.items), base.position)

    def _item(self, item: Node, said: dict[str, list[_Layer[Mapping]]]) -> Node:
        address = address_of(item)
        layers = said.get(address.text) if address else None
        return self.mapping(item, layers, item=True) if layers and isinstance(item, Mapping) else item

    def _refuse_name(self, language: str, entry: Entry, known: set[str], base: Mapping) -> None:
        refusals = self.refusals[language]
        guess = None if refusals.full else nearest(entry.key, sorted(known))
        refusals.add(
            "PP011",
            entry.key_position,
            "“{name}” is not in the record that this file translates, {record}.",
            "Did you mean “{suggestion}”?" if guess else "Delete it, or add it to the record first.",
            name=shorten(entry.key),
            record=base.position.file,
            **_suggest(guess),
        )

    def _refuse_item(self, language: str, address: Scalar, known: set[str], base: Sequence) -> None:
        refusals = self.refusals[language]
        guess = None if refusals.full else nearest(address.text, sorted(known))
        refusals.add(
            "PP011",
            address.position,
            "The list in {record}, line {line}, has no item with the id “{name}”.",
            "Did you mean “{suggestion}”?" if guess else "Delete the item, or add it to the record first.",
            name=shorten(address.text),
            record=base.position.file,
            line=base.position.line,
            **_suggest(guess),
        )

    def _refuse_shape(self, layer: _Layer[Node], base: Node) -> None:
        found = "a list" if isinstance(layer.node, Sequence) else "a map"
        messages = {
            ("a list", Scalar): "A list stands here, but the record has one text: {record}, line {line}.",
            ("a list", Mapping): "A list stands here, but the record has a map: {record}, line {line}.",
            ("a map", Scalar): "A map stands here, but the record has one text: {record}, line {line}.",
            ("a map", Sequence): "A map stands here, but the record has a list: {record}, line {line}.",
        }
        self.refusals[layer.language].add(
            "PP011",
            layer.node.position,
            messages[found, type(base)],
            "Give it the same shape as in the record.",
            record=base.position.file,
            line=base.position.line,
        )

    def _refuse_facts(self, layer: _Layer[Sequence]) -> None:
        message = "These are facts or ids, which are the same in every language."
        help = "Delete the list here: it stands in the record."
        self.refusals[layer.language].add("PP012", layer.key_position, message, help)

    def _refuse_anonymous(self, language: str, item: Node, base_has_ids: bool) -> None:
        help = "Start the item with the id that it has in the record: “- id: …”."
        if not base_has_ids:
            help = (
                "Delete a list of facts here; where it has texts, its items need an id in the record first."
            )
        message = "This list item has no id, so nobody can tell which item it translates."
        self.refusals[language].add("PP012", item.position, message, help)


def is_nothing(node: Scalar) -> bool:
    """Whether a translation is still to be written: empty, or the `null` that other programs write."""
    return not node.text.strip() or (not node.quoted and node.text in _NOTHING)


def _suggest(guess: str | None) -> dict[str, str]:
    return {"suggestion": shorten(guess)} if guess else {}
