"""A contact that a site names is not shown.

What it does
    Finds `contact` and `accessibility.contact` of sites that name a coordinator whose role or consent has ended,
    or has not begun.

Why it matters
    Nobody stands where readers look for whom to ask. The accessibility statement then names the contact of the
    site, who may not know of it.

Example
    # content/coordinators/broen-kontor.yml
    language: da
    role: Foreningens kontor
    country: DK
    organisation: broen
    programmes:
      - broen-mentor
    languages:
      - da
    email: kontor@broen.example.org
    phones:
      - number: 32 12 34 56
    valid_to: 2026-06-30  # PP703
    # sites/broen/site.yml
    contact: broen-kontor  # PP613

Use instead
    # sites/broen/site.yml
    contact: broen-aarhus
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.coordinator import Coordinator
from generator.model.site import Site
from generator.model.state import coordinator_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield keys of sites that name somebody who is left out."""
    for site in context.catalog.of(Site):
        named: list[tuple[Path, str | None]] = [(("contact",), site.contact)]
        if site.accessibility:
            named.append((("accessibility", "contact"), site.accessibility.contact))
        for path, id in named:
            coordinator = context.catalog.get(Coordinator, id)
            reason = coordinator_lapse(coordinator, context.today) if coordinator else None
            if reason:
                message = "the contact {contact} is not shown: {reason}"
                help = "name another coordinator"
                yield Flaw(site, path, message, {"contact": id, "reason": reason}, help)


RULE = Rule("PP613", Severity.WARNING, "0.1", __doc__, check)
