"""Ids that cannot be ids, and translations without a record: advice that names a record which is there.

Takes findings and the catalog, returns the findings; PP033 at a reference no longer proposes an id that nobody has,
and PP010 names the record that is most like the one that is missing.
Ids that can be ids are for PP101.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

_ID, _ORPHAN = "PP033", "PP010"


def with_known_ids(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings, with advice from the records that there are."""
    if not any(finding.code in (_ID, _ORPHAN) for finding in findings):
        return tuple(findings)
    known = _Known(catalog)
    says = {_ID: known.mended, _ORPHAN: known.adopted}
    return tuple(says[finding.code](finding) if finding.code in says else finding for finding in findings)


class _Known:
    """The records of a portal, as somebody needs them who gives advice."""

    def __init__(self, catalog: Catalog) -> None:
        self._advice = Advice(catalog)
        self._kinds = {document.file: kind for (kind, _), document in catalog.documents.items()}
        self._media = catalog.ids(Media.kind)
        ids: dict[str, list[str]] = {}
        for kind, id in catalog.documents:
            ids.setdefault(kind, []).append(id)
        self._ids = {kind: tuple(found) for kind, found in ids.items()}
        self._pictures = dict(_pictures(catalog))

    def adopted(self, finding: Finding) -> Finding:
        """Return the finding of a translation without its record, with the name that it was probably meant to have."""
        kind, _, name = finding.position.file.removeprefix("content/").partition("/")
        id, _, rest = name.partition(".")
        near = self._near(id, self._ids.get(kind, ()))
        if not near:
            return finding
        values = {**finding.values, "name": f"{near}.{rest}"}
        help = "Did you mean {name}? Rename the file, or restore the record."
        return replace(finding, help=help, values=values)

    def mended(self, finding: Finding) -> Finding:
        """Return the finding of an id that is a reference with advice of its own; any other as it is."""
        kind = self._kinds.get(finding.position.file)
        target = _target_of(finding, kind) if kind else None
        found = str(finding.values.get("found", ""))
        if target is None or not found or finding.edits:
            return finding
        help, values = told(self._help(target, found), finding.values)
        return replace(finding, help=help, values=values)

    def _help(self, target: Target, found: str) -> str | Phrase:
        if target.vocabulary:
            return self._advice.term(target.vocabulary, slug_like(found) or found)
        if target.kind != Media.kind:
            return self._advice.record(target.kind, slug_like(found) or found)
        named = self._pictures.get(found.casefold()) or self._near(
            slug_like(found.rpartition(".")[0] or found), self._media
        )
        if named:
            help = "the id of a record in content/media is expected: did you mean {near}?"
            return Phrase(help, {"near": named})
        return Phrase("the id of a record in content/media is expected, not the name of a file")

    def _near(self, id: str, known: tuple[str, ...]) -> str:
        if len(known) > self._advice.comparisons:
            return ""
        self._advice.comparisons -= len(known)
        return nearest(id, known)


def _pictures(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the file that each picture's record names, and its id."""
    for (kind, id), document in catalog.documents.items():
        entry = document.root.get("file") if kind == Media.kind else None
        if entry and isinstance(entry.value, Scalar):
            yield entry.value.text.casefold(), id


def _target_of(finding: Finding, kind: str) -> Target | None:
    path = finding.path[:-1] if finding.path and isinstance(finding.path[-1], int) else finding.path
    model = model_at(MODELS[kind], path[:-1]) if path else None
    return targets_of(model).get(str(path[-1])) if model else None
