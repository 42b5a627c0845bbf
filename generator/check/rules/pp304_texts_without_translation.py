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
from functools import lru_cache
from typing import Any, TypeAlias, cast

from generator.check.advice import enumerated
from generator.check.languages import serves
from generator.check.programmes import records_by_programme, selected
from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import texts_of
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.catalog import Key
from generator.model.site import Site

_NAMED = 3
_Texts: TypeAlias = tuple[tuple[Path, frozenset[str]], ...]
"""Where the texts of a record stand, and in which languages each of them is."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield one flaw per site and language, with the numbers. Languages of PP305 are passed over."""
    groups = records_by_programme(context.catalog, context.today)
    texts: dict[Key, _Texts] = {}
    spoken = dict(context.catalog.spoken)
    for site in context.catalog.of(Site):
        ids = [programme.id for programme in selected(context.catalog, site)]
        records = {record.key: record for id in ids for record in groups[id]}
        every = frozenset[frozenset[str]]().union(*(_sets_of(record, spoken) for record in records.values()))
        for index, language in enumerate(site.languages):
            if context.theme_languages and not serves(context.theme_languages, language):
                continue
            lacking = _lacking(every, language)
            if lacking:
                shown = [(record, _texts_of(record, texts)) for record in records.values()]
                missing = [
                    (record, path)
                    for record, places in shown
                    for path, languages in places
                    if languages in lacking
                ]
                names = [_name(*text) for text in missing[:_NAMED]]
                names += [""] * (len(missing) - len(names))  # only counted
                total = sum(len(places) for _, places in shown)
                values = {"missing": len(missing), "total": total, "language": language}
                values["texts"] = enumerated(tuple(names), most=_NAMED)
                message = "{missing} of {total} texts on this site are not there in {language}: {texts}"
                help = (
                    "readers get them in another language, marked as such, until a translation file has them"
                )
                yield Flaw(site, ("languages", index), message, values, help)


def _sets_of(record: Record, spoken: dict[Key, frozenset[frozenset[str]]]) -> frozenset[frozenset[str]]:
    """The different sets of languages of a record's texts, found out once however many sites show it."""
    if record.key not in spoken:
        spoken[record.key] = Words(record).languages
    return spoken[record.key]


def _texts_of(record: Record, known: dict[Key, _Texts]) -> _Texts:
    """The texts of a record, looked up likewise."""
    if record.key not in known:
        known[record.key] = tuple((path, frozenset(text.values)) for path, text in texts_of(record))
    return known[record.key]


@lru_cache(maxsize=4096)
def _lacking(sets: frozenset[frozenset[str]], language: str) -> frozenset[frozenset[str]]:
    """Return those sets that do not serve a reader of `language`: most records have the same sets."""
    return frozenset(languages for languages in sets if not serves(languages, language))


def _name(record: Record, path: Path) -> str:
    """Where a text stands, items by their id as in a translation file."""
    words, part = [f"{record.kind}/{record.id}"], cast("Any", record)
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        words.append(str(getattr(part, "id", step)))
    return " › ".join(words)


RULE = Rule("PP304", Severity.NOTE, "0.1", __doc__, check)
