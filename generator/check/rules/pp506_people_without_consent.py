"""A picture shows people and there is no consent.

What it does
    Asks pictures with `shows_people: true` for a consent whose scope has `photo`.

Why it matters
    People decide themselves where their face is shown.

Example
    # content/media/conversation.yml
    shows_people: true  # PP506
    consent:

Use instead
    # content/media/conversation.yml
    shows_people: true
    consent:
      basis: consent
      scope:
        - photo
      given_on: 2026-01-10
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.persons import lacking
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.media import Media


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures of people that nobody has agreed to."""
    for media in context.catalog.of(Media):
        fault = lacking(media.consent, "photo") if media.shows_people else None
        if fault:
            message, help = fault
            yield Flaw(media, ("shows_people",), message, {"scope": "photo"}, help)


RULE = Rule("PP506", Severity.ERROR, "0.1", __doc__, check)
