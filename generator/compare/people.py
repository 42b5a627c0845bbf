"""Who answers in which place: coordinators that come and go, and places that are left without.

Takes two states and the day, returns sentences. A coordinator of a region answers in its cities.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.compare.difference import Change
from generator.compare.portal import State
from generator.diagnostics import Phrase
from generator.model.area import Area
from generator.model.catalog import Catalog, Key
from generator.model.coordinator import Coordinator
from generator.model.naming import public_title
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import coordinator_lapse

Answering = dict[tuple[str, str], set[str]]
"""Programme and place → ids of coordinators."""


def answering(catalog: Catalog, today: date) -> Answering:
    """Return who is shown to answer for each programme in each of its places."""
    found: Answering = {}
    for programme in catalog.of(Programme):
        if programme.status == "defunct":
            continue
        present = [
            (coordinator.id, Area.of(catalog, coordinator.places) if coordinator.places else None)
            for coordinator in catalog.coordinators_of.get(programme.id, ())
            if not coordinator_lapse(coordinator, today)
        ]
        for place in programme.places:
            found[programme.id, place] = {id for id, area in present if area is None or area.meets(place)}
    return found


def people(before: State, after: State, today: date) -> tuple[dict[Key, list[Change]], list[Phrase]]:
    """Return the changes of coordinators, by their key, and warnings for places that lost the last one."""
    then, now = answering(before.catalog, today), answering(after.catalog, today)
    told: dict[Key, list[Change]] = {}
    warnings = []
    for spot in sorted(then.keys() & now.keys()):
        for id, phrase in _moves(after.catalog, before.catalog, spot, then[spot], now[spot]):
            told.setdefault((Coordinator.kind, id), []).append(Change(phrase, ("places",)))
        if then[spot] and not now[spot]:
            template = "{place} no longer has a coordinator for {programme}"
            warnings.append(Phrase(template, _names(after.catalog, spot)))
    return told, warnings


def _moves(
    now: Catalog, then: Catalog, spot: tuple[str, str], before: set[str], after: set[str]
) -> Iterator[tuple[str, Phrase]]:
    for id in sorted(after - before):
        yield id, Phrase("now answers for {programme} in {place}", _names(now, spot))
    for id in sorted(before - after):
        yield id, Phrase("no longer answers for {programme} in {place}", _names(then, spot))


def _names(catalog: Catalog, spot: tuple[str, str]) -> dict[str, object]:
    programme, place = catalog.get(Programme, spot[0]), catalog.get(Place, spot[1])
    return {
        "programme": public_title(programme) if programme else spot[0],
        "place": public_title(place) if place else spot[1],
    }
