"""Files that are wrong as a whole: one finding instead of one for each line.

Takes all findings of a portal and the catalog, returns them with those of such a file replaced by the one that tells
what happened: a record copied as its translation, a translation into the record's own language or named like a record,
a record in the folder of another kind. Finds nothing that others have not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from generator.check.advice import enumerated, with_article
from generator.diagnostics import Finding, Position, Severity
from generator.load.document import Document
from generator.load.node import Scalar
from generator.model.catalog import Catalog
from generator.model.fields import tables
from generator.model.kinds import MODELS, SINGULAR

_REPEATED = frozenset({"PP012", "PP031"})
_MANY = 5
"""From so many facts on, a translation is a copy of its record."""
_STRANGE = 3
"""From so many unknown keys on, a record may be one of another kind."""
_NAMED_LIKE_A_TRANSLATION = re.compile(r"(.+)-([a-z]{2,3})")
_DANGLING = frozenset({"PP101", "PP102"})

Judge = Callable[[str, list[Finding], "_Files"], "Finding | None"]


class _Files:
    """Which document a file belongs to, and as what."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.unread = {
            document.file: document for key, document in catalog.documents.items() if key in catalog.broken
        }
        self.overlays = {
            place.file: (document, language)
            for document in catalog.documents.values()
            for language, place in document.languages
        }


def as_wholes(findings: Sequence[Finding], catalog: Catalog) -> tuple[Finding, ...]:
    """Return the findings, those of a file that is wrong as a whole replaced by one."""
    suspects: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code in _SUSPECT:
            suspects.setdefault(finding.position.file, []).append(finding)
    if not suspects:
        return tuple(findings)
    files = _Files(catalog)
    said: dict[str, Finding] = {}
    for file, own in suspects.items():
        found = next((one for judge in _JUDGES if (one := judge(file, own, files))), None)
        if found:
            said[file] = found
    moved = {files.unread[file].id for file, found in said.items() if "folder" in found.values}
    rest = (found for found in findings if not _is_told(found, said, moved))
    return (*rest, *said.values())


def _is_told(finding: Finding, said: dict[str, Finding], moved: set[str]) -> bool:
    """Whether a finding only follows from one about a whole file."""
    whole = said.get(finding.position.file)
    if whole and (whole.code == "PP009" or finding.code in _REPEATED | {whole.code, "PP022"}):
        return True
    return finding.code in _DANGLING and finding.values.get("found") in moved


def _copied_record(file: str, own: list[Finding], files: _Files) -> Finding | None:
    lines = tuple(dict.fromkeys(str(found.position.line) for found in own if found.code in _REPEATED))
    if len(lines) < _MANY or file not in files.overlays:
        return None
    document, language = files.overlays[file]
    message = "this file repeats {record}: a translation has texts and the ids of list items, no facts"
    help = "make it anew: portal new translation {name} {language}; or delete the facts in the lines {lines}"
    values = {"record": document.file, "name": f"{document.kind}/{document.id}", "language": language}
    return _error("PP031", file, message, {**values, "lines": enumerated(lines, most=8)}, help)


def _same_language(file: str, own: list[Finding], files: _Files) -> Finding | None:
    document, language = files.overlays.get(file, (None, ""))
    if document is None or language != _language_of(document):
        return None
    if sum(found.code == "PP302" for found in own) < 2:
        return None
    message = "this file translates into {language}, the language in which {record} is written"
    help = "name the file by the language in which it is, or delete it"
    if not document.root.get("language"):
        help = (
            "the record has no line language: …, so it counts as English; say in it which language it is in"
        )
    return _error("PP302", file, message, {"language": language, "record": document.file}, help)


def _named_like_a_record(file: str, own: list[Finding], files: _Files) -> Finding | None:
    document = files.unread.get(file)
    name = _NAMED_LIKE_A_TRANSLATION.fullmatch(document.id) if document else None
    if document is None or name is None or not any(found.code == "PP021" for found in own):
        return None
    if not files.catalog.exists(document.kind, name[1]) or not tables.is_language(name[2]):
        return None
    values = {"record": f"{name[1]}.yml", "language": name[2], "name": f"{name[1]}.{name[2]}.yml"}
    message = "this looks like the translation of {record} into {language}, but is named like a record"
    return _error("PP009", file, message, values, "did you mean {name}? Rename the file")


def _of_another_kind(file: str, own: list[Finding], files: _Files) -> Finding | None:
    document = files.unread.get(file)
    strange = sum(found.code == "PP020" and len(found.path) == 1 for found in own)
    if document is None or strange < _STRANGE:
        return None
    keys = {entry.key for entry in document.root.entries}
    fits = {kind: len(keys & model.model_fields.keys()) for kind, model in MODELS.items()}
    kind = max(fits, key=lambda one: (fits[one], one))
    if fits[kind] < len(keys) - 1 or fits[document.kind] + _STRANGE > fits[kind] or kind == "sites":
        return None
    what, here = SINGULAR[kind], SINGULAR[document.kind]
    values = {"what": with_article(what), "here": with_article(here), "folder": f"content/{kind}/"}
    message = "this is written like {what}, but stands where {here} is expected"
    return _error("PP009", file, message, values, "move the file to {folder}")


_JUDGES: tuple[Judge, ...] = (_same_language, _copied_record, _named_like_a_record, _of_another_kind)
_SUSPECT = _REPEATED | {"PP020", "PP021", "PP302"}


def _language_of(document: Document) -> str:
    entry = document.root.get("language")
    return entry.value.text if entry and isinstance(entry.value, Scalar) else "en"


def _error(code: str, file: str, message: str, values: Mapping[str, object], help: str) -> Finding:
    return Finding(code, Severity.ERROR, Position(file), message, dict(values), help)
