"""A call names a coordinator who does not answer for its programme.

What it does
    Compares the programme of a call with those of the coordinator it names, and warns when that coordinator has
    left while one can still apply.

Why it matters
    The person on the phone would know nothing of the call.

Example
    # content/coordinators/broen-kontor.yml
    language: da
    role: Foreningens kontor
    country: DK
    organisation: broen
    programmes: []
    languages:
      - da
    email: kontor@broen.example.org
    phones:
      - number: 32 12 34 56
    # content/calls/mentors-odense.yml
    apply:
      coordinator: broen-kontor  # PP406
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
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.state import coordinator_lapse, is_over


def check(context: Context) -> Iterator[Flaw]:
    """Yield calls that send readers to somebody else's coordinator. A programme without any is PP403."""
    catalog = context.catalog
    for call in catalog.of(Call):
        coordinator = catalog.get(Coordinator, call.apply.coordinator)
        if coordinator is None:
            continue
        path = ("apply", "coordinator")
        others = catalog.coordinators_of.get(call.programme, ())
        reason = coordinator_lapse(coordinator, context.today)
        if call.programme not in coordinator.programmes and others:
            values = {
                "id": coordinator.id,
                "programme": call.programme,
                "others": enumerated(answering(context, call) or tuple(other.id for other in others), "or"),
            }
            yield Flaw(call, path, "{id} does not answer for {programme}", values, "expected {others}")
        elif reason and not is_over(call, context.today):
            values = {"id": coordinator.id, "reason": reason}
            message, help = "{id} is no longer shown: {reason}", "name who answers now"
            yield Flaw(call, path, message, values, help, severity=Severity.WARNING)


RULE = Rule("PP406", Severity.ERROR, "0.1", __doc__, check)
