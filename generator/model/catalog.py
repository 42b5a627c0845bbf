"""All records of a portal, by kind and id, with the documents they came from.

Made once by `build`, never changed. Knows no file system and no site's selection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar, cast

from generator.load.document import Document
from generator.model.base import Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.fields.reference import Reference, references_of
from generator.model.fields.text import Text
from generator.model.guide import Guide
from generator.model.media import Media, Vocabulary
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import Site, SitePage
from generator.model.story import Story, Testimonial

_R = TypeVar("_R", bound=Record)
Key = tuple[str, str]


@dataclass(frozen=True)
class Catalog:
    """The records of a portal. Iteration is in order of kind and id.

    `broken` are the keys of records that exist as files but could not be read: a reference to one of them
    is not dangling. `digests` name the content of each record's own files, overlays included, and `page_digests` that
    of each own page, by site and name: equal digests, equal content. `spoken` are the different sets of languages that
    the texts of a record have, where they are known without a look at the record.
    """

    by_key: Mapping[Key, Record]
    documents: Mapping[Key, Document]
    pages: tuple[SitePage, ...] = ()
    broken: frozenset[Key] = frozenset()
    digests: Mapping[Key, str] = field(default_factory=dict)
    page_digests: Mapping[Key, str] = field(default_factory=dict)
    spoken: Mapping[Key, frozenset[frozenset[str]]] = field(default_factory=dict)

    def get(self, model: type[_R], id: str | None) -> _R | None:
        """The record of this model with this id, or `None`."""
        return cast("_R | None", self.by_key.get((model.kind, id or "")))

    def of(self, model: type[_R]) -> tuple[_R, ...]:
        """All records of one model, by id."""
        return cast("tuple[_R, ...]", self._by_kind.get(model.kind, ()))

    def ids(self, kind: str) -> tuple[str, ...]:
        """All ids of a kind, those of broken records too."""
        readable = {record.id for record in self._by_kind.get(kind, ())}
        return tuple(sorted(readable | {id for found, id in self.broken if found == kind}))

    def exists(self, kind: str, id: str) -> bool:
        """Whether a file for this record exists, readable or not."""
        return (kind, id) in self.by_key or (kind, id) in self.broken

    def __iter__(self) -> Iterator[Record]:
        return iter(self.by_key.values())

    def __len__(self) -> int:
        return len(self.by_key)

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        kinds: dict[str, list[Record]] = {}
        for record in self.by_key.values():
            kinds.setdefault(record.kind, []).append(record)
        return {kind: tuple(records) for kind, records in kinds.items()}

    @cached_property
    def references(self) -> Mapping[Key, tuple[Reference, ...]]:
        """The references inside each record."""
        return {record.key: tuple(references_of(record)) for record in self}

    @cached_property
    def used_by(self) -> Mapping[Key, tuple[Key, ...]]:
        """For each record, the records that refer to it."""
        users: dict[Key, list[Key]] = {}
        for key, references in self.references.items():
            for reference in references:
                if not reference.target.vocabulary:
                    users.setdefault((reference.target.kind, reference.id), []).append(key)
        return {key: tuple(dict.fromkeys(found)) for key, found in users.items()}

    @cached_property
    def _terms(self) -> dict[tuple[str, str], Text]:
        return {(words.id, term.id): term.name for words in self.of(Vocabulary) for term in words.terms}

    def term(self, vocabulary: str, id: str) -> Text | None:
        """The label of a controlled word."""
        return self._terms.get((vocabulary, id))

    def terms(self, vocabulary: str) -> tuple[str, ...]:
        """The ids of a vocabulary's words."""
        return tuple(id for found, id in self._terms if found == vocabulary)

    def programmes_named(self, ids: Sequence[str], organisations: Sequence[str]) -> tuple[Programme, ...]:
        """The programmes with one of these ids that one of these organisations runs, each once.

        They are in the order of `ids`, or without them in that of `organisations`; with neither they are all.
        """
        if ids:
            found = (self.get(Programme, id) for id in dict.fromkeys(ids))
            wanted = frozenset(organisations)
            return tuple(one for one in found if one and (not wanted or one.organisation in wanted))
        if organisations:
            by_owner = (self._run_by.get(id, ()) for id in dict.fromkeys(organisations))
            return tuple(chain.from_iterable(by_owner))
        return self.of(Programme)

    @cached_property
    def _run_by(self) -> Mapping[str, tuple[Programme, ...]]:
        return _group(self.of(Programme), lambda programme: (programme.organisation,))

    @cached_property
    def coordinators_of(self) -> Mapping[str, tuple[Coordinator, ...]]:
        """Coordinators by programme id."""
        return _group(self.of(Coordinator), lambda coordinator: coordinator.programmes)

    @cached_property
    def guides_of(self) -> Mapping[str, tuple[Guide, ...]]:
        """Guides by programme id; those that belong to no programme are not among them."""
        return _group(self.of(Guide), lambda guide: guide.programmes)

    @cached_property
    def stories_of(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by programme id."""
        return _group(self.of(Story), lambda story: (story.programme,))

    @cached_property
    def testimonials_of(self) -> Mapping[str, tuple[Testimonial, ...]]:
        """Testimonials by programme id."""
        return _group(self.of(Testimonial), lambda testimonial: (testimonial.programme,))

    @cached_property
    def places_in(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the places that are directly part of a place, by its id."""
        found: dict[str, list[str]] = {}
        for place in self.of(Place):
            if place.part_of:
                found.setdefault(place.part_of, []).append(place.id)
        return {id: tuple(inner) for id, inner in found.items()}

    @cached_property
    def pages_of(self) -> Mapping[str, tuple[SitePage, ...]]:
        """The sites' own pages by site id."""
        return _group(self.pages, lambda page: (page.site,))

    @cached_property
    def calls_of(self) -> Mapping[str, tuple[Call, ...]]:
        """Calls by programme id, the earliest first."""
        calls = sorted(self.of(Call), key=lambda call: (call.opens_on, call.id))
        return _group(tuple(calls), lambda call: (call.programme,))


def _group(records: tuple[Any, ...], keys: Any) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = {}
    for record in records:
        for key in keys(record):
            groups.setdefault(key, []).append(record)
    return {key: tuple(found) for key, found in groups.items()}


__all__ = [
    "Call",
    "Catalog",
    "Coordinator",
    "Guide",
    "Key",
    "Media",
    "Organisation",
    "Place",
    "Programme",
    "Site",
    "SitePage",
    "Story",
    "Testimonial",
    "Vocabulary",
]
