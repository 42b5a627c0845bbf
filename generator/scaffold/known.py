"""What a portal has already: ids that references may name, and titles by which people know them.

Takes a catalog, returns ids by what they belong to. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.catalog import Catalog
from generator.model.fields.reference import Target
from generator.model.fields.text import Text
from generator.schema.fields import keys_of, models


def known_ids(catalog: Catalog) -> Mapping[Target, tuple[str, ...]]:
    """Return the ids of the portal's records and of the words of its vocabularies, for every kind of reference."""
    targets = {key.target for model in models() for key in keys_of(model) if key.target}
    return {
        target: catalog.terms(target.vocabulary) if target.vocabulary else catalog.ids(target.kind)
        for target in sorted(targets, key=lambda found: (found.kind, found.vocabulary))
    }


def title_of(catalog: Catalog, target: Target, id: str) -> str:
    """Return what the record or word with this id is called; empty when that cannot be read."""
    if target.vocabulary:
        term = catalog.term(target.vocabulary, id)
        return term.source if term else ""
    record = catalog.by_key.get((target.kind, id))
    for name in ("name", "title", "headline", "role", "job_title", "file"):
        value = getattr(record, name, None)
        if value:
            return value.source if isinstance(value, Text) else str(value)
    return ""
