"""Two coordinators have the same e-mail address.

What it does
    Compares the e-mail addresses of the coordinators who are in office. One who is named as the deputy of the other may
    read the same mailbox.

Why it matters
    Mostly a file was copied and the address forgotten: what readers of one city write lands with somebody in another.

Example
    # content/coordinators/broen-vest.yml (whole file)
    language: da
    role: Kontoret i vest
    country: DK
    organisation: broen
    programmes: []
    languages:
      - da
    email: odense@broen.example.org  # PP416
    phones:
      - number: 32 12 34 57

Use instead
    # content/coordinators/broen-vest.yml (whole file)
    language: da
    role: Kontoret i vest
    country: DK
    organisation: broen
    programmes: []
    languages:
      - da
    email: vest@broen.example.org
    phones:
      - number: 32 12 34 57
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.copies import facts_of
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator
from generator.model.state import coordinator_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield the later of two coordinators with one address. Records that are the same altogether are PP417."""
    known: dict[str, Coordinator] = {}
    for coordinator in context.catalog.of(Coordinator):
        if coordinator.email is None or coordinator_lapse(coordinator, context.today):
            continue
        first = known.setdefault(coordinator.email.casefold(), coordinator)
        if first is coordinator or first.id == coordinator.deputy or first.deputy == coordinator.id:
            continue
        if facts_of(first) != facts_of(coordinator):
            values = {"file": context.catalog.documents[first.key].file}
            message = "this is also the e-mail address in {file}"
            help = "correct the one that is wrong; one may be the deputy: of the other"
            yield Flaw(coordinator, ("email",), message, values, help)


RULE = Rule("PP416", Severity.WARNING, "0.1", __doc__, check)
