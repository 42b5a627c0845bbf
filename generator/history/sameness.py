"""Changes of which somebody said that they leave translations right: commits with `Translations: unaffected`.

Takes commits and their changes, returns which versions of a text count as the same. Whether that makes a translation
fresh is for `states` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.git.repository import Change, Commit
from generator.history.origins import differences
from generator.history.texts import PAGES, Leaf
from generator.history.versions import Versions

_LONGEST_TAG = 35


class Sameness:
    """Digests of which somebody said that the change from one to the other leaves translations right."""

    def __init__(self) -> None:
        self._next: dict[tuple[Leaf, str], tuple[Leaf, str]] = {}

    def join(self, leaf: Leaf, one: str, other: str) -> None:
        """Say that two versions of the text at `leaf` mean the same."""
        first, second = self._last(leaf, one), self._last(leaf, other)
        if first != second:
            self._next[first] = second

    def are(self, leaf: Leaf, one: str, other: str) -> bool:
        """Whether the two are the same, or were said to be."""
        return one == other or self._last(leaf, one) == self._last(leaf, other)

    def _last(self, leaf: Leaf, one: str) -> tuple[Leaf, str]:
        place = (leaf, one)
        while place in self._next:
            place = self._next[place]
        return place


def read_sameness(
    versions: Versions, commits: Iterable[Commit], changes: Mapping[tuple[str, str], Sequence[Change]]
) -> Sameness:
    """Return what the commits with the trailer say."""
    same = Sameness()
    for commit in commits:
        for parent in commit.parents[:1] if commit.unaffected else ():
            for key, parts in differences(changes[commit.id, parent]).items():
                for language, change in parts.items():
                    _join_changes(versions, same, key[0] == PAGES, language, change)
    return same


def _join_changes(versions: Versions, same: Sameness, is_page: bool, language: str, change: Change) -> None:
    if not change.before or not change.after:
        return
    before = versions.reader.leaves(change.before, is_page=is_page)
    after = versions.reader.leaves(change.after, is_page=is_page)
    if before is None or after is None:
        return
    for leaf in before.at.keys() & after.at.keys():
        if before.at[leaf] != after.at[leaf]:
            same.join(leaf, before.at[leaf], after.at[leaf])
            inline, _, ending = leaf.rpartition(".")
            if not language and inline and len(ending) <= _LONGEST_TAG:
                same.join(inline, before.at[leaf], after.at[leaf])
