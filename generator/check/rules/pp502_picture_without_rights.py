"""A picture has no creator, holder or licence.

What it does
    Asks every picture's record for `creators`, `copyright_holder` and `license`.

Why it matters
    Whoever made a picture has the right to be named with it. Without a licence nobody knows whether it may be
    shown at all, and a bill may come years later.

Example
    # content/media/conversation.yml
    file: conversation.png  # PP502
    license:

Use instead
    # content/media/conversation.yml
    file: conversation.png
    license: CC-BY-4.0
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.media import Media

_RIGHTS = ("creators", "copyright_holder", "license")


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures whose rights are not all stated."""
    for media in context.catalog.of(Media):
        missing = tuple(key for key in _RIGHTS if not getattr(media, key))
        if missing:
            values = {"missing": enumerated(missing, "or")}
            message, help = (
                "the rights of this picture are not clear: there is no {missing}",
                "add what is missing, as the picture's owner states it",
            )
            yield Flaw(media, ("file",), message, values, help)


RULE = Rule("PP502", Severity.ERROR, "0.1", __doc__, check)
