"""Items of one list that share an `id`: translations and addresses could then mean either of them.

Takes the map of a file, returns PP003 findings. Which lists carry ids is the model's affair.
"""

from __future__ import annotations

from generator.diagnostics import Finding, Position
from generator.load.node import Mapping, Node, Scalar, Sequence
from generator.load.refusal import Refusals, shorten

ADDRESS = "id"
"""The key by which translations find a list's item."""


def address_of(item: Node) -> Scalar | None:
    """Return the `id` of a list's item; `None` when it has none."""
    entry = item.get(ADDRESS) if isinstance(item, Mapping) else None
    return entry.value if entry and isinstance(entry.value, Scalar) and entry.value.text else None


def repeated_ids(root: Mapping) -> tuple[Finding, ...]:
    """Return a finding at each id that stands earlier in the same list."""
    refusals = Refusals(root.position.file)
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [entry.value for entry in reversed(node.entries) if type(entry.value) is not Scalar]
        elif isinstance(node, Sequence):
            _check(node, refusals)
            waiting += reversed(node.items)
    return refusals.result()


def refuse_repeated(refusals: Refusals, address: Scalar, first: Position) -> None:
    """Add the finding for an id that stood at `first` already."""
    refusals.add(
        "PP003",
        address.position,
        "The id “{name}” is given twice: first in line {line}, column {column}, and again here.",
        "Keep one of the two items, or give one of them another id.",
        name=shorten(address.text),
        line=first.line,
        column=first.column,
    )


def _check(items: Sequence, refusals: Refusals) -> None:
    seen: dict[str, Position] = {}
    for item in items.items:
        address = address_of(item)
        if address is None:
            continue
        first = seen.setdefault(address.text, address.position)
        if first != address.position:
            refuse_repeated(refusals, address, first)
