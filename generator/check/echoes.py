"""Findings that only follow from another one are left out: one cause, one finding.

Takes all findings of a portal and the catalog, returns those to tell. Once a cause is mended, what is left of its
echoes is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Finding, Severity
from generator.model.catalog import Catalog

_SHAPE = re.compile(r"PP003|PP02\d|PP03\d")
_DANGLING = frozenset({"PP101", "PP102"})
_OF_LANGUAGES = frozenset({"PP308", "PP309", "PP310"})
"""Rules that judge a text by its language, which must be a real one."""
_OF_TERMS = frozenset({"PP105", "PP403", "PP404", "PP406", "PP613", "PP703"})
"""Rules that ask whether somebody is in office, which nobody ever is who leaves before coming."""
_OF_RELATIONS = frozenset({"PP402", "PP403", "PP404", "PP405", "PP406", "PP419", "PP602"})
"""Rules that compare records with those to which they refer, or look for what refers to them."""
_OF_NAMES = frozenset({"PP608", "PP610"})
"""Rules that say of an own page why it cannot have its name."""


def without_echoes(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings without those that only follow from others.

    A record that cannot be read is not compared with its translations, and no text is judged by a language that is
    none. Where a record refers to nothing, what it and its neighbours lack may be just that; where somebody leaves
    before coming, they are in office on no day. A page that cannot have its name is on the address of another.
    """
    broken = {found.position.file for found in findings if _SHAPE.fullmatch(found.code) and _stops(found)}
    dangling = {found.position.file for found in findings if found.code in _DANGLING}
    dangling -= _unread(catalog) if dangling else set()  # nobody compares with what cannot be read
    reversed_terms = {found.position.file for found in findings if _is_reversed_term(found)}
    nameless = {found.position.file for found in findings if found.code == "PP301" and not found.path}
    misnamed = {_address_of_page(found.position.file) for found in findings if found.code in _OF_NAMES}
    if not (broken or dangling or nameless or reversed_terms or misnamed):
        return tuple(findings)
    near = _with_neighbours(dangling, catalog) if dangling else dangling
    around = _with_neighbours(reversed_terms, catalog) if reversed_terms else reversed_terms
    return tuple(
        found
        for found in findings
        if not (found.code == "PP011" and found.values.get("record") in broken)
        and not (found.code in _OF_LANGUAGES and found.position.file in nameless)
        and not (found.code in _OF_TERMS and found.position.file in around)
        and not (found.code in _OF_RELATIONS and found.position.file in near)
        and not (found.code == "PP601" and (found.position.file, found.values.get("address")) in misnamed)
    )


def _address_of_page(file: str) -> tuple[str, str]:
    """The file of the site to which a page belongs, and the page's address there."""
    folder, _, name = file.partition("/pages/")
    return f"{folder}/site.yml", f"{name.partition('.')[0]}/"


def _is_reversed_term(finding: Finding) -> bool:
    return finding.code == "PP208" and finding.path == ("valid_to",)


def _stops(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _unread(catalog: Catalog) -> set[str]:
    return {catalog.documents[key].file for key in catalog.broken if key in catalog.documents}


def _with_neighbours(files: set[str], catalog: Catalog) -> set[str]:
    """Return these files and those of all records that refer to them or to which they refer."""
    keys = {key for key, document in catalog.documents.items() if document.file in files}
    near = set(keys)
    for key in keys:
        near.update(catalog.used_by.get(key, ()))
        near.update((found.target.kind, found.id) for found in catalog.references.get(key, ()))
    return files | {catalog.documents[key].file for key in near if key in catalog.documents}
