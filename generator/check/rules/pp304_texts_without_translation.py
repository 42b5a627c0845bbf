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

_Counted = tuple[tuple[str, ...], int]


def check(context: Context) -> Iterator[Flaw]:
    """Yield one flaw per site and language, with the numbers. Languages of PP305 are passed over."""
    groups = records_by_programme(context.catalog, context.today)
    known: dict[tuple[Key, str], _Counted] = {}
    for site in context.catalog.of(Site):
        ids = [programme.id for programme in selected(context.catalog, site)]
        records = {record.key: record for id in ids for record in groups[id]}
        for index, language in enumerate(site.languages):
            if context.theme_languages and not serves(context.theme_languages, language):
                continue
            counts = [_count(record, language, known) for record in records.values()]
            missing = tuple(text for names, _ in counts for text in names)
            if missing:
                total = sum(count for _, count in counts)
                values = {"missing": len(missing), "total": total, "language": language}
                values["texts"] = enumerated(missing, most=3)
                message = "{missing} of {total} texts on this site are not there in {language}: {texts}"
                help = (
                    "readers get them in another language, marked as such, until a translation file has them"
                )
                yield Flaw(site, ("languages", index), message, values, help)


def _count(record: Record, language: str, known: dict[tuple[Key, str], _Counted]) -> _Counted:
    """Which texts of the record are missing in the language, and how many it has."""
    place = (record.key, language)
    if place not in known:
        texts = list(texts_of(record))
        missing = (path for path, text in texts if not serves(text.languages, language))
        known[place] = tuple(_name(record, path) for path in missing), len(texts)
    return known[place]


def _name(record: Record, path: Path) -> str:
    """Where a text stands, items by their id as in a translation file."""
    words, part = [f"{record.kind}/{record.id}"], cast("Any", record)
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        words.append(str(getattr(part, "id", step)))
    return " › ".join(words)


RULE = Rule("PP304", Severity.NOTE, "0.1", __doc__, check)
