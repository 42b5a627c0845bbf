"""From which commit each translation comes: the newest in which its words changed, through merges and renames.

Takes commits and their changes, newest first, and the texts as they stand now; returns where each of them was
last written and what its source said there. Works like blame, on values instead of lines: a text is handed from a
commit to the first parent in which it stands; where none has it, it was written. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.git.repository import Change, Commit
from generator.history.texts import Key, Leaf, part_of
from generator.history.versions import BASE, Files, Unreadable, Value, Versions

_ALIKE = 0.5
_MOST_RENAMES = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """A translation that is traced: its name now, and the words it has."""

    key: Key
    leaf: Leaf
    language: str
    source_language: str
    digest: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a translation was written. `source` is what the text to be translated said there, if known.

    `commit` is `None` for what is not committed yet. At a `boundary` the past goes on where nobody can see it.
    """

    commit: Commit | None
    source: Value | None
    boundary: bool = False


@dataclass(slots=True)
class _Held:
    """The texts of one record that stand at a commit, by the language of the file that says them."""

    files: Files
    wanted: dict[str, list[Wanted]] = field(default_factory=dict)

    def add(self, holder: str, text: Wanted) -> None:
        self.wanted.setdefault(holder, []).append(text)


_Records = dict[Key, _Held]
Differences = Mapping[Key, Mapping[str, Change]]


def files_of(listing: Mapping[str, str]) -> dict[Key, Files]:
    """Return the files of a commit by record and language."""
    records: dict[Key, Files] = {}
    for path, blob in listing.items():
        part = part_of(path)
        if part:
            records.setdefault(part.key, {})[part.language] = blob
    return records


class Tracer:
    """Follows texts from the present into the past."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self.origins: dict[Wanted, Origin] = {}

    def trace(
        self,
        texts: Iterable[Wanted],
        present: Mapping[Key, Files],
        commits: Sequence[Commit],
        changes: Mapping[tuple[str, str], Sequence[Change]],
        *,
        shallow: bool,
    ) -> None:
        """Fill `origins` for `texts`, which stand on the disk; `present` are the files of the first commit."""
        pending: dict[str, _Records] = {commits[0].id: self._committed(texts, present)}
        for commit in commits:
            records = pending.pop(commit.id, None)
            if not records:
                continue
            if not commit.parents:
                for key, held in records.items():
                    for text in _all(held):
                        self._settle(text, commit, key, held.files, boundary=shallow)
                continue
            self._hand_on(commit, records, changes, pending)

    def _committed(self, texts: Iterable[Wanted], present: Mapping[Key, Files]) -> _Records:
        """Return the texts that stand in the newest commit as they are on the disk; the others are new."""
        records: _Records = {}
        by_key: dict[Key, list[Wanted]] = {}
        for text in texts:
            by_key.setdefault(text.key, []).append(text)
        free = {key: files for key, files in present.items() if key not in by_key and BASE in files}
        for key, wanted in by_key.items():
            there = key if key in present else self._renamed_on_disk(key[0], wanted, free)
            held = _Held(dict(present.get(there, {})))
            for text in wanted:
                holder = self._holder(there, held.files, text)
                if holder is None:
                    self.origins[text] = Origin(None, None)
                else:
                    held.add(holder, text)
            records[there] = held
        return records

    def _renamed_on_disk(self, kind: str, wanted: list[Wanted], free: Mapping[Key, Files]) -> Key:
        """Return the committed record that says most of the same; a name that is not there for a new one."""
        best, most = (kind, ""), 0.0
        for key, files in free.items():
            if key[0] == kind:
                same = sum(1 for text in wanted if self._holder(key, files, text) is not None)
                if same / len(wanted) > max(most, _ALIKE - 0.01):
                    best, most = key, same / len(wanted)
        return best

    def _hand_on(
        self,
        commit: Commit,
        records: _Records,
        changes: Mapping[tuple[str, str], Sequence[Change]],
        pending: dict[str, _Records],
    ) -> None:
        """Give each text to the first parent that has it; what no parent has was written here."""
        tries = [(parent, differences(changes[commit.id, parent])) for parent in commit.parents]
        first, found = tries[0]
        touched = {key: records.pop(key) for key in [key for key in records if key in found]}
        if first in pending:
            for key, held in records.items():
                _join(pending[first], key, held)
        else:
            pending[first] = records
        for key, held in touched.items():
            left = held
            for parent, found in tries:
                left = self._into(pending.setdefault(parent, {}), key, left, found)
                if not left.wanted:
                    break
            for text in _all(left):
                self._settle(text, commit, key, held.files)

    def _into(self, target: _Records, key: Key, held: _Held, found: Differences) -> _Held:
        """Hand on what stands in the parent, too; return the rest."""
        there, files = self._before(key, held.files, found)
        changed = {
            language
            for language in held.files.keys() | files.keys()
            if held.files.get(language) != files.get(language)
        }
        passed, left = _Held(files), _Held(held.files)
        for holder, texts in held.wanted.items():
            if holder not in changed and (holder != BASE or not changed):
                passed.wanted[holder] = list(texts)
                continue
            for text in texts:
                place: str | None = holder
                if holder in changed or text.language in changed:
                    place = self._holder(there, files, text)
                (left if place is None else passed).add(holder if place is None else place, text)
        if passed.wanted:
            _join(target, there, passed)
        return left

    def _before(self, key: Key, files: Files, found: Differences) -> tuple[Key, Files]:
        """Return under which name a record stood in the parent, and with which files."""
        before = dict(files)
        for language, change in found.get(key, {}).items():
            if change.before:
                before[language] = change.before
            else:
                before.pop(language, None)
        if BASE in before or BASE not in files:
            return key, before
        gone = [
            other
            for other, parts in found.items()
            if other[0] == key[0] and BASE in parts and not parts[BASE].after
        ]
        likeness = {
            other: self._versions.likeness(key, files[BASE], found[other][BASE].before)
            for other in gone[:_MOST_RENAMES]
        }
        old = max(likeness, key=lambda other: likeness[other], default=None)
        if old is None or likeness[old] < _ALIKE:
            return key, before
        return old, {language: change.before for language, change in found[old].items() if change.before}

    def _holder(self, key: Key, files: Files, text: Wanted) -> str | None:
        """Return which of the files has these words for the text; `None` when none has.

        A version that cannot be read is taken to have them: a slip in YAML is no new translation.
        """
        found = self._versions.value(key, files, text.leaf, text.language)
        if isinstance(found, Unreadable):
            return text.language if text.language in files else BASE
        if found is None or found.digest != text.digest:
            return None
        return text.language if found.blob == files.get(text.language) else BASE

    def _settle(
        self, text: Wanted, commit: Commit, key: Key, files: Files, *, boundary: bool = False
    ) -> None:
        source = self._versions.value(key, files, text.leaf, text.source_language)
        self.origins[text] = Origin(commit, source if isinstance(source, Value) else None, boundary)


def differences(changes: Iterable[Change]) -> dict[Key, dict[str, Change]]:
    """Return changes by record and language; files without texts are left out."""
    found: dict[Key, dict[str, Change]] = {}
    for change in changes:
        part = part_of(change.path)
        if part:
            found.setdefault(part.key, {})[part.language] = change
    return found


def _all(held: _Held) -> Iterator[Wanted]:
    for texts in held.wanted.values():
        yield from texts


def _join(records: _Records, key: Key, held: _Held) -> None:
    """Add texts of a record to what already waits at a commit; at one commit it has the same files."""
    there = records.setdefault(key, _Held(held.files))
    for holder, texts in held.wanted.items():
        there.wanted.setdefault(holder, []).extend(texts)
