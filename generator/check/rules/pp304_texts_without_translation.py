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
from dataclasses import dataclass
from functools import lru_cache
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


def check(context: Context) -> Iterator[Flaw]:
    """Yield one flaw per site and language, with the numbers. Languages of PP305 are passed over."""
    groups = records_by_programme(context.catalog, context.today)
    texts: dict[Key, _Texts] = {}
    for site in context.catalog.of(Site):
        ids = [programme.id for programme in selected(context.catalog, site)]
        records = {record.key: record for id in ids for record in groups[id]}
        shown = [(record, _texts_of(record, key, texts)) for key, record in records.items()]
        every = frozenset[frozenset[str]]().union(*(known.sets for _, known in shown))
        for index, language in enumerate(site.languages):
            if context.theme_languages and not serves(context.theme_languages, language):
                continue
            lacking = _lacking(every, language)
            missing = [
                (record, path)
                for record, known in (shown if lacking else ())
                if not lacking.isdisjoint(known.sets)
                for path, languages in known.places
                if languages in lacking
            ]
            if missing:
                names = [_name(*text) for text in missing[:_NAMED]]
                names += [""] * (len(missing) - len(names))  # only counted
                total = sum(len(known.places) for _, known in shown)
                values = {"missing": len(missing), "total": total, "language": language}
                values["texts"] = enumerated(tuple(names), most=_NAMED)
                message = "{missing} of {total} texts on this site are not there in {language}: {texts}"
                help = (
                    "readers get them in another language, marked as such, until a translation file has them"
                )
                yield Flaw(site, ("languages", index), message, values, help)


@dataclass(frozen=True, slots=True)
class _Texts:
    """Where the texts of a record stand, and in which languages each of them is; then these sets by themselves."""

    places: tuple[tuple[Path, frozenset[str]], ...]
    sets: frozenset[frozenset[str]]


def _texts_of(record: Record, key: Key, known: dict[Key, _Texts]) -> _Texts:
    """The texts of a record, looked up once however many sites show it."""
    if key not in known:
        places = tuple((path, frozenset(text.values)) for path, text in texts_of(record))
        known[key] = _Texts(places, frozenset(languages for _, languages in places))
    return known[key]


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
