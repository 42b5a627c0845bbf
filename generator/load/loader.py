"""A whole portal from disk: records with their translations, own pages, and all that is wrong with them.

Takes the portal's folders, returns sorted `Document` and `PageDocument` values and findings. A file that
fails is left out and the rest is loaded, so that one run shows all mistakes. Meaning is the model's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from generator.diagnostics import Finding, Position, in_order
from generator.limits import LIMITS
from generator.load.comments import Remark, page_remarks, remarks
from generator.load.cut_off import cut_off
from generator.load.discover import discover
from generator.load.document import Document
from generator.load.files import File, PageFile, SourceFile
from generator.load.node import Mapping as MapNode
from generator.load.overlay import merge
from generator.load.pages import PageDocument, read_page
from generator.load.refusal import error, too_large
from generator.load.tidy import untidy
from generator.load.yaml_text import parse
from generator.paths import PortalPaths, has_symlink, is_regular, read_limited
from generator.store.store import NOTHING_KEPT, Store

Parse = Callable[[bytes, str], tuple[MapNode | None, tuple[Finding, ...]]]
"""Reads one file's bytes; what it gives is never changed, so that it may be kept for the same bytes and name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: `instead` has other bytes for some of them, by the name shown; `parse` may remember.

    What was made of files in an earlier run is taken from `store`, and kept there; without a folder it keeps nothing.
    `jobs` is the number of processes that may read at the same time; `meanwhile` is done here while others do. `soon`
    is called, more than once perhaps, as soon as it is clear that nothing is remembered, where there is not much to
    read; it takes the place of `meanwhile` if it returns true.
    """

    instead: Mapping[str, bytes] = field(default_factory=dict)
    parse: Parse = parse
    store: Store = NOTHING_KEPT
    jobs: int = 1
    meanwhile: Callable[[], None] | None = None
    soon: Callable[[], bool] | None = None

    @property
    def keeps(self) -> bool:
        """Whether what is made may be kept: not what was made of other bytes than those of the files."""
        return self.store.folder is not None and not self.instead


AS_ON_DISK = Reading()


Content: TypeAlias = bytes | Finding
"""The bytes of a file, or why there are none."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Documents sorted by kind and id, pages by site, name and language, findings by place.

    `failed` names the records (kind, id) whose own file could not be used, so that later stages need not
    call them missing. `remarks` are the comments meant for the program, `files` the number of files.
    """

    documents: tuple[Document, ...]
    pages: tuple[PageDocument, ...]
    findings: tuple[Finding, ...]
    failed: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    files: int = 0


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """One record with its overlays; no `document` when it cannot be used."""

    document: Document | None
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedPage:
    """One language of a page; no `document` when it cannot be used."""

    document: PageDocument | None
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()


def load(paths: PortalPaths, reading: Reading = AS_ON_DISK) -> Loaded:
    """Read all records and own pages of a portal."""
    found = discover(paths)
    findings = list(found.findings)
    documents: list[Document] = []
    failed: list[tuple[str, str]] = []
    notes: list[Remark] = []
    for key, group in groupby(found.sources, key=lambda file: (file.kind, file.id)):
        record = load_record([(file, read(paths, file, reading)) for file in group], reading.parse)
        findings += record.findings
        notes += record.remarks
        if record.document:
            documents.append(record.document)
        else:
            failed.append(key)
    pages: list[PageDocument] = []
    for file in found.pages:
        page = load_page(file, read(paths, file, reading))
        findings += page.findings
        notes += page.remarks
        if page.document:
            pages.append(page.document)
    files = len(found.sources) + len(found.pages)
    return Loaded(tuple(documents), tuple(pages), in_order(findings), tuple(failed), tuple(notes), files)


def load_record(files: Sequence[tuple[SourceFile, Content]], parse: Parse = parse) -> LoadedRecord:
    """Make a record of its file and its overlays. Overlays of a record that fails are read for their mistakes only."""
    base = next((file for file, _ in files if file.language is None), None)
    if base is None:
        return LoadedRecord(None, tuple(_orphan(file) for file, _ in files))
    findings: list[Finding] = []
    notes: list[Remark] = []
    tree: MapNode | None = None
    layers: list[tuple[str, MapNode]] = []
    for file, data in sorted(files, key=lambda found: found[0].language or ""):
        layer = _parsed(file, data, parse, findings, notes)
        if file is base:
            tree = layer
        elif layer:
            layers.append((file.language or "", layer))
    if tree is None:
        return LoadedRecord(None, tuple(findings), tuple(notes))
    joined, more = merge(tree, layers)
    languages = tuple((file.language, Position(file.shown)) for file, _ in files if file.language)
    document = Document(base.kind, base.id, base.shown, joined, languages)
    return LoadedRecord(document, (*findings, *more), tuple(notes))


def load_page(file: PageFile, data: Content) -> LoadedPage:
    """Make one language of a page of its file."""
    if isinstance(data, Finding):
        return LoadedPage(None, (data,))
    page, findings = read_page(file, data)
    return LoadedPage(page, findings, page_remarks(data, file.shown) if page else ())


def _parsed(
    file: SourceFile, data: Content, parse: Parse, findings: list[Finding], notes: list[Remark]
) -> MapNode | None:
    if isinstance(data, Finding):
        findings.append(data)
        return None
    tree, found = parse(data, file.shown)
    findings += found
    if tree:
        notes += remarks(data, file.shown)
        findings += (*untidy(data, file.shown), *cut_off(data, file.shown))
    return tree


def read(
    paths: PortalPaths,
    file: File,
    reading: Reading = AS_ON_DISK,
    plain: set[Path] | None = None,
) -> Content:
    """Return the bytes, or why not. What the walk saw is looked at again: a tree may change meanwhile.

    Folders in `plain` were found to be no links a moment ago; those found so now are added.
    """
    if file.shown in reading.instead:
        return reading.instead[file.shown]
    position, path = Position(file.shown), Path(file.path)
    folders = set[Path]() if plain is None else plain
    if path.parent not in folders and has_symlink(paths.root, path.parent):
        return _no_longer_plain(position)
    folders.add(path.parent)
    try:
        data = read_limited(path, LIMITS.file_bytes)
    except OSError as problem:
        if not is_regular(path):
            return _no_longer_plain(position)
        reason = problem.strerror or "unknown"
        message = "This file cannot be read: {reason}."
        return error("PP009", position, message, "Check its permissions.", reason=reason)
    return too_large(file.shown) if data is None else data


def _no_longer_plain(position: Position) -> Finding:
    return error(
        "PP009", position, "This is no longer a plain file.", "Check again when nothing else writes here."
    )


def _orphan(file: SourceFile) -> Finding:
    base = file.shown.removesuffix(f".{file.language}.yml") + ".yml"
    message = "This file translates {record}, which does not exist."
    help = "Rename it, restore the record, or delete this file."
    return error("PP010", Position(file.shown), message, help, record=base)
