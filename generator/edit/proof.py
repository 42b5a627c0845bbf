"""Proof that a repair changed only what it was meant to change.

Takes a file's text before and after and the edits; returns whether every other value is equal and every comment still
there. Nothing is repaired here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Edit, Position
from generator.edit.text import line_starts, span_of
from generator.load.node import Mapping, Node, Path, Scalar
from generator.load.node import Sequence as ListNode
from generator.load.spans import comments
from generator.load.yaml_text import compose

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
    were, are = list(_scalars(old)), list(_scalars(new))
    if [path for path, _ in were] != [path for path, _ in are]:
        return False
    made = _Made(before, edits)
    same = all(made.explain(was, now) for (_, was), (_, now) in zip(were, are, strict=True))
    return same and _comments(_unmarked(before)) == _comments(_unmarked(after))


class _Made:
    """What edits took away from a text and put there instead."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        starts = line_starts(text)
        spans = ((edit, span_of(edit.place, starts, len(text))) for edit in edits)
        self._edits = [(edit, text[span[0] : span[1]]) for edit, span in spans if span]

    def explain(self, was: Scalar, now: Scalar) -> bool:
        """Whether a value is as it was, but for what the edits in its place took away and put there."""
        if (was.text, was.quoted) == (now.text, now.quoted):
            return True
        old, new, is_whole = was.text, now.text, False
        for edit, removed in self._edits:
            start, end = _start(edit.place), _end(edit.place)
            if start <= _end(was.position) and end >= _start(was.position):
                old, new = _without(old, removed), _without(new, edit.text)
                is_whole = is_whole or (start <= _start(was.position) and end >= _end(was.position))
        return old.strip() == new.strip() and (is_whole or was.quoted == now.quoted)


def _without(text: str, part: str) -> str:
    """Return a value without what stands in the file as `part`, maybe in quotes."""
    return text.replace(part if part in text else part.strip("\"' "), "", 1)


def _start(place: Position) -> tuple[int, int]:
    return place.line, place.column


def _end(place: Position) -> tuple[int, int]:
    return place.end_line, place.end_column


def _unmarked(text: str) -> str:
    return text.removeprefix("\ufeff")


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
    return [comment.rstrip() for _, comment in comments(text)]
