"""Whether each translation still says what its source says: fresh, outdated, missing or unknown.

Takes the texts of a portal as they stand on the disk, asks git and the lock file; returns a state per text and
language. Where the past cannot be seen a state is unknown, never fresh. Nothing is written save the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from generator.diagnostics import Phrase
from generator.git.process import Blobs, NoAnswer
from generator.git.repository import Commit, open_repository
from generator.history.blob_cache import BlobCache
from generator.history.leaves import read_leaves
from generator.history.lock import Entry, name_of, read_lock
from generator.history.normal import digest
from generator.history.origins import Origin, Tracer, Wanted, files_of
from generator.history.sameness import Sameness, read_sameness
from generator.history.texts import PAGES, Leaf, Translatable
from generator.history.versions import Versions
from generator.limits import LIMITS
from generator.model.fields.tables import chain
from generator.paths import PortalPaths

_FOLDERS = ("content", "sites")


class State(StrEnum):
    """How a translation stands to its source."""

    FRESH = "fresh"
    OUTDATED = "outdated"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TextState:
    """The state of a text in one language, and the tag it was found under (`pt` for `pt-BR`).

    `since` is the day on which the translation was last changed; `then` is what its source said on it. Both are
    known of outdated texts.
    """

    text: Translatable
    language: str
    state: State
    since: date | None = None
    then: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The states of all translations there are, and why there is no history, if there is none.

    `shallow`: the repository has a part of its past only, `partial`: of the contents only, so that some states are
    unknown.
    """

    states: Mapping[tuple[str, str, Leaf, str], TextState]
    trouble: NoAnswer | None = None
    shallow: bool = False
    partial: bool = False

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """Why states are unknown."""
        if self.trouble:
            reason = Phrase(self.trouble.reason, {"detail": self.trouble.detail})
            return (
                Phrase("The history cannot be read ({reason}), so states are unknown.", {"reason": reason}),
            )
        found = []
        if self.shallow:
            found.append(
                Phrase(
                    "This is a shallow clone: what was translated before its first commit is unknown. "
                    "`git fetch --unshallow` gets the rest."
                )
            )
        if self.partial:
            found.append(
                Phrase(
                    "This is a partial clone: what was translated in contents that are not here is unknown. "
                    "`git fetch --refetch --no-filter` gets them."
                )
            )
        return tuple(found)

    def of(self, text: Translatable, language: str) -> TextState:
        """Return the state of a text for readers of `language`; that of its source is fresh."""
        for tag in chain(language):
            if tag == text.language:
                return TextState(text, language, State.FRESH)
            if found := self.states.get((*text.key, text.leaf, tag)):
                return found
        return TextState(text, language, State.MISSING)


@dataclass(slots=True)
class _Past:
    """What git says: origins, and which digests a trailer calls the same."""

    origins: Mapping[Wanted, Origin] = field(default_factory=dict)
    thens: Mapping[Wanted, str] = field(default_factory=dict)
    same: Sameness = field(default_factory=Sameness)
    trouble: NoAnswer | None = None
    shallow: bool = False
    partial: bool = False


def read_history(
    paths: PortalPaths, texts: Sequence[Translatable], page_languages: Mapping[str, str]
) -> History:
    """Return the states of all translations of `texts`.

    `page_languages` are the default languages of the sites, in which pages without a language in their name are.
    """
    wanted = {
        Wanted(text.key, text.leaf, language, text.language, digest(value), digest(text.source)): text
        for text in texts
        for language, value in text.values.items()
        if language != text.language
    }
    past = _read_past(paths, wanted, page_languages)
    accepted: dict[tuple[str, str, str], set[Entry]] = {}
    for entry in read_lock(paths.root):
        accepted.setdefault(entry.name, set()).add(entry)
    states = {}
    for one, text in wanted.items():
        entries = accepted.get(name_of(text, one.language), set())
        states[(*one.key, one.leaf, one.language)] = _judge(one, text, past, entries)
    partial = past.partial and any(found.state is State.UNKNOWN for found in states.values())
    return History(states, past.trouble, past.shallow, partial)


def _judge(one: Wanted, text: Translatable, past: _Past, accepted: Iterable[Entry]) -> TextState:
    """Return the state of one translation: an accepted one is fresh, else the past decides."""
    now = digest(text.source)
    known = [entry for entry in accepted if entry.translation == one.digest]
    origin = past.origins.get(one)
    since = _day(origin.commit) if origin and origin.commit and not origin.boundary else None
    if any(entry.source == now for entry in known):
        return TextState(text, one.language, State.FRESH, since)
    if origin is None or origin.boundary or (origin.commit and origin.source is None):
        state = State.OUTDATED if known else State.UNKNOWN
        return TextState(text, one.language, state, since)
    if origin.source is None or past.same.are(text.key, text.leaf, origin.source.digest, now):
        return TextState(text, one.language, State.FRESH, since)
    return TextState(text, one.language, State.OUTDATED, since, past.thens.get(one, ""))


def _read_past(
    paths: PortalPaths, wanted: Mapping[Wanted, Translatable], page_languages: Mapping[str, str]
) -> _Past:
    repository = open_repository(paths.root)
    if isinstance(repository, NoAnswer):
        return _Past(trouble=repository)
    commits = repository.commits(*_FOLDERS)
    if isinstance(commits, NoAnswer):
        return _Past(trouble=commits)
    changes = repository.changes(commits, *_FOLDERS)
    listing = repository.files(repository.head, *_FOLDERS)
    if isinstance(changes, NoAnswer) or isinstance(listing, NoAnswer):
        return _Past(trouble=changes if isinstance(changes, NoAnswer) else NoAnswer("git gave no files"))
    if not commits or not listing:
        return _Past(trouble=NoAnswer("nothing of this portal is committed yet"))
    with Blobs(paths.root, LIMITS.file_bytes) as blobs:
        cache = BlobCache(paths.cache, blobs.get)
        versions = Versions(cache, page_languages)
        tracer = Tracer(versions)
        tracer.trace(wanted, files_of(listing), commits, changes, shallow=repository.shallow)
        same = read_sameness(versions, commits, changes, tracer.renamed)
        thens = _thens(tracer.origins, wanted, blobs)
        cache.save()
    return _Past(tracer.origins, thens, same, shallow=repository.shallow, partial=repository.partial)


def _thens(
    origins: Mapping[Wanted, Origin], wanted: Mapping[Wanted, Translatable], blobs: Blobs
) -> dict[Wanted, str]:
    """Return the words of the sources that changed, as they were."""
    read: dict[str, Mapping[Leaf, str]] = {}
    found = {}
    for one, origin in origins.items():
        source = origin.source
        if source is None or origin.boundary or source.digest == digest(wanted[one].source):
            continue
        if source.blob not in read:
            data = blobs.get(source.blob)
            leaves = read_leaves(data, is_page=one.key[0] == PAGES) if data is not None else None
            read[source.blob] = leaves.at if leaves else {}
        found[one] = read[source.blob].get(source.leaf, "").strip()
    return found


def _day(commit: Commit) -> date:
    return datetime.fromtimestamp(commit.seconds, UTC).date()
