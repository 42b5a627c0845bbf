"""Changes of which somebody said that they leave translations right: commits with `Translations: unaffected`.

Takes commits and their changes, returns which versions of a text count as the same. Whether that makes a translation
fresh is for `states` to say.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from generator.git.repository import Change, Commit
from generator.history.origins import differences
from generator.history.texts import PAGES, Key, Leaf
from generator.history.versions import Versions

_LONGEST_TAG = 35


class Sameness:
    """Digests of which somebody said that the change from one to the other leaves translations right.

    They are said of a text in a record; `names` are new and old names of one record.
    """

    def __init__(self, names: Iterable[tuple[Key, Key]] = ()) -> None:
        self._next: dict[Hashable, Hashable] = {}
        for new, old in names:
            self._join(new, old)

    def join(self, key: Key, leaf: Leaf, one: str, other: str) -> None:
        """Say that two versions of the text at `leaf` mean the same."""
        record = self._last(key)
        self._join((record, leaf, one), (record, leaf, other))

    def are(self, key: Key, leaf: Leaf, one: str, other: str) -> bool:
        """Whether the two are the same, or were said to be."""
        record = self._last(key)
        return one == other or self._last((record, leaf, one)) == self._last((record, leaf, other))

    def _join(self, one: Hashable, other: Hashable) -> None:
        first, second = self._last(one), self._last(other)
        if first != second:
            self._next[first] = second

    def _last(self, one: Hashable) -> Hashable:
        while one in self._next:
            one = self._next[one]
        return one


def read_sameness(
    versions: Versions,
    commits: Iterable[Commit],
    changes: Mapping[tuple[str, str], Sequence[Change]],
    names: Iterable[tuple[Key, Key]] = (),
) -> Sameness:
    """Return what the commits with the trailer say."""
    same = Sameness(names)
    for commit in commits:
        for parent in commit.parents[:1] if commit.unaffected else ():
            for key, parts in differences(changes[commit.id, parent]).items():
                for language, change in parts.items():
                    _join_changes(versions, same, key, language, change)
    return same


def _join_changes(versions: Versions, same: Sameness, key: Key, language: str, change: Change) -> None:
    if not change.before or not change.after:
        return
    is_page = key[0] == PAGES
    before = versions.reader.leaves(change.before, is_page=is_page)
    after = versions.reader.leaves(change.after, is_page=is_page)
    if before is None or after is None:
        return
    for leaf in before.at.keys() & after.at.keys():
        if before.at[leaf] != after.at[leaf]:
            same.join(key, leaf, before.at[leaf], after.at[leaf])
            inline, _, ending = leaf.rpartition(".")
            if not language and inline and len(ending) <= _LONGEST_TAG:
                same.join(key, inline, before.at[leaf], after.at[leaf])
