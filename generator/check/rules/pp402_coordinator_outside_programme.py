"""A coordinator is named for a place where none of their programmes is.

What it does
    Compares the places of a coordinator with the places of their programmes. A region counts with the cities in
    it, a city with its venues.

Why it matters
    Readers of that place would be told to call somebody about a programme that they cannot join.

Example
    # content/places/svendborg.yml
    language: da
    name: Svendborg
    place_type: city
    country: DK
    # content/coordinators/broen-odense.yml
    places:
      - odense
      - svendborg  # PP402

Use instead
    # content/coordinators/broen-odense.yml
    places:
      - odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.area import programme_areas
from generator.model.coordinator import Coordinator
from generator.model.place import Place


def check(context: Context) -> Iterator[Flaw]:
    """Yield places of coordinators that no programme of theirs has. Programmes without places may be anywhere."""
    catalog = context.catalog
    areas = programme_areas(catalog)
    for coordinator in catalog.of(Coordinator):
        own = [areas[id] for id in coordinator.programmes if id in areas]
        if not own or len(own) < len(coordinator.programmes):
            continue
        for index, place in enumerate(coordinator.places):
            if catalog.get(Place, place) and not any(area.meets(place) for area in own):
                values = {"place": place, "programmes": enumerated(coordinator.programmes)}
                message = "no programme of this coordinator is in {place}: {programmes}"
                help = "take the place out here, or add it to the programme's places"
                yield Flaw(coordinator, ("places", index), message, values, help)


RULE = Rule("PP402", Severity.ERROR, "0.1", __doc__, check, ignorable=True)
