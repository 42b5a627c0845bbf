"""A picture's file is too large.

What it does
    Compares the size of each file in `content/media/` that a record names with the limit, 8 MiB.

Why it matters
    Every clone of the repository carries it. A picture for the web needs a hundredth of that; readers get smaller
    files in any case.

What to do
    Make it 1600 pixels wide and save it as WebP; most programs for pictures can do so with "export for web".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.pictures import existing_pictures
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.limits import LIMITS

_MEBIBYTE = 1024 * 1024


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures over the limit."""
    for media, path in existing_pictures(context):
        size = path.stat().st_size
        if size > LIMITS.media_bytes:
            values = {"size": f"{size / _MEBIBYTE:.1f}", "limit": LIMITS.media_bytes // _MEBIBYTE}
            message = "the file has {size} MiB; a picture may have {limit}"
            yield Flaw(media, ("file",), message, values, "save it smaller: 1600 pixels wide, as WebP")


RULE = Rule("PP508", Severity.ERROR, "0.1", __doc__, check)
