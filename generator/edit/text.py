"""Edits of a text at places: characters are replaced, and everything else stays as it is.

Takes a text and edits, returns the new text. Of edits that overlap, the first is made and the others are left for the
next time. What an edit means is not known here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.diagnostics import Edit, Position


def apply(text: str, edits: Iterable[Sequence[Edit]]) -> str:
    """Return `text` with every group of edits made, or left out as a whole where it meets one made before.

    Positions count from 1; column 0 of the first line is a byte order mark. A place outside the text makes no edit.
    """
    starts = line_starts(text)
    taken: list[tuple[int, int, str]] = []
    for group in edits:
        spans = [span_of(edit.place, starts, len(text)) for edit in group]
        whole = [(*span, edit.text) for span, edit in zip(spans, group, strict=True) if span]
        if len(whole) == len(group) and not any(_meets(span, taken) for span in whole):
            taken = sorted((*taken, *whole))
    pieces: list[str] = []
    done = 0
    for start, end, new in taken:
        pieces += (text[done:start], new)
        done = end
    return "".join((*pieces, text[done:]))


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins. A byte order mark stands before the first."""
    first = 1 if text.startswith("\ufeff") else 0
    return [first, *(at + 1 for at, character in enumerate(text) if character == "\n")]


def span_of(place: Position, starts: Sequence[int], length: int) -> tuple[int, int] | None:
    """Return the offsets of a place, `None` when the text has no such place."""
    if not (1 <= place.line <= place.end_line <= len(starts)):
        return None
    start = starts[place.line - 1] + place.column - 1
    end = starts[place.end_line - 1] + place.end_column - 1
    return (start, end) if 0 <= start <= end <= length else None


def _meets(span: tuple[int, int, str], taken: list[tuple[int, int, str]]) -> bool:
    """Whether a span overlaps one of those taken, which are sorted; two insertions at one place overlap."""
    number = bisect_right(taken, span)
    before = taken[number - 1] if number else None
    after = taken[number] if number < len(taken) else None
    return bool(
        (before and (span[0] < before[1] or span[0] == before[0]))
        or (after and (after[0] < span[1] or after[0] == span[0]))
    )
