"""A place or an organisation is part of itself.

What it does
    Follows `part_of` from place to place, and `parent_organisation` from organisation to organisation.

Why it matters
    A path such as "Odense, Funen, Denmark" would never end.

Example
    # content/places/fyn.yml
    language: da
    name: Fyn
    place_type: region
    country: DK
    part_of: odense  # PP104
    # content/places/odense.yml
    part_of: fyn

Use instead
    # content/places/fyn.yml
    language: da
    name: Fyn
    place_type: region
    country: DK
    # content/places/odense.yml
    part_of: fyn
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.organisation import Organisation
from generator.model.place import Place


def check(context: Context) -> Iterator[Flaw]:
    """Yield one member of each cycle, the first by id."""
    catalog = context.catalog
    places = {place.id: place.part_of for place in catalog.of(Place)}
    bodies = {body.id: body.parent_organisation for body in catalog.of(Organisation)}
    for kind, key, parents in (
        ("places", "part_of", places),
        ("organisations", "parent_organisation", bodies),
    ):
        for first, *others in _cycles(parents):
            message = "{id} is part of itself, by way of {others}" if others else "{id} is part of itself"
            values = {"id": first, "others": enumerated(tuple(others))}
            yield Flaw(
                catalog.by_key[kind, first], (key,), message, values, "take out the line that is wrong"
            )


def _cycles(parents: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield the members of each cycle, the first by id in front. Every record is visited once."""
    seen: set[str] = set()
    for start in parents:
        way: list[str] = []
        current: str | None = start
        while current is not None and current in parents and current not in seen:
            seen.add(current)
            way.append(current)
            current = parents[current]
        if current in way:
            cycle = way[way.index(current) :]
            turn = cycle.index(min(cycle))
            yield tuple(cycle[turn:] + cycle[:turn])


RULE = Rule("PP104", Severity.ERROR, "0.1", __doc__, check)
