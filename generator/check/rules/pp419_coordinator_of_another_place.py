"""A call names a coordinator who does not answer for its places.

What it does
    Compares the places of a call with those of the coordinator to whom one applies. A region counts with the cities in
    it; a coordinator without places answers for all.

Why it matters
    Readers in Odense are told to ring somebody in Aarhus. Mostly the call was copied from that of another city.

Example
    # content/calls/mentors-odense.yml
    apply:
      coordinator: broen-aarhus  # PP419
      steps:
        - id: write
          text: Skriv, hvem du er, og hvornår du har tid.

Use instead
    # content/calls/mentors-odense.yml
    apply:
      coordinator: broen-odense
      steps:
        - id: write
          text: Skriv, hvem du er, og hvornår du har tid.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.programmes import answering
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.area import Area, programme_areas
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.state import coordinator_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield such calls. Somebody of another programme, or who has left, is PP406, a place outside of it PP405."""
    catalog = context.catalog
    programmes = programme_areas(catalog)
    for call in catalog.of(Call):
        coordinator = catalog.get(Coordinator, call.apply.coordinator)
        if coordinator is None or not coordinator.places or call.programme not in coordinator.programmes:
            continue
        area, around = Area.of(catalog, coordinator.places), programmes.get(call.programme)
        known = (id for id in call.places if catalog.get(Place, id) and (around is None or around.meets(id)))
        elsewhere = tuple(id for id in known if not area.meets(id))
        if elsewhere and not coordinator_lapse(coordinator, context.today):
            values = {"id": coordinator.id, "places": enumerated(elsewhere, "or")}
            found = answering(context, call, elsewhere)
            values["others"] = enumerated(found, "or")
            help = "expected {others}" if found else "add the place to the coordinator's, or name another one"
            yield Flaw(call, ("apply", "coordinator"), "{id} does not answer for {places}", values, help)


RULE = Rule("PP419", Severity.WARNING, "0.1", __doc__, check)
