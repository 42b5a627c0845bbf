"""Findings that only follow from another one are left out: one cause, one finding.

Takes all findings of a portal and the catalog, returns those to tell. Once a cause is mended, what is left of its
echoes is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from generator.diagnostics import Finding, Severity
from generator.model.catalog import Catalog, Key
from generator.model.coordinator import Coordinator
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import Site

_SHAPE = re.compile(r"PP003|PP02\d|PP03\d")
_DANGLING = frozenset({"PP101", "PP102"})
_OF_NAMES = frozenset({"PP608", "PP610"})
"""Rules that say of an own page why it cannot have its name."""


def without_echoes(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings without those that only follow from others.

    A record that cannot be read is not compared with its translations, and no text is judged by a language that is
    none. Where a record refers to nothing or cannot be read, what it and its neighbours lack may be just that; where
    somebody leaves before coming, they are in office on no day. A page that cannot have its name is on the address of
    another.
    """
    causes = _Causes(findings, catalog)
    if not causes.are_there:
        return tuple(findings)
    return tuple(found for found in findings if not causes.explain(found))


class _Causes:
    """What is wrong with a portal in a way that makes other things look wrong."""

    def __init__(self, findings: Sequence[Finding], catalog: Catalog) -> None:
        self.catalog = catalog
        self.misshapen = {
            _file(found) for found in findings if _SHAPE.fullmatch(found.code) and _stops(found)
        }
        self.nameless = {_file(found) for found in findings if found.code == "PP301" and not found.path}
        self.misnamed = {_address_of_page(_file(found)) for found in findings if found.code in _OF_NAMES}
        self._leaving = {_file(found) for found in findings if _is_reversed_term(found)}
        self._loose = tuple(found for found in findings if found.code in _DANGLING)

    @property
    def are_there(self) -> bool:
        """Whether anything can follow from what was found."""
        return bool(
            self.misshapen
            or self._loose
            or self.nameless
            or self._leaving
            or self.misnamed
            or self.catalog.broken
        )

    def explain(self, found: Finding) -> bool:
        """Whether a finding only follows from others."""
        return any(follows(self, found) for follows in _FOLLOWS.get(found.code, ()))

    @cached_property
    def unread(self) -> set[str]:
        """The files of records that cannot be read."""
        return _files_of(self.catalog.broken, self.catalog)

    @cached_property
    def dangling(self) -> set[str]:
        """The files of records that refer to nothing and can be read: with others nobody compares."""
        return {_file(found) for found in self._loose} - self.unread

    @cached_property
    def loose(self) -> frozenset[Key]:
        """The records that refer to nothing, and those that cannot be read."""
        if not self.dangling:
            return self.catalog.broken
        return self.catalog.broken | self._keys_of(self.dangling)

    @cached_property
    def around(self) -> frozenset[Key]:
        """Those, with what lies in such places and what such organisations run, and the neighbours of all."""
        sources = set(self.loose)
        waiting = [id for kind, id in self.loose if kind == Place.kind]
        while waiting:
            inner = [(Place.kind, id) for id in self.catalog.places_in.get(waiting.pop(), ())]
            waiting += [id for kind, id in inner if (kind, id) not in sources]
            sources.update(inner)
        bodies = [key for key in self.loose if key[0] == Organisation.kind]
        users = (user for body in bodies for user in self.catalog.used_by.get(body, ()))
        sources.update(user for user in users if user[0] == Programme.kind)
        return frozenset(_with_neighbours(sources, self.catalog))

    @cached_property
    def near(self) -> set[str]:
        """The files of all these."""
        return self.dangling | _files_of(self.around, self.catalog)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all these, and the names of own pages that cannot be read: parts of addresses of their pages."""
        return frozenset(id for _, id in self.around) | {name for _, name in self.unread_pages}

    @cached_property
    def unread_pages(self) -> frozenset[tuple[str, str]]:
        """Own pages that cannot be read in any language, by site and name."""
        return frozenset(
            self.catalog.page_digests.keys() - {(page.site, page.name) for page in self.catalog.pages}
        )

    @cached_property
    def near_those_leaving(self) -> set[str]:
        """The files of those who leave before coming, and of their neighbours."""
        keys = _with_neighbours(self._keys_of(self._leaving), self.catalog) if self._leaving else set()
        return self._leaving | _files_of(keys, self.catalog)

    @cached_property
    def has_nobody(self) -> bool:
        """Whether some coordinator answers for a programme that is not there, so perhaps for another."""
        ways = {_file(found) for found in self._loose if found.path[:1] == ("programmes",)}
        return any(kind == Coordinator.kind for kind, _ in self._keys_of(ways)) if ways else False

    def is_loose(self, *kinds: str) -> bool:
        """Whether some record of these kinds refers to nothing or cannot be read."""
        return any(kind in kinds for kind, _ in self.loose)

    def _keys_of(self, files: set[str]) -> set[Key]:
        return {key for key, document in self.catalog.documents.items() if document.file in files}


def _of_shape(causes: _Causes, found: Finding) -> bool:
    """It compares a translation with its record, which has another shape than it should."""
    return found.values.get("record") in causes.misshapen | causes.unread


def _of_languages(causes: _Causes, found: Finding) -> bool:
    """Judged by a language, which must be a real one."""
    return _file(found) in causes.nameless


def _of_terms(causes: _Causes, found: Finding) -> bool:
    """It asks whether somebody is in office, which nobody ever is who leaves before coming."""
    return _file(found) in causes.near_those_leaving


def _of_relations(causes: _Causes, found: Finding) -> bool:
    """It compares records with those to which they refer, or looks for what refers to them."""
    return _file(found) in causes.near


def _of_pairs(causes: _Causes, found: Finding) -> bool:
    """It compares two records that need not refer to each other; `file` is that of the other."""
    return _file(found) in causes.dangling or found.values.get("file") in causes.dangling


def _of_nobody(causes: _Causes, found: Finding) -> bool:
    """It looks for coordinators, of whom one perhaps answers here."""
    return causes.has_nobody


def _of_selection(causes: _Causes, found: Finding) -> bool:
    """It asks which programmes a site takes: by their organisation and places, too."""
    return causes.is_loose(Programme.kind)


def _of_readers(causes: _Causes, found: Finding) -> bool:
    """It asks on which sites a record is. That a code means another language, which sites have, is sure."""
    if "meant" in found.values:
        return False
    record = f"{_file(found).partition('.')[0]}.yml"
    return causes.is_loose(Programme.kind, Site.kind) or record in causes.dangling


def _of_addresses(causes: _Causes, found: Finding) -> bool:
    """It misses a page that there may be as soon as its record can be read and refers to others."""
    address = str(found.values.get("target") or found.values.get("address"))
    return not causes.ids.isdisjoint(re.split(r"[/#?.]", address))


def _of_pages(causes: _Causes, found: Finding) -> bool:
    """It misses an own page that is there, but cannot be read."""
    site = _file(found).split("/")[1]
    return (site, found.values.get("name")) in causes.unread_pages


def _of_private(causes: _Causes, found: Finding) -> bool:
    """What is private to somebody who has left is not if another record has it as well, which must be read for that."""
    return bool(causes.catalog.broken)


def _of_misnamed(causes: _Causes, found: Finding) -> bool:
    return (_file(found), found.values.get("address")) in causes.misnamed


_Follows = Callable[[_Causes, Finding], bool]
_GROUPS: tuple[tuple[_Follows, tuple[str, ...]], ...] = (
    (_of_shape, ("PP011",)),
    (_of_languages, ("PP308", "PP309", "PP310")),
    (_of_terms, ("PP105", "PP403", "PP404", "PP406", "PP613", "PP703")),
    (_of_relations, ("PP402", "PP403", "PP404", "PP405", "PP406", "PP411", "PP419", "PP420", "PP602")),
    (_of_pairs, ("PP412", "PP416")),
    (_of_nobody, ("PP403", "PP404")),
    (_of_selection, ("PP602",)),
    (_of_readers, ("PP311",)),
    (_of_addresses, ("PP609", "PP621")),
    (_of_pages, ("PP604",)),
    (_of_private, ("PP705",)),
    (_of_misnamed, ("PP601",)),
)


def _by_code(groups: Iterable[tuple[_Follows, tuple[str, ...]]]) -> Mapping[str, tuple[_Follows, ...]]:
    found: dict[str, tuple[_Follows, ...]] = {}
    for follows, codes in groups:
        for code in codes:
            found[code] = (*found.get(code, ()), follows)
    return found


_FOLLOWS = _by_code(_GROUPS)
"""For the code of each rule that may only repeat another finding, what to ask."""


def _file(finding: Finding) -> str:
    return finding.position.file


def _address_of_page(file: str) -> tuple[str, str]:
    """The file of the site to which a page belongs, and the page's address there."""
    folder, _, name = file.partition("/pages/")
    return f"{folder}/site.yml", f"{name.partition('.')[0]}/"


def _is_reversed_term(finding: Finding) -> bool:
    return finding.code == "PP208" and finding.path == ("valid_to",)


def _stops(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _with_neighbours(keys: Iterable[Key], catalog: Catalog) -> set[Key]:
    """Return these records, all that refer to them and all to which they refer."""
    near = set(keys)
    for key in tuple(near):
        near.update(catalog.used_by.get(key, ()))
        near.update((found.target.kind, found.id) for found in catalog.references.get(key, ()))
    return near


def _files_of(keys: Iterable[Key], catalog: Catalog) -> set[str]:
    return {catalog.documents[key].file for key in keys if key in catalog.documents}
