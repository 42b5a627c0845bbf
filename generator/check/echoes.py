"""Findings that only repeat another one in another file are left out: one cause, one finding.

Takes all findings of a portal, returns those to tell. A key that is misspelt in a record (PP020) makes its
translations look as if they translated nothing (PP011); once it is mended, what is left of these is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Finding

_CAUSE, _ECHO = "PP020", "PP011"
_TRANSLATION = re.compile(r"([^/.]+)\.[^/]+\.yml")


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without PP011 in translations of records that have a PP020."""
    told = list(findings)
    causes = {finding.position.file for finding in told if finding.code == _CAUSE}
    return [
        finding
        for finding in told
        if finding.code != _ECHO or _record_of(finding.position.file) not in causes
    ]


def _record_of(file: str) -> str:
    folder, _, name = file.rpartition("/")
    found = _TRANSLATION.fullmatch(name)
    return f"{folder}/{found[1]}.yml" if found else ""
