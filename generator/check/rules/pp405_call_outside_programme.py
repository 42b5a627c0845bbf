"""A call is for a place where its programme is not.

What it does
    Compares the places of a call with those of its programme. A region counts with the cities in it, a city
    with its venues.

Why it matters
    People would apply in a city in which nobody can match them.

Example
    # content/places/svendborg.yml
    language: da
    name: Svendborg
    place_type: city
    country: DK
    # content/calls/mentors-odense.yml
    places:
      - svendborg  # PP405

Use instead
    # content/calls/mentors-odense.yml
    places:
      - odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.area import programme_areas
from generator.model.call import Call
from generator.model.place import Place


def check(context: Context) -> Iterator[Flaw]:
    """Yield places of calls outside the places of the programme."""
    catalog = context.catalog
    areas = programme_areas(catalog)
    for call in catalog.of(Call):
        area = areas.get(call.programme)
        for index, place in enumerate(call.places if area else ()):
            if area and catalog.get(Place, place) and not area.meets(place):
                values = {"programme": call.programme, "place": place}
                message = "the programme {programme} is not in {place}"
                help = "correct the place, or add it to content/programmes/{programme}.yml"
                yield Flaw(call, ("places", index), message, values, help)


RULE = Rule("PP405", Severity.ERROR, "0.1", __doc__, check)
