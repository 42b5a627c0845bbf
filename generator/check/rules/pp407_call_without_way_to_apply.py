"""A call does not say how to apply.

What it does
    Looks for a coordinator, a web address or an e-mail address under `apply`.

Why it matters
    Steps alone leave readers with "write to us" and no address.

Example
    # content/calls/mentors-odense.yml
    apply:  # PP407
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

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.call import Call
from generator.model.state import is_over


def check(context: Context) -> Iterator[Flaw]:
    """Yield calls, closed ones left aside, with no way to apply."""
    for call in context.catalog.of(Call):
        ways = call.apply.coordinator or call.apply.url or call.apply.email
        if not ways and not is_over(call, context.today):
            others = context.catalog.coordinators_of.get(call.programme, ())
            help = "add coordinator: {id}, or url or email" if others else "add coordinator, url or email"
            values = {"id": others[0].id} if others else {}
            message = "nobody can apply: there is no coordinator, web address or e-mail address"
            yield Flaw(call, ("apply",), message, values, help, at_key=True)


RULE = Rule("PP407", Severity.ERROR, "0.1", __doc__, check)
