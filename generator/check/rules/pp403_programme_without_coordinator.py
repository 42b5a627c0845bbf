"""A programme has no coordinator.

What it does
    Looks for coordinators who name the programme, and for its `contact`. If all of them have left, it warns.

Why it matters
    The first thing readers look for is somebody to ask.

Example
    # content/programmes/broen-mentor.yml
    name: Broens mentornetværk  # PP403
    # content/coordinators/broen-odense.yml
    programmes: []
    # content/coordinators/broen-aarhus.yml
    programmes: []

Use instead
    # content/coordinators/broen-odense.yml
    programmes:
      - broen-mentor
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.programme import Programme
from generator.model.state import coordinator_lapse

_ENDED = ("inactive", "defunct")


def check(context: Context) -> Iterator[Flaw]:
    """Yield running programmes for which nobody answers. Says nothing while a coordinator cannot be read."""
    catalog = context.catalog
    if any(kind == Coordinator.kind for kind, _ in catalog.broken):
        return
    for programme in catalog.of(Programme):
        if programme.status in _ENDED:
            continue
        known = _answering(catalog, programme)
        if not known:
            help = "add {id} to the programmes of a coordinator, or make one: portal new coordinator ID"
            yield Flaw(
                programme, ("name",), "no coordinator answers for this programme", {"id": programme.id}, help
            )
        elif all(coordinator_lapse(coordinator, context.today) for coordinator in known):
            message = "every coordinator of this programme has left: {ids}"
            values = {"ids": ", ".join(coordinator.id for coordinator in known)}
            help = "name who answers now"
            yield Flaw(programme, ("name",), message, values, help, severity=Severity.WARNING)


def _answering(catalog: Catalog, programme: Programme) -> tuple[Coordinator, ...]:
    contact = catalog.get(Coordinator, programme.contact)
    return (*catalog.coordinators_of.get(programme.id, ()), *((contact,) if contact else ()))


RULE = Rule("PP403", Severity.ERROR, "0.1", __doc__, check)
