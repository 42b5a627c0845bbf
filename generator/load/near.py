"""Translations of records that do not exist: the record that was meant, named beside the finding.

Takes the files of a walk and findings; returns the findings, some of them with a suggestion. Names are compared for so
many translations only: a portal may have many files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diagnostics import Finding
from generator.load.discover import SourceFile
from generator.load.refusal import nearest

ORPHAN = "PP010"
_MOST = 50
_HELP = "Did you mean {name}? Rename the file, or restore the record."


def with_near_records(findings: Iterable[Finding], files: Iterable[SourceFile]) -> list[Finding]:
    """Return the findings; one of a translation without record names the record that is most like it."""
    found = list(findings)
    if not any(finding.code == ORPHAN for finding in found):
        return found
    ids: dict[str, list[str]] = {}
    orphans = {file.shown: file for file in files}
    for file in orphans.values():
        if file.language is None:
            ids.setdefault(file.kind, []).append(file.id)
    left = _MOST
    for index, finding in enumerate(found):
        orphan = orphans.get(finding.position.file) if finding.code == ORPHAN and left else None
        if orphan is not None:
            left -= 1
            if near := nearest(orphan.id, ids.get(orphan.kind, ())):
                values = {**finding.values, "name": f"{near}.{orphan.language}.yml"}
                found[index] = replace(finding, values=values, help=_HELP)
    return found
