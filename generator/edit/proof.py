"""Proof that a repair changed only what it was meant to change.

Takes a file's text before and after and the edits; returns whether every other value is equal and every comment still
there. Nothing is repaired here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Edit
from generator.load.node import Mapping, Node, Path, Scalar
from generator.load.node import Sequence as ListNode
from generator.load.spans import Scalars
from generator.load.yaml_text import compose

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_LOOKS = re.compile('[\\s\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff"“”„‟«»‘’‚]')


def is_proven(before: str, after: str, edits: Sequence[Edit], file: str) -> bool:
    """Whether `after` says what `before` said, but for the values at the edits.

    A file that could not be read before must be readable now, and may differ in spaces and quotes only.
    """
    new, wrong = compose(_unmarked(after), file)
    if wrong or new is None:
        return False
    old, broken = compose(_unmarked(before), file)
    if broken or old is None:
        return _LOOKS.sub("", before) == _LOOKS.sub("", after)
    touched = {edit.place.line for edit in edits}
    values = [(path, node.text, node.quoted) for path, node in _scalars(new)]
    were = [(path, node.text, node.quoted, _lines(node)) for path, node in _scalars(old)]
    if [value[0] for value in values] != [value[0] for value in were]:
        return False
    same = all(now[1:] == was[1:3] or touched & was[3] for now, was in zip(values, were, strict=True))
    return same and _comments(_unmarked(before)) == _comments(_unmarked(after))


def _unmarked(text: str) -> str:
    return text.removeprefix("\ufeff")


def _lines(node: Scalar) -> frozenset[int]:
    return frozenset(range(node.position.line, node.position.end_line + 1))


def _scalars(root: Node) -> Iterator[tuple[Path, Scalar]]:
    """Yield every value with its way from the top, in file order; keys are part of the way."""
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Scalar):
            yield path, node
        elif isinstance(node, Mapping):
            waiting += [((*path, entry.key), entry.value) for entry in reversed(node.entries)]
        elif isinstance(node, ListNode):
            waiting += [((*path, number), item) for number, item in reversed(list(enumerate(node.items)))]


def _comments(text: str) -> list[str]:
    """Return all comments of a text that can be parsed, without the spaces at their ends."""
    scalars = Scalars(text)
    return [found[0].rstrip() for found in _COMMENT.finditer(text) if not scalars.hold(found.start())]
