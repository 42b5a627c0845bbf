"""A guide, a role or the way into a programme is empty.

What it does
    Looks for guides without steps, agenda and questions, for mentors and mentees without tasks, and for running
    programmes that show fewer than two steps.

Why it matters
    The page has a heading and nothing to do below it. Before they apply, readers want to know what happens.

Example
    # content/guides/goodbye.yml
    language: da
    title:  # PP803
      da: Det sidste møde
      en: The last meeting
    audience: mentor
    summary:
      da: Sådan siger I farvel.
      en: How to say goodbye.

Use instead
    # content/guides/goodbye.yml
    language: da
    title:
      da: Det sidste møde
      en: The last meeting
    audience: mentor
    summary:
      da: Sådan siger I farvel.
      en: How to say goodbye.
    questions:
      - id: learned
        text:
          da: Hvad har I lært?
          en: What have you learned?
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.guide import Guide
from generator.model.programme import Programme

_RUNNING = ("active", "temporarily_closed")


def check(context: Context) -> Iterator[Flaw]:
    """Yield parts that a reader would find empty."""
    for guide in context.catalog.of(Guide):
        if not (guide.steps or guide.agenda or guide.questions):
            message, help = "this guide has nothing to do in it", "add steps, an agenda or questions"
            yield Flaw(guide, ("title",), message, {}, help, at_key=True)
    for programme in context.catalog.of(Programme):
        if programme.status not in _RUNNING:
            continue
        for role in ("mentor", "mentee"):
            if not getattr(programme.roles, role).tasks:
                values = {"role": role}
                message, help = "nothing says what a {role} does", "add tasks, one line each"
                yield Flaw(programme, ("roles", role), message, values, help, at_key=True)
        if len(programme.steps) < 2:
            path = ("steps",) if programme.steps else ("name",)
            message, help = (
                "fewer than two steps lead into this programme",
                "add what happens, from first contact on",
            )
            yield Flaw(programme, path, message, {}, help, at_key=True)


RULE = Rule("PP803", Severity.WARNING, "0.1", __doc__, check)
