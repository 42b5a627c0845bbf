"""A reference points to a record that does not exist.

What it does
    Looks up every id that a record refers to, and suggests the nearest id that exists; also in a record that cannot be
    read for another reason. Where a picture is meant whose
    file is there without a record, it says which record to make.

Why it matters
    A programme without its coordinator, or a call without its place, leaves readers with nobody to ask.

Example
    # content/calls/mentors-odense.yml
    places:
      - odens  # PP101

Use instead
    # content/calls/mentors-odense.yml
    places:
      - odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import Advice
from generator.check.pictures import unrecorded
from generator.check.references import without_record
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.load.names import printable
from generator.model.kinds import SINGULAR
from generator.model.media import Media

_RECORD_OF_FILE = "the picture {file} is there, its record is missing: make content/media/{found}.yml"


def check(context: Context) -> Iterator[Flaw]:
    """Yield references whose id no record of any kind has."""
    catalog = context.catalog
    advice = Advice(catalog)
    files = {found.id: printable(found.name) for found in unrecorded(context)}
    for record, reference, place in without_record(catalog):
        kind = reference.target.kind
        if any(catalog.exists(other, reference.id) for other in SINGULAR):
            continue
        values: dict[str, object] = {"what": Phrase(SINGULAR[kind]), "found": reference.id}
        file = files.get(reference.id) if kind == Media.kind else None
        values["file"] = file or ""
        help = _RECORD_OF_FILE if file else advice.record(kind, reference.id)
        yield Flaw(record, reference.path, 'there is no {what} "{found}"', values, help, place=place)


RULE = Rule("PP101", Severity.ERROR, "0.1", __doc__, check)
