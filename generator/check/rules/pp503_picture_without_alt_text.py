"""A picture has no text for those who do not see it, or has one and is decorative.

What it does
    Asks every picture for `alt`, or for `decorative: true`, but not for both.

Why it matters
    A screen reader reads `alt` aloud. Without it, blind readers hear a file name; on a decorative picture it is
    noise.

Example
    # content/media/conversation.yml
    file: conversation.png  # PP503
    alt:

Use instead
    # content/media/conversation.yml
    file: conversation.png
    alt:
      da: To mennesker taler sammen ved et bord.
      en: Two people talk at a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.media import Media


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures with neither or both."""
    for media in context.catalog.of(Media):
        if media.alt is None and not media.decorative:
            message = "nothing says what this picture shows"
            help = "add alt: with one sentence, or decorative: true when the picture says nothing"
            yield Flaw(media, ("file",), message, {}, help)
        if media.alt is not None and media.decorative:
            message = "a decorative picture has no alt text"
            yield Flaw(media, ("decorative",), message, {}, "keep one of the lines alt and decorative")


RULE = Rule("PP503", Severity.ERROR, "0.1", __doc__, check)
