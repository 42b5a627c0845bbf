"""Two programmes are nearly the same.

What it does
    Compares the programmes of each organisation: nearly equal names with the same places, or an equal summary.

Why it matters
    Somebody who opens a second file for a programme that is there already splits its coordinators and calls, and
    readers see two of it with different facts.

Example
    # content/programmes/broen-mentoren.yml (whole file)
    language: da
    name: Broens mentor-netværk  # PP414
    summary: Mentorer for nye borgere på Fyn og i Aarhus.
    description: Frivillige mentorer hjælper nye borgere.
    organisation: broen
    programme_types:
      - one-to-one
    places:
      - odense
      - aarhus
    roles:
      mentor:
        summary: Du har tid til at lytte.
        tasks:
          - id: meet
            text: Mød din mentee.
      mentee:
        summary: Du er ny i Danmark.
        tasks:
          - id: plan
            text: Bestem, hvad I taler om.
    steps:
      - id: write
        title: Skriv til os
        actor: mentor
      - id: match
        title: Vi finder en, der passer
        actor: coordinator
    # content/programmes/broen-mentoren.en.yml (whole file)
    name: The Bridge mentors
    summary: Mentors for new citizens.
    description: Volunteer mentors help new citizens.
    roles:
      mentor:
        summary: You have time to listen.
        tasks:
          - id: meet
            text: Meet your mentee.
      mentee:
        summary: You are new in Denmark.
        tasks:
          - id: plan
            text: Decide what you talk about.
    steps:
      - id: write
        title: Write to us
      - id: match
        title: We find somebody who fits
    # content/coordinators/broen-odense.yml
    programmes:
      - broen-mentor
      - broen-mentoren
    # content/coordinators/broen-aarhus.yml
    programmes:
      - broen-mentor
      - broen-mentoren

Use instead
    # content/programmes/broen-mentor.yml
    name: Broens mentornetværk
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.programme import Programme

_LIKE = 0.9
_LEAST = 8
"""Letters; shorter names are alike by chance."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later file of two that are alike."""
    groups: dict[str, list[Programme]] = {}
    for programme in context.catalog.of(Programme):
        groups.setdefault(programme.organisation, []).append(programme)
    for one, other in (pair for group in groups.values() for pair in combinations(group, 2)):
        values = {"file": context.catalog.documents[one.key].file}
        if set(one.places) == set(other.places) and _are_alike(one, other):
            message = "this name and these places are nearly those of {file}"
            yield Flaw(other, ("name",), message, values, _HELP)
        elif _letters(one.summary.source) == _letters(other.summary.source):
            yield Flaw(other, ("summary",), "this summary is that of {file}", values, _HELP)


def _are_alike(one: Programme, other: Programme) -> bool:
    names = _letters(one.name.source), _letters(other.name.source)
    matcher = difflib.SequenceMatcher(None, *names, autojunk=False)
    return min(map(len, names)) >= _LEAST and matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


_HELP = "put everything into one file, or say in the name how they differ"
RULE = Rule("PP414", Severity.WARNING, "0.1", __doc__, check)
