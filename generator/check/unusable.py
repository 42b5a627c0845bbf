"""Ids that cannot be ids, where a record is referred to: advice that names a record which is there.

Takes findings and the catalog, returns the findings; PP033 at a reference no longer proposes an id that nobody has.
Ids that can be ids are for PP101.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.check.advice import Advice
from generator.diagnostics import Finding, Phrase, told
from generator.load.names import slug_like
from generator.load.node import Scalar
from generator.model.catalog import Catalog
from generator.model.fields.problem import nearest
from generator.model.fields.reference import Target, targets_of
from generator.model.keys import model_at
from generator.model.kinds import MODELS
from generator.model.media import Media

_CODE = "PP033"


def with_known_ids(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings, with advice from the records that there are."""
    if not any(finding.code == _CODE for finding in findings):
        return tuple(findings)
    kinds = {document.file: kind for (kind, _), document in catalog.documents.items()}
    advice = Advice(catalog)
    return tuple(
        _mended(finding, kinds[finding.position.file], advice)
        if finding.code == _CODE and finding.position.file in kinds
        else finding
        for finding in findings
    )


def _mended(finding: Finding, kind: str, advice: Advice) -> Finding:
    target = _target_of(finding, kind)
    found = str(finding.values.get("found", ""))
    if target is None or not found or finding.edits:
        return finding
    help, values = told(_help(target, found, advice), finding.values)
    return replace(finding, help=help, values=values)


def _target_of(finding: Finding, kind: str) -> Target | None:
    path = finding.path[:-1] if finding.path and isinstance(finding.path[-1], int) else finding.path
    model = model_at(MODELS[kind], path[:-1]) if path else None
    return targets_of(model).get(str(path[-1])) if model else None


def _help(target: Target, found: str, advice: Advice) -> str | Phrase:
    if target.vocabulary:
        return advice.term(target.vocabulary, slug_like(found) or found)
    if target.kind != Media.kind:
        return advice.record(target.kind, slug_like(found) or found)
    stem = found.rpartition(".")[0] or found
    named = _picture_of(found, advice.catalog) or nearest(slug_like(stem), advice.catalog.ids(Media.kind))
    if named:
        return Phrase(
            "the id of a record in content/media is expected: did you mean {near}?", {"near": named}
        )
    return Phrase("the id of a record in content/media is expected, not the name of a file")


def _picture_of(file: str, catalog: Catalog) -> str:
    """The id of the picture whose record names this file; empty when none does."""
    for (kind, id), document in catalog.documents.items():
        entry = document.root.get("file") if kind == Media.kind else None
        if entry and isinstance(entry.value, Scalar) and entry.value.text.casefold() == file.casefold():
            return id
    return ""
