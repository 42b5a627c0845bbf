"""Some texts of a site are not translated.

What it does
    Counts, for each language of a site, the texts of its programmes and of their coordinators, calls, guides
    and stories, and says how many are not there in that language, and which are the first.

Why it matters
    Readers get these texts in another language, with a notice, or not at all. That may be meant: this is a note,
    for whoever plans translations.

Example
    # content/calls/mentors-odense.en.yml (whole file)
    name: Mentors for Odense
    # sites/broen/site.yml
    languages:
      - da
      - en  # PP304

Use instead
    # content/calls/mentors-odense.en.yml (whole file)
    name: Mentors for Odense
    summary: We are looking for mentors who have time from February 2027.
    apply:
      steps:
        - id: write
          text: Write who you are and when you have time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from generator.check.advice import enumerated
from generator.check.languages import serves
from generator.check.programmes import records_by_programme, selected
from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import texts_of
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Key
from generator.model.site import Site

_NAMED = 3
_Texts = tuple[tuple[Path, frozenset[str]], ...]
"""Where the texts of a record stand, and in which languages each of them is."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield one flaw per site and language, with the numbers. Languages of PP305 are passed over."""
    groups = records_by_programme(context.catalog, context.today)
    texts = _Known()
    for site in context.catalog.of(Site):
        ids = [programme.id for programme in selected(context.catalog, site)]
        records = {record.key: record for id in ids for record in groups[id]}.values()
        for index, language in enumerate(site.languages):
            if context.theme_languages and not serves(context.theme_languages, language):
                continue
            missing = [(record, path) for record in records for path, _ in texts.missing(record, language)]
            if missing:
                names = [_name(*text) for text in missing[:_NAMED]]
                names += [""] * (len(missing) - len(names))  # only counted
                total = sum(len(texts.all(record)) for record in records)
                values = {"missing": len(missing), "total": total, "language": language}
                values["texts"] = enumerated(tuple(names), most=_NAMED)
                message = "{missing} of {total} texts on this site are not there in {language}: {texts}"
                help = (
                    "readers get them in another language, marked as such, until a translation file has them"
                )
                yield Flaw(site, ("languages", index), message, values, help)


class _Known:
    """The texts of records, looked up once however many sites show them."""

    def __init__(self) -> None:
        self._all: dict[Key, _Texts] = {}
        self._sets: dict[Key, frozenset[frozenset[str]]] = {}
        self._missing: dict[tuple[Key, str], _Texts] = {}

    def all(self, record: Record) -> _Texts:
        found = self._all.get(record.key)
        if found is None:
            found = tuple((path, frozenset(text.values)) for path, text in texts_of(record))
            self._all[record.key] = found
            self._sets[record.key] = frozenset(languages for _, languages in found)
        return found

    def missing(self, record: Record, language: str) -> _Texts:
        place = (record.key, language)
        if place not in self._missing:
            texts = self.all(record)
            lacking = {known for known in self._sets[record.key] if not _serves(known, language)}
            self._missing[place] = tuple(text for text in texts if text[1] in lacking) if lacking else ()
        return self._missing[place]


@cache
def _serves(languages: frozenset[str], language: str) -> bool:
    return serves(languages, language)


def _name(record: Record, path: Path) -> str:
    """Where a text stands, items by their id as in a translation file."""
    words, part = [f"{record.kind}/{record.id}"], cast("Any", record)
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        words.append(str(getattr(part, "id", step)))
    return " › ".join(words)


RULE = Rule("PP304", Severity.NOTE, "0.1", __doc__, check)
