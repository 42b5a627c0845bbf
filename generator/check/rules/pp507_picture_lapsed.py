"""The licence or the consent of a picture in use has ended.

What it does
    Compares the dates of each picture that some record uses with today.

Why it matters
    From that day on the picture is left out of every site, and the pages that use it have a gap.

Example
    # content/media/conversation.yml
    valid_to: 2026-06-30  # PP507

Use instead
    # content/media/conversation.yml
    valid_to: 2028-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.persons import lapsed_at
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.media import Media
from generator.model.state import media_lapse


def check(context: Context) -> Iterator[Flaw]:
    """Yield lapsed pictures that are still referred to."""
    for media in context.catalog.of(Media):
        reason = media_lapse(media, context.today)
        users = context.catalog.used_by.get(media.key, ())
        if reason and users:
            by_licence = media.valid_to is not None and media.valid_to < context.today
            path: Path = ("valid_to",)
            if media.consent is not None and not by_licence:
                path = lapsed_at(media.consent, context.today)
            values = {"reason": reason, "users": enumerated(tuple(f"{kind}/{id}" for kind, id in users))}
            message = "this picture is left out of all sites: {reason}"
            help = "renew it, or take another picture in {users}"
            yield Flaw(media, path, message, values, help)


RULE = Rule("PP507", Severity.WARNING, "0.1", __doc__, check)
