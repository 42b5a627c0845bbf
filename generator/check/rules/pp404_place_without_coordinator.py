"""A programme has a place without a coordinator.

What it does
    Looks for a coordinator of the programme in each of its places. One for the region counts for its cities; one
    without places counts for all. One who begins only later counts as nobody; while somebody without places answers,
    that is a note.

Why it matters
    Readers choose their city first. There they should find a person, not a gap.

Example
    # content/programmes/broen-mentor.yml
    places:
      - odense
      - aarhus  # PP404
    # content/coordinators/broen-aarhus.yml
    places:
      - odense

Use instead
    # content/programmes/broen-mentor.yml
    places:
      - odense
      - aarhus
    # content/coordinators/broen-aarhus.yml
    places:
      - aarhus
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.area import Area
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import coordinator_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield places of programmes in which nobody answers; without anybody at all, that is PP403."""
    catalog = context.catalog
    if any(kind == Coordinator.kind for kind, _ in catalog.broken):
        return
    for programme in catalog.of(Programme):
        present = [
            coordinator
            for coordinator in catalog.coordinators_of.get(programme.id, ())
            if not coordinator_lapse(coordinator, context.today)
        ]
        if not present:
            continue
        if not all(coordinator.places for coordinator in present):
            yield from _coming(context, programme, present)
            continue
        area = Area.of(catalog, (place for coordinator in present for place in coordinator.places))
        for index, place in enumerate(programme.places):
            if catalog.get(Place, place) and not area.meets(place):
                message = "no coordinator of this programme is in {place}"
                help = "add {place} to the places of a coordinator"
                yield Flaw(programme, ("places", index), message, {"place": place}, help)


def _coming(context: Context, programme: Programme, present: list[Coordinator]) -> Iterator[Flaw]:
    """Yield those who begin later and whose places have nobody of their own until then."""
    catalog = context.catalog
    area = Area.of(catalog, (place for coordinator in present for place in coordinator.places))
    for coordinator in catalog.coordinators_of.get(programme.id, ()):
        begins = coordinator.valid_from
        if begins is None or begins <= context.today:
            continue
        alone = [id for id in coordinator.places if catalog.get(Place, id) and not area.meets(id)]
        if alone:
            values = {"place": alone[0], "date": begins}
            message, help = "until {date} {place} has no coordinator of its own", "is the date right?"
            yield Flaw(coordinator, ("valid_from",), message, values, help, severity=Severity.NOTE)


RULE = Rule("PP404", Severity.WARNING, "0.1", __doc__, check)
