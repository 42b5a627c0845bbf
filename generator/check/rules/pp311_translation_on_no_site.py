"""A record is translated into a language in which no site shows it.

What it does
    Compares the language of each translation file with the languages of the sites that show the record. Of records
    that stand in others' pages, such as places, it asks only whether any site has the language. Vocabularies are left
    alone.

Why it matters
    No reader ever sees these words, and whoever wrote them believes that they are published. `no` for Norwegian is an
    error: readers of `nb` do not get it.

Example
    # content/programmes/broen-mentor.uk.yml
    name: Міст  # PP311

Use instead
    # content/programmes/broen-mentor.en.yml
    name: The Bridge mentor network
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.check.advice import enumerated
from generator.check.languages import is_read, meant_instead
from generator.check.programmes import records_by_programme, selected
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.catalog import Key
from generator.model.fields import tables
from generator.model.file_names import renamed
from generator.model.media import Vocabulary
from generator.model.site import Site

_Shown = dict[Key, dict[str, None]]
"""The sites on which a record is, in order."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield the translation files that serve no reader. Says nothing while a site cannot be read."""
    catalog = context.catalog
    if any(kind == Site.kind for kind, _ in catalog.broken):
        return
    spoken = {site.id: site.languages for site in catalog.of(Site)}
    everywhere = {language for languages in spoken.values() for language in languages}
    shown = _shown(context)
    readers: dict[tuple[str, ...], frozenset[str]] = {}
    for record in catalog if spoken else ():
        for language, place in catalog.documents[record.key].languages if record.kind != Site.kind else ():
            if language == record.language:
                continue
            sites = tuple(shown.get(record.key, ()))
            if sites not in readers:
                readers[sites] = frozenset({code for site in sites for code in spoken[site]} or everywhere)
            reached = readers[sites]
            if _is_read(language, reached) or not tables.is_language(language):
                continue
            values: dict[str, object] = {"language": language}
            meant = meant_instead(language, reached)
            if meant:
                values |= {"meant": meant, "file": renamed(place.file, language, meant)}
                help, severity = "did you mean {meant}? Rename the file to {file}", Severity.ERROR
            elif record.kind == Vocabulary.kind:
                continue
            else:
                values["sites"] = enumerated(sites or tuple(spoken), "or")
                help, severity = _ADD, Severity.WARNING
            message = "no site that shows this has the language {language}"
            yield Flaw(record, (), message, values, help, severity=severity, place=place)


@lru_cache(maxsize=4096)
def _is_read(language: str, reached: frozenset[str]) -> bool:
    return is_read(language, reached)


def _shown(context: Context) -> _Shown:
    groups = records_by_programme(context.catalog, context.today)
    shown: _Shown = {}
    for site in context.catalog.of(Site):
        for programme in selected(context.catalog, site):
            for record in groups[programme.id]:
                shown.setdefault(record.key, {})[site.id] = None
    return shown


_ADD = "add {language} to the languages of the site {sites}, or delete this file"
RULE = Rule("PP311", Severity.WARNING, "0.1", __doc__, check)
