"""References that lead nowhere, in records that can be read and in those that cannot.

Takes a catalog, yields what three rules judge: the record, the reference, and its place where there is no record. In a
file that is no readable record a usable id in the right place is a reference all the same: what else is wrong there
does not make its record appear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generator.diagnostics import Position
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.fields.reference import Reference, references_in
from generator.model.kinds import MODELS

Loose: TypeAlias = tuple[Record | None, Reference, Position | None]


def without_record(catalog: Catalog) -> Iterator[Loose]:
    """Yield the references to records that are not there as the kind that is expected."""
    for record, reference, place in _references(catalog):
        target = reference.target
        if not target.vocabulary and not catalog.exists(target.kind, reference.id):
            yield record, reference, place


def without_term(catalog: Catalog) -> Iterator[Loose]:
    """Yield the references to words that are in no vocabulary that can be read."""
    for record, reference, place in _references(catalog):
        if reference.target.vocabulary and _is_unknown(reference, catalog):
            yield record, reference, place


def _is_unknown(reference: Reference, catalog: Catalog) -> bool:
    vocabulary = reference.target.vocabulary
    if catalog.term(vocabulary, reference.id) is not None:
        return False
    return ("vocabulary", vocabulary) not in catalog.broken


def _references(catalog: Catalog) -> Iterator[Loose]:
    """Yield every reference: those of records, then those of files that are no readable record, with their place."""
    for record in catalog:
        for reference in catalog.references[record.key]:
            yield record, reference, None
    for key in sorted(catalog.broken & catalog.documents.keys()):
        document = catalog.documents[key]
        for reference in references_in(document.root, MODELS[document.kind]):
            yield None, reference, document.locate(reference.path)
