"""Whether places meet: a venue lies in its city, a city in its region.

Takes a catalog and place ids, answers questions of inclusion. Cycles and endless chains of `part_of` are
harmless here; the rule PP104 reports the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalog import Catalog
from generator.model.place import Place
from generator.model.programme import Programme

_LEVELS = 16
"""Room, venue, quarter, city, district, region, country, continent: nobody needs more."""


def wider_places(catalog: Catalog, id: str) -> tuple[str, ...]:
    """Return the place and the places around it, nearest first."""
    found: list[str] = []
    place: str | None = id
    while place is not None and place not in found and len(found) < _LEVELS:
        found.append(place)
        record = catalog.get(Place, place)
        place = record.part_of if record else None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Area:
    """Some places with all that is inside and around them."""

    catalog: Catalog
    places: frozenset[str]
    around: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog, places: Iterable[str]) -> Area:
        """The area of these places."""
        inner = frozenset(places)
        return cls(catalog, inner, frozenset(wider for id in inner for wider in wider_places(catalog, id)))

    def meets(self, place: str) -> bool:
        """Whether the place is one of the area's, inside one of them, or around one."""
        return place in self.around or not self.places.isdisjoint(wider_places(self.catalog, place))


def programme_areas(catalog: Catalog) -> dict[str, Area]:
    """Return the area of every programme that says where it is; one that does not may be anywhere."""
    return {
        programme.id: Area.of(catalog, programme.places)
        for programme in catalog.of(Programme)
        if programme.places
    }
