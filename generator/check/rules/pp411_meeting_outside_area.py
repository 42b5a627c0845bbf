"""An info meeting is in a place where its call is not.

What it does
    Compares the place of each meeting with the places of its call, or of the programme when the call names none. A
    region counts with the cities in it, a city with its venues. Meetings online or cancelled are left alone.

Why it matters
    Readers in Odense are invited to a meeting that is hours away. Mostly a line was copied from another call.

Example
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        place: aarhus  # PP411

Use instead
    # content/places/odense-bibliotek.yml
    language: da
    name: Odense Bibliotek
    place_type: venue
    country: DK
    part_of: odense
    # content/calls/mentors-odense.yml
    info_meetings:
      - id: december
        starts: 2026-12-03 17:00
        place: odense-bibliotek
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.area import Area, programme_areas
from generator.model.call import Call
from generator.model.catalog import Catalog
from generator.model.place import Place
from generator.model.state import is_cancelled


def check(context: Context) -> Iterator[Flaw]:
    """Yield places of meetings outside the places of the call."""
    catalog = context.catalog
    areas = programme_areas(catalog)
    for call in catalog.of(Call):
        places = _places(call, catalog, areas.get(call.programme))
        area = Area.of(catalog, places)
        for number, meeting in enumerate(call.info_meetings if places else ()):
            elsewhere = catalog.get(Place, meeting.place)
            is_online = meeting.status == "moved_online" or is_cancelled(call, meeting)
            if elsewhere and not is_online and not area.meets(elsewhere.id):
                values = {"place": elsewhere.id, "places": enumerated(places, "or")}
                message = "the call is for {places}; {place} is not there"
                help = "correct the place; a venue says under part_of: in which city it is"
                yield Flaw(call, ("info_meetings", number, "place"), message, values, help)


def _places(call: Call, catalog: Catalog, programme: Area | None) -> tuple[str, ...]:
    """Where the call is; nowhere, when a place of its own is wrong already (PP101, PP405)."""
    if any(not catalog.get(Place, id) or (programme and not programme.meets(id)) for id in call.places):
        return ()
    return call.places or tuple(sorted(programme.places if programme else ()))


RULE = Rule("PP411", Severity.WARNING, "0.1", __doc__, check)
