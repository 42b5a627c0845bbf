"""A whole portal from disk: records with their translations, own pages, and all that is wrong with them.

Takes the portal's folders, returns sorted `Document` and `PageDocument` values and findings. A file that
fails is left out and the rest is loaded, so that one run shows all mistakes. Meaning is the model's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from generator.diagnostics import Finding, Position, in_order
from generator.limits import LIMITS
from generator.load.comments import Remark, page_remarks, remarks
from generator.load.cut_off import cut_off
from generator.load.discover import PageFile, SourceFile, discover
from generator.load.document import Document
from generator.load.node import Mapping as MapNode
from generator.load.overlay import merge
from generator.load.pages import PageDocument, read_page
from generator.load.refusal import error, too_large
from generator.load.tidy import untidy
from generator.load.yaml_text import parse
from generator.paths import PortalPaths, has_symlink, is_regular, read_limited

Parse = Callable[[bytes, str], tuple[MapNode | None, tuple[Finding, ...]]]
"""Reads one file's bytes; what it gives is never changed, so that it may be kept for the same bytes and name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: `instead` has other bytes for some of them, by the name shown; `parse` may remember."""

    instead: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    parse: Parse = parse


AS_ON_DISK = Reading()


@dataclass(frozen=True, slots=True)
class _Source:
    """Where bytes come from and who reads them."""

    root: Path
    reading: Reading


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


def load(paths: PortalPaths, reading: Reading = AS_ON_DISK) -> Loaded:
    """Read all records and own pages of a portal."""
    found = discover(paths)
    source = _Source(paths.root, reading)
    findings = list(found.findings)
    documents: list[Document] = []
    failed: list[tuple[str, str]] = []
    notes: list[Remark] = []
    for (kind, id), group in groupby(found.sources, key=lambda file: (file.kind, file.id)):
        document, more = _record(source, list(group), notes)
        findings += more
        if document:
            documents.append(document)
        else:
            failed.append((kind, id))
    pages = _pages(source, found.pages, findings, notes)
    files = len(found.sources) + len(found.pages)
    return Loaded(tuple(documents), pages, in_order(findings), tuple(failed), tuple(notes), files)


def _record(
    source: _Source, files: list[SourceFile], notes: list[Remark]
) -> tuple[Document | None, list[Finding]]:
    """Read a record and its overlays. Overlays of a record that fails are read for their mistakes only."""
    overlays = [file for file in files if file.language is not None]
    base = next((file for file in files if file.language is None), None)
    if base is None:
        return None, [_orphan(file) for file in overlays]
    tree, findings = _parse(source, base, notes)
    layers: list[tuple[str, MapNode]] = []
    for file in overlays:
        layer, more = _parse(source, file, notes)
        findings += more
        if layer:
            layers.append((file.language or "", layer))
    if tree is None:
        return None, findings
    joined, more_findings = merge(tree, layers)
    findings += more_findings
    languages = tuple((file.language or "", Position(file.shown)) for file in overlays)
    return Document(base.kind, base.id, base.shown, joined, languages), findings


def _pages(
    source: _Source, files: Iterable[PageFile], findings: list[Finding], notes: list[Remark]
) -> tuple[PageDocument, ...]:
    pages: list[PageDocument] = []
    for file in files:
        data = _read(source, file)
        if isinstance(data, Finding):
            findings.append(data)
            continue
        page, more = read_page(file, data)
        findings += more
        if page:
            pages.append(page)
            notes += page_remarks(data, file.shown)
    return tuple(pages)


def _parse(source: _Source, file: SourceFile, notes: list[Remark]) -> tuple[MapNode | None, list[Finding]]:
    data = _read(source, file)
    if isinstance(data, Finding):
        return None, [data]
    tree, findings = source.reading.parse(data, file.shown)
    if tree:
        notes += remarks(data, file.shown)
        findings += (*untidy(data, file.shown), *cut_off(data, file.shown))
    return tree, list(findings)


def _read(source: _Source, file: SourceFile | PageFile) -> bytes | Finding:
    """Return the bytes, or why not. What the walk saw is looked at again: a tree may change meanwhile."""
    position = Position(file.shown)
    if file.shown in source.reading.instead:
        return source.reading.instead[file.shown]
    try:
        if has_symlink(source.root, file.path) or not is_regular(file.path):
            help = "Check again when nothing else writes here."
            return error("PP009", position, "This is no longer a plain file.", help)
        data = read_limited(file.path, LIMITS.file_bytes)
    except OSError as problem:
        reason = problem.strerror or "unknown"
        message = "This file cannot be read: {reason}."
        return error("PP009", position, message, "Check its permissions.", reason=reason)
    return too_large(file.shown) if data is None else data


def _orphan(file: SourceFile) -> Finding:
    base = file.shown.removesuffix(f".{file.language}.yml") + ".yml"
    return error(
        "PP010",
        Position(file.shown),
        "This file translates {record}, which does not exist.",
        "Rename it, restore the record, or delete this file.",
        record=base,
    )
