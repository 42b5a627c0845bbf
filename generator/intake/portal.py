"""A whole portal, taken in: every record and page examined on its own, and put together as a catalog.

Takes the portal's folders, returns what the walk saw (`look`) and then the catalog with all that is wrong with single
files and records (`take_in`). What was made of the same bytes before is used again. Compares no two records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from generator.diagnostics import Finding, Position
from generator.intake.examined import PAGES, Examined, Unit, digest_of
from generator.intake.index import Index
from generator.intake.shards import Examiner, Found
from generator.load.comments import Remark
from generator.load.discover import Discovered, discover
from generator.load.document import Document
from generator.load.files import File, SourceFile
from generator.load.loader import Reading, load_record, read
from generator.load.node import Mapping as MapNode
from generator.model.base import Record
from generator.model.catalog import Catalog, Key
from generator.model.site import Site, SitePage
from generator.paths import PortalPaths
from generator.store.digest import program_digest
from generator.store.store import key_of


@dataclass(frozen=True, slots=True)
class Sight:
    """What the walk saw. `digests` are those of files' bytes, by the name shown, as far as they are known."""

    paths: PortalPaths
    reading: Reading
    found: Discovered
    index: Index
    digests: Mapping[str, str]
    unread: int = 0
    """How many files were as the index has them."""

    @property
    def files(self) -> tuple[File, ...]:
        """All files of records and pages."""
        return self.found.files

    @property
    def is_known(self) -> bool:
        """Whether the digests of all files are known."""
        return len(self.digests) == len(self.found.sources) + len(self.found.pages)


@dataclass(frozen=True, slots=True)
class Intake:
    """The records of a portal, and what is wrong with each. `digests` are those of all files that can be read.

    `unread` are the files with remarks that belong to a record or page that cannot be read.
    """

    catalog: Catalog
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    digests: Mapping[str, str]
    unread: frozenset[str] = frozenset()


def index_key() -> str:
    """The key under which it is kept what each file was. Names are judged by the program, so its digest is in it."""
    return key_of(b"index of files", program_digest().encode())


def look(paths: PortalPaths, reading: Reading) -> Sight:
    """Walk the portal. Where an earlier run kept what files were, those that have changed since are read.

    What is wanted `soon` is done as soon as one is seen that has.
    """
    index = Index.open(reading.store, index_key())
    compared = _Comparison(paths, reading, index)
    found = discover(paths, told=compared.add, accepted=index.marks)
    compared.add([*(file for file in found.sources if file.kind == Site.kind), *found.pages])
    return Sight(paths, reading, found, index, compared.digests, compared.unread)


@dataclass(slots=True)
class _Comparison:
    """Files beside what an earlier run kept of them: their digests, and how many of them need not be read for it."""

    paths: PortalPaths
    reading: Reading
    index: Index
    digests: dict[str, str] = field(default_factory=dict)
    unread: int = 0
    _plain: set[Path] = field(default_factory=set)

    def add(self, files: Sequence[File]) -> None:
        """Compare some more files."""
        files = [file for file in files if file.shown not in self.reading.instead]
        known = self.index.known(files)
        self.digests |= known
        self.unread += len(known)
        for file in files if self.index.digests and len(known) < len(files) else ():
            if file.shown not in known:
                self._read(file)

    def _read(self, file: File) -> None:
        content = read(self.paths, file, self.reading, self._plain)
        if isinstance(content, bytes):
            self.digests[file.shown] = digest_of(content)
        is_same = file.shown in self.digests and self.digests[file.shown] == self.index.digests.get(
            file.shown
        )
        if not is_same and self.reading.soon is not None and self.reading.jobs > 1:
            self.reading.soon()


def take_in(sight: Sight) -> Intake:
    """Examine what the walk saw."""
    examiner = Examiner(sight.paths, sight.reading, sight.digests)
    units = [Unit(key, files) for key, files in _grouped(sight.found.sources)]
    sites = examiner.examine((unit for unit in units if unit.key[0] == Site.kind), "sites")
    defaults = {
        examined.made.id: examined.made.default_language
        for examined in sites.found.values()
        if isinstance(examined.made, Site)
    }
    pages = [
        Unit((PAGES, f"{site}/{name}"), files, defaults.get(site, ""))
        for (site, name), files in _grouped(sight.found.pages)
    ]
    others = examiner.examine([*(unit for unit in units if unit.key[0] != Site.kind), *pages], "others")
    found = dict(sorted((sites.found | others.found).items()))
    digests = {**sight.digests, **sites.digests, **others.digests}
    if sight.reading.keeps and not sight.index.is_about(len(sight.files), sight.unread):
        sight.index.keep(sight.files, digests)
    findings = [
        *sight.found.findings,
        *(finding for examined in found.values() for finding in examined.findings),
    ]
    remarks = tuple(remark for examined in found.values() for remark in examined.remarks)
    unread = _unread(found) if remarks else frozenset()
    return Intake(_catalog(sight, units, found), tuple(findings), remarks, digests, unread)


def _unread(found: Found) -> frozenset[str]:
    """The files with remarks that nothing was made of; of a page, some languages may be read and others not."""
    return frozenset(
        remark.position.file
        for examined in found.values()
        for remark in examined.remarks
        if not _is_read(remark.position.file, examined.made)
    )


def _is_read(file: str, made: Record | SitePage | None) -> bool:
    if isinstance(made, SitePage):
        return any(place.file == file for place in made.places.values())
    return made is not None


def _grouped(files: Iterable[File]) -> list[tuple[Key, tuple[File, ...]]]:
    """Return the files of each record or page, which stand together."""
    return [(key, tuple(group)) for key, group in groupby(files, key=lambda file: (file[0], file[1]))]


def _catalog(sight: Sight, units: Iterable[Unit], found: Found) -> Catalog:
    records: dict[Key, Record] = {}
    documents: dict[Key, Document] = {}
    broken: set[Key] = set()
    for unit in units:
        examined = found[unit.key]
        if isinstance(examined.made, Record):
            records[unit.key] = examined.made
        else:
            broken.add(unit.key)
        if examined.file:
            documents[unit.key] = _document(sight, unit, examined)
    pages = {key: examined for key, examined in found.items() if key[0] == PAGES}
    own = (examined.made for examined in pages.values())
    return Catalog(
        records,
        documents,
        tuple(
            sorted(
                (page for page in own if isinstance(page, SitePage)), key=lambda page: (page.site, page.name)
            )
        ),
        frozenset(broken),
        {unit.key: found[unit.key].digest for unit in units},
        {(site, name): pages[key].digest for key in pages for site, _, name in [key[1].partition("/")]},
        {unit.key: found[unit.key].spoken for unit in units},
    )


def _document(sight: Sight, unit: Unit, examined: Examined) -> Document:
    files = tuple(file for file in unit.files if isinstance(file, SourceFile))
    again = ReadAgain(sight.paths, sight.reading, files)
    return Document(*unit.key, examined.file, again, examined.languages)


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Reads the files of a record once more, when somebody asks where in them something stands."""

    paths: PortalPaths
    reading: Reading
    files: tuple[SourceFile, ...]

    def __call__(self) -> MapNode:
        """Return the tree; an empty one, where all is in the first line, when the files cannot be read any more."""
        contents = [(file, read(self.paths, file, self.reading)) for file in self.files]
        document = load_record(contents, self.reading.parse).document
        return document.root if document else MapNode((), Position(self.files[0].shown))
