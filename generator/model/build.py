"""Documents become records: each is read as its kind's model; what cannot be read becomes findings.

Takes what `load` returns, returns the catalog and the findings of shape. Compares no two records.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.diagnostics import Finding
from generator.load.document import Document
from generator.load.node import Mapping, Scalar, Translated, plain_mapping
from generator.load.pages import PageDocument
from generator.model.base import Record
from generator.model.catalog import Catalog, Key
from generator.model.fields import tables
from generator.model.fields.problem import nearest
from generator.model.file_names import language_findings
from generator.model.kinds import MODELS
from generator.model.pages import build_page
from generator.model.partial import read_partly
from generator.model.shape import shape_findings
from generator.model.site import SitePage


class _Names(NamedTuple):
    """Under which keys a file says on what the reading of others depends."""

    language: str = "language"
    country: str = "country"


_NEEDED = _Names()
_TYPED_ID = " id"
"""Under this name an `id` that an editor typed is refused like any unknown key: the file name is the id."""


def build_catalog(
    documents: Iterable[Document], pages: Iterable[PageDocument], broken: Iterable[Key] = ()
) -> tuple[Catalog, tuple[Finding, ...]]:
    """Return the catalog of all readable records, and what is wrong with the others.

    `broken` are the keys of files that could not even be loaded.
    """
    records: dict[Key, Record] = {}
    sources: dict[Key, Document] = {}
    findings: list[Finding] = []
    unreadable = set(broken)
    for document in sorted(documents, key=lambda found: (found.kind, found.id)):
        key = (document.kind, document.id)
        sources[key] = document
        record, faults = build_record(document)
        findings += faults
        if record is None:
            unreadable.add(key)
        else:
            records[key] = record
    own_pages, page_findings = _build_pages(pages, records)
    catalog = Catalog(records, sources, own_pages, frozenset(unreadable))
    return catalog, (*findings, *page_findings)


def build_record(document: Document) -> tuple[Record | None, tuple[Finding, ...]]:
    """Read one document as its kind's model: the record, or what is wrong with it."""
    named = language_findings(document)
    try:
        return _read(document, _NEEDED), named
    except ValidationError as fault:
        return None, (*named, *shape_findings(_as_meant(fault, document), document, MODELS[document.kind]))


def _as_meant(fault: ValidationError, document: Document) -> ValidationError:
    """Return what is wrong with a document when its language and country are read under the keys that were meant."""
    meant = _meant(document)
    if meant != _NEEDED:
        try:
            _read(document, meant)
        except ValidationError as less:
            return less
    return fault


def _meant(document: Document) -> _Names:
    """The keys for language and country; where one is not there, an unknown key that is most like it."""
    known = tuple(name for name in MODELS[document.kind].model_fields if name != "id")
    likes = {
        nearest(entry.key, known): entry.key for entry in document.root.entries if entry.key not in known
    }
    return _Names(*(name if document.root.get(name) else likes.get(name, name) for name in _NEEDED))


def readable_part(document: Document) -> Record | None:
    """Return what can be read of a record in which something is wrong, as `model.partial` says."""
    data, context = _plain(document, _meant(document))
    return read_partly(MODELS[document.kind], data, context)


def _read(document: Document, names: _Names) -> Record:
    data, context = _plain(document, names)
    return MODELS[document.kind].model_validate(data, context=context)


def _plain(document: Document, names: _Names) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a document, and what those of one key depend on in another."""
    country = _text(document.root, names.country)
    context = {
        "language": _text(document.root, names.language) or "en",
        "country": tables.nearest_country(country) if country else None,
    }
    data = plain_mapping(document.root)
    if "id" in data:
        data[_TYPED_ID] = data["id"]
    return {**data, "id": document.id}, context


def _text(root: Mapping, key: str) -> str | None:
    """The fact under `key`; a translation file that repeats it does not change it."""
    entry = root.get(key)
    node = entry.value if entry else None
    fact = node.source if isinstance(node, Translated) else node
    return fact.text if isinstance(fact, Scalar) and fact.text else None


def _build_pages(
    pages: Iterable[PageDocument], records: dict[Key, Record]
) -> tuple[tuple[SitePage, ...], tuple[Finding, ...]]:
    built: list[SitePage] = []
    findings: list[Finding] = []
    ordered = sorted(pages, key=lambda page: (page.site, page.name, page.language or ""))
    for (site, name), versions in groupby(ordered, key=lambda page: (page.site, page.name)):
        record = records.get(("sites", site))
        default = getattr(record, "default_language", None)
        if default is not None:
            page, found = build_page(site, name, tuple(versions), default)
            findings += found
            if page:
                built.append(page)
    return tuple(built), tuple(findings)
