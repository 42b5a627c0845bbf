"""Two states of one text: what changed in its words, and which translations are now behind.

Takes texts, returns plain values. Whether a translation was behind before is not known here: that is for the
history of values, which judges wordings by the same `normal`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.history.normal import normal
from generator.model.fields.text import Text

_CONTEXT = 4
_MOST_WORDS = 400
_MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A changed text in pieces: `same`, `old`, `new`, and `gap` for words left out."""

    parts: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return " ".join(_MARKS[kind].replace("*", text) for kind, text in self.parts)


_MARKS = {"same": "*", "old": "[-*-]", "new": "{+*+}", "gap": "…"}


@dataclass(frozen=True, slots=True)
class TextChange:
    """What happened to a text, by language.

    `reworded` are languages whose words differ, with both wordings; `retyped` those where only capitals, blanks or
    punctuation do; `outdated` those whose source was reworded while they stayed.
    """

    reworded: tuple[tuple[str, str, str], ...]
    retyped: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    outdated: tuple[str, ...]


def compare_texts(before: Text, after: Text) -> TextChange:
    """Return what happened between two states of a text."""
    both = [language for language in after.languages if language in before.values]
    differing = [language for language in both if before.values[language] != after.values[language]]
    reworded = [tag for tag in differing if normal(before.values[tag]) != normal(after.values[tag])]
    source = before.language if before.language == after.language else ""
    outdated = [tag for tag in both if source in reworded and tag != source and tag not in differing]
    return TextChange(
        tuple((tag, before.values[tag], after.values[tag]) for tag in reworded),
        tuple(tag for tag in differing if tag not in reworded),
        tuple(tag for tag in after.languages if tag not in before.values),
        tuple(tag for tag in before.languages if tag not in after.values),
        tuple(outdated),
    )


def passage(before: str, after: str) -> Passage:
    """Return what differs between two wordings, with a few words around it."""
    old, new = before.split(), after.split()
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    parts = [
        ("same", " ".join(old[:start])),
        *middle,
        ("same", " ".join(old[len(old) - end :]) if end else ""),
    ]
    return Passage(tuple(_short([part for part in parts if part[1]])))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    if (
        max(len(old), len(new)) > _MOST_WORDS
    ):  # comparing two whole chapters word by word tells nobody anything
        yield from (("old", _ends(old)), ("new", _ends(new)))
        return
    for what, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", " ".join(old[first:last])
            continue
        yield "old", _ends(old[first:last])
        yield "new", _ends(new[start:stop])


def _ends(words: list[str]) -> str:
    return (
        " ".join(words) if len(words) <= 4 * _CONTEXT else " ".join([*words[: 3 * _CONTEXT], "…", words[-1]])
    )


def _short(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Leave out words that stayed, but for some around each change; and changes after the first few."""
    shown = 0
    for index, (kind, text) in enumerate(parts):
        words = text.split()
        if kind != "same":
            yield kind, text
            continue
        shown += index > 0
        if shown > _MOST_GAPS and index < len(parts) - 1:
            yield "gap", "…"
            return
        head = words[:_CONTEXT] if index > 0 else []
        tail = words[-_CONTEXT:] if index < len(parts) - 1 else []
        if len(words) <= len(head) + len(tail) + 1:
            yield kind, text
            continue
        yield from ([(kind, " ".join(head))] if head else [])
        yield "gap", "…"
        yield from ([(kind, " ".join(tail))] if tail else [])
