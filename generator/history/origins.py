"""From which commit each translation comes: the newest in which its words changed, through merges and renames.

Takes commits and their changes, newest first, and the texts as they stand now; returns where each of them was
last written and what its source said there. Works like blame, on values instead of lines: a text is handed from a
commit to the first parent in which it stands; where none has it, it was written. What an item with another id said
before, or what stood at its key once before, keeps its older origin. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.git.repository import Change, Commit
from generator.history.texts import Key, Leaf, part_of
from generator.history.versions import BASE, Files, Unreadable, Value, Versions

_SOUGHT = "?"
"""Holds texts that no file has at a commit: they were written later, unless they stood there before."""
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
    source_digest: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a translation was written. `source` is what the text to be translated said there, if known.

    `commit` is `None` for what is not committed yet. At a `boundary` the past goes on where nobody can see it.
    """

    commit: Commit | None
    source: Value | None
    boundary: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A text on its way into the past, and the key that it has there."""

    wanted: Wanted
    leaf: Leaf

    @property
    def language(self) -> str:
        return self.wanted.language


@dataclass(slots=True)
class _Held:
    """The texts of one record that stand at a commit, by the language of the file that says them."""

    files: Files
    texts: dict[str, list[_Text]] = field(default_factory=dict)

    def add(self, holder: str, text: _Text) -> None:
        self.texts.setdefault(holder, []).append(text)


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
        self.renamed: list[tuple[Key, Key]] = []
        """Records that had another name: the new one, the old one."""

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
                    for text in _held(held):
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
            on_disk = {(text.leaf, text.language) for text in wanted}
            for text in wanted:
                one = _Text(text, text.leaf)
                holder = self._holder(there, held.files, one)
                if holder is None:
                    self.origins[text] = Origin(None, None)
                    moved = [
                        found
                        for found in self._moved(there, held.files, one)
                        if (found.leaf, text.language) not in on_disk
                    ]
                    one, holder = self._first(there, held.files, moved, text.source_digest) or (one, _SOUGHT)
                if holder != _SOUGHT or not self._is_new(there, held.files, one, text.source_digest):
                    held.add(holder, one)
            records[there] = held
        return records

    def _renamed_on_disk(self, kind: str, wanted: list[Wanted], free: Mapping[Key, Files]) -> Key:
        """Return the committed record that says most of the same; a name that is not there for a new one."""
        best, most = (kind, ""), 0.0
        for key, files in free.items():
            if key[0] == kind:
                traced = (_Text(text, text.leaf) for text in wanted)
                same = sum(1 for text in traced if self._holder(key, files, text) is not None)
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
                if not left.texts:
                    break
            for text in _held(left):
                self._settle(text, commit, key, held.files)
            self._seek(pending[first], key, left, tries[0][1])

    def _seek(self, target: _Records, key: Key, left: _Held, found: Differences) -> None:
        """Hand on to the first parent what was written here, in case it stood there before.

        What was written together with a new source is as new as that.
        """
        there, files = self._before(key, left.files, found)
        sought = _Held(files)
        for holder, texts in left.texts.items():
            for text in texts:
                source = self._source(key, left.files, text)
                if holder == _SOUGHT or not source or not self._is_new(there, files, text, source.digest):
                    sought.add(_SOUGHT, text)
        if sought.texts:
            _join(target, there, sought)

    def _into(self, target: _Records, key: Key, held: _Held, found: Differences) -> _Held:
        """Hand on what stands in the parent, too; return the rest."""
        there, files = self._before(key, held.files, found)
        changed = {
            language
            for language in held.files.keys() | files.keys()
            if held.files.get(language) != files.get(language)
        }
        passed, left = _Held(files), _Held(held.files)
        for holder, texts in held.texts.items():
            if holder not in changed and (holder not in (BASE, _SOUGHT) or not changed):
                passed.texts[holder] = list(texts)
                continue
            for text in texts:
                place: str | None = holder
                before = text
                if holder in changed or text.language in changed or (holder == _SOUGHT and BASE in changed):
                    place = self._holder(there, files, text, sought=holder == _SOUGHT)
                    if place is None and holder != _SOUGHT:
                        before, place = self._moved_in(key, held.files, there, files, text) or (text, None)
                if place is None or place == _SOUGHT:
                    left.add(holder, text)
                else:
                    passed.add(place, before)
        if passed.texts:
            _join(target, there, passed)
        return left

    def _moved_in(
        self, key: Key, now: Files, there: Key, files: Files, text: _Text
    ) -> tuple[_Text, str] | None:
        """Return the text as another item of its list had it in the parent, if that item is there no more."""
        gone = [
            found
            for found in self._moved(there, files, text)
            if self._versions.value(key, now, found.leaf, text.language) is None
        ]
        source = self._source(key, now, text)
        return self._first(there, files, gone, source.digest if source else "")

    def _moved(self, key: Key, files: Files, text: _Text) -> list[_Text]:
        """Return under which keys of its list a text stands whose own key is not there."""
        if self._versions.value(key, files, text.leaf, text.language) is not None:
            return []
        leaves = self._versions.leaves(key, files, text.language)
        return [
            _Text(text.wanted, leaf)
            for leaf, digest in leaves.items()
            if digest == text.wanted.digest and _is_beside(leaf, text.leaf)
        ]

    def _first(self, key: Key, files: Files, texts: Sequence[_Text], source: str) -> tuple[_Text, str] | None:
        """Return the text with this source, else the first, and who holds it; `None` when there is none."""
        same = [
            text for text in texts if (found := self._source(key, files, text)) and found.digest == source
        ]
        for text in (*same, *texts):
            holder = self._holder(key, files, text)
            if holder is not None:
                return text, holder
        return None

    def _is_new(self, key: Key, files: Files, text: _Text, source: str) -> bool:
        """Whether the source had other words before than `source`, its digest."""
        before = self._source(key, files, text)
        return before is not None and before.digest != source

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
        self.renamed.append((key, old))
        return old, {language: change.before for language, change in found[old].items() if change.before}

    def _holder(self, key: Key, files: Files, text: _Text, *, sought: bool = False) -> str | None:
        """Return which of the files has these words for the text; `None` when none has.

        A version that cannot be read is taken to have them, unless they are sought: a slip in YAML is no new
        translation.
        """
        found = self._versions.value(key, files, text.leaf, text.language)
        if isinstance(found, Unreadable):
            return None if sought else text.language if text.language in files else BASE
        if found is None or found.digest != text.wanted.digest:
            return None
        return text.language if found.blob == files.get(text.language) else BASE

    def _settle(self, text: _Text, commit: Commit, key: Key, files: Files, *, boundary: bool = False) -> None:
        self.origins[text.wanted] = Origin(commit, self._source(key, files, text), boundary)

    def _source(self, key: Key, files: Files, text: _Text) -> Value | None:
        found = self._versions.value(key, files, text.leaf, text.wanted.source_language)
        return found if isinstance(found, Value) else None


def differences(changes: Iterable[Change]) -> dict[Key, dict[str, Change]]:
    """Return changes by record and language; files without texts are left out."""
    found: dict[Key, dict[str, Change]] = {}
    for change in changes:
        part = part_of(change.path)
        if part:
            found.setdefault(part.key, {})[part.language] = change
    return found


def _held(held: _Held) -> Iterator[_Text]:
    """Yield the texts that a file has."""
    for holder, texts in held.texts.items():
        yield from texts if holder != _SOUGHT else ()


def _is_beside(one: Leaf, other: Leaf) -> bool:
    """Whether two keys differ in the name of one item only: `steps.apply.title`, `steps.write.title`."""
    first, second = one.split("."), other.split(".")
    if len(first) != len(second):
        return False
    different = [index for index, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(different) == 1 and 0 < different[0] < len(first) - 1


def _join(records: _Records, key: Key, held: _Held) -> None:
    """Add texts of a record to what already waits at a commit; at one commit it has the same files."""
    there = records.setdefault(key, _Held(held.files))
    for holder, texts in held.texts.items():
        there.texts.setdefault(holder, []).extend(texts)
