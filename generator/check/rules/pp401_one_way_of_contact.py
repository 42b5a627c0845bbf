"""A coordinator has fewer than two ways of contact.

What it does
    Counts e-mail address, phone number, page for appointments, and visiting address. An address or number that
    the person's consent leaves out does not count.

Why it matters
    Some readers do not write, others cannot phone. And when one way fails, there has to be another.

Example
    # content/coordinators/broen-odense.yml
    email:
    phones:  # PP401
      - number: 32 12 34 56

Use instead
    # content/coordinators/broen-odense.yml
    email: odense@broen.example.org
    phones:
      - number: 32 12 34 56
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.base import ConsentScope
from generator.model.coordinator import Coordinator
from generator.model.state import coordinator_lapse, may_tell

_WAYS = ("email", "phones", "appointment_url", "address")
_SCOPES: dict[str, ConsentScope] = {"email": "email", "phones": "phone"}


def check(context: Context) -> Iterator[Flaw]:
    """Yield coordinators whom one can reach in one way at most."""
    for coordinator in context.catalog.of(Coordinator):
        has = [way for way in _WAYS if getattr(coordinator, way) and _is_shown(coordinator, way)]
        if len(has) >= 2 or coordinator_lapse(coordinator, context.today):
            continue
        others = tuple(way for way in _WAYS if way not in has)
        message = "readers can reach this coordinator in one way only; expected two"
        help = "add {others}"
        if not has:
            message, help = "readers cannot reach this coordinator; expected two ways", "add two of {others}"
        values = {"others": enumerated(others, "or")}
        yield Flaw(coordinator, (has[0] if has else "role",), message, values, help, at_key=True)


def _is_shown(coordinator: Coordinator, way: str) -> bool:
    scope = _SCOPES.get(way)
    return scope is None or may_tell(coordinator, scope)


RULE = Rule("PP401", Severity.ERROR, "0.1", __doc__, check)
