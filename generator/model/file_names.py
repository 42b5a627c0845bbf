"""Languages in the names of translation files: is there such a language, and which was probably meant.

Takes documents and names of files, returns findings PP301. Whether a site has the language is for rules to say.
"""

from __future__ import annotations

from generator.diagnostics import Finding, Position, Severity
from generator.load.document import Document
from generator.model.fields import tables

_MESSAGE = 'the file name ends in "{found}", which is not a language code'


def language_findings(document: Document) -> tuple[Finding, ...]:
    """Return a finding for each translation of a record whose name ends in no language."""
    return tuple(
        unknown_language(place.file, language)
        for language, place in document.languages
        if not tables.is_language(language)
    )


def unknown_language(file: str, language: str) -> Finding:
    """Return the finding for a file, by its path in the portal, with the name that was probably meant."""
    meant = tables.nearest_language(language)
    if not meant:
        help = "codes are BCP 47: da, nb, uk, ar, ckb"
        return Finding("PP301", Severity.ERROR, Position(file), _MESSAGE, {"found": language}, help)
    help = "did you mean {suggestion}? Rename the file to {name}"
    values = {"found": language, "suggestion": meant, "name": renamed(file, language, meant)}
    return Finding("PP301", Severity.ERROR, Position(file), _MESSAGE, values, help)


def renamed(file: str, language: str, meant: str) -> str:
    """Return the name of `file` with another language, without its folder: `odense.uk.yml`."""
    name, _, ending = file.rpartition("/")[2].rpartition(".")
    return f"{name.removesuffix(language)}{meant}.{ending}"
