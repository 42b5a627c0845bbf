"""A picture has no record.

What it does
    Looks for picture files in `content/media/` that no record names under `file`. One that some other record refers
    to by its name is told there, by PP101.

Why it matters
    A file alone is on no page: readers who do not see it need a description, and its rights must be known. Somebody
    put it there and waits for it to appear.

Example
    # content/media/Moede.JPG
    the picture itself  # PP510

Use instead
    # content/media/conversation.yml
    file: conversation.png
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.pictures import Unrecorded, named_somewhere, unrecorded
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Position, Severity
from generator.load.names import printable

_FROM_PNG = (
    "save it as PNG, JPEG or WebP, then make content/media/{id}.yml with file: {id}.png, alt, creators, "
    "copyright_holder and license"
)
_RECORD = "make content/media/{id}.yml with file: {usable}, alt, creators, copyright_holder and license"
_RENAMED = (
    "rename it to {usable}, then make content/media/{id}.yml with file: {usable}, alt, creators, "
    "copyright_holder and license"
)


def check(context: Context) -> Iterator[Flaw]:
    """Yield picture files that no record names."""
    missing = named_somewhere(context)
    for found in unrecorded(context):
        if found.id not in missing:
            values = {"file": printable(found.name), "id": found.id, "usable": found.usable}
            message = "no record names the picture {file}, so no page shows it"
            place = Position(f"content/media/{printable(found.name)}")
            yield Flaw(None, (), message, values, _help(found), place=place)


def _help(found: Unrecorded) -> str:
    if not found.id:
        return "rename it: small letters a–z, digits and hyphens, then .jpg; then make its record beside it"
    if not found.usable:
        return _FROM_PNG
    if found.usable == found.name:
        return _RECORD
    return _RENAMED


RULE = Rule("PP510", Severity.WARNING, "0.1", __doc__, check)
