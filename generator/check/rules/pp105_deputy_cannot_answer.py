"""A deputy cannot answer.

What it does
    Finds coordinators who are their own deputy, and warns of deputies whose role or consent has ended.

Why it matters
    Readers are told whom to ask when the coordinator is away. That has to be somebody else, who is still there.

Example
    # content/coordinators/broen-odense.yml
    deputy: broen-odense  # PP105

Use instead
    # content/coordinators/broen-odense.yml
    deputy: broen-aarhus
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.coordinator import Coordinator
from generator.model.state import coordinator_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield deputies who are the coordinator, or who have left."""
    for coordinator in context.catalog.of(Coordinator):
        deputy = context.catalog.get(Coordinator, coordinator.deputy)
        if deputy is None:
            continue
        if deputy.id == coordinator.id:
            help = "name another coordinator, or leave the line out"
            yield Flaw(coordinator, ("deputy",), "nobody can be their own deputy", {}, help)
            continue
        reason = coordinator_lapse(deputy, context.today)
        if reason and not coordinator_lapse(coordinator, context.today):
            yield Flaw(
                coordinator,
                ("deputy",),
                "the deputy {deputy} is no longer shown: {reason}",
                {"deputy": deputy.id, "reason": reason},
                "name another coordinator, or leave the line out",
                severity=Severity.WARNING,
            )


RULE = Rule("PP105", Severity.ERROR, "0.1", __doc__, check)
