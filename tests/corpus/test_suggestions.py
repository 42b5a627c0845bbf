"""Thirty misspelled references of the sample content: the check names the record or word that was meant."""

from __future__ import annotations

import random
from pathlib import Path

from generator.clock import read_clock
from generator.load.document import Document
from generator.load.loader import Reading
from generator.model.fields.reference import Reference
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.mutations.mutate import misspell
from tests.support.portal import TODAY

ROOT = Path(__file__).resolve().parents[2]
SEED = 30


def misspelled(document: Document, reference: Reference, chance: random.Random) -> tuple[str, int] | None:
    """The file with one wrong letter in a reference, and its line; `None` where it stands in no line of its own."""
    place = document.inside(reference.path)
    if place is None:
        return None
    lines = (ROOT / place.file).read_text("utf-8").split("\n")
    line = lines[place.line - 1]
    wrong = misspell(reference.id, chance)
    lines[place.line - 1] = f"{line[: place.column - 1]}{wrong}{line[place.end_column - 1 :]}"
    return ("\n".join(lines), place.line) if wrong != reference.id else None


def test_misspelled_references_of_the_sample_content() -> None:
    """At least 28 of 30 are answered with the id that was meant, on their line."""
    paths, clock = PortalPaths(ROOT), read_clock(TODAY)
    catalog = check_portal(paths, clock).catalog
    chance = random.Random(SEED)  # noqa: S311 - the same thirty in every run
    known = [(key, reference) for key, found in catalog.references.items() for reference in found]
    tried, wrong = 0, []
    for key, reference in chance.sample(known, 60):
        document = catalog.documents[key]
        change = misspelled(document, reference, chance)
        if change is None or tried == 30:
            continue
        tried += 1
        checked = check_portal(paths, clock, reading=Reading({document.file: change[0].encode()}))
        said = [
            found.help_text
            for found in checked.findings
            if (found.position.file, found.position.line) == (document.file, change[1])
        ]
        if f"did you mean {reference.id}?" not in said:
            wrong.append(f"{document.file}:{change[1]} {reference.id}: {said}")
    print(f"\nsuggestions, seed {SEED}: {tried - len(wrong)} of {tried} right", *wrong, sep="\n")  # noqa: T201
    assert (tried, len(wrong) <= 2) == (30, True)
