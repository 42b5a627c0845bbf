r"""A picture's file is damaged, cut off, or has too many pixels.

What it does
    Reads the head and the end of each file in `content/media/`: how many pixels it has (up to 50 million), how
    long and narrow it is (up to 10 to 1), whether it is whole. `portal build` then decodes it and says so when
    that fails, or when it cannot be published in less than 150 kB. A picture 1600 pixels wide is large enough.

Why it matters
    Readers would see half a picture or none. A small file can hold a picture that fills a computer's memory.

Example
    # content/media/conversation.png
    \x89PNG\x0d
    \x1a
    The first kilobyte of a picture that was copied in part.
    # content/media/conversation.yml
    file: conversation.png  # PP509

Use instead
    # content/media/conversation.yml
    file: conversation.png
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.picture_files import picture_fault
from generator.check.pictures import existing_pictures, file_type
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.limits import LIMITS
from generator.paths import read_limited


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures that cannot be used; those of another type or size have a finding of their own."""
    for media, path in existing_pictures(context):
        if file_type(path) != path.suffix.lstrip(".").replace("jpeg", "jpg"):
            continue
        data = read_limited(path, LIMITS.media_bytes)
        fault = picture_fault(data) if data is not None else None
        if fault:
            values = {"file": media.file, **dict(fault.values)}
            yield Flaw(media, ("file",), fault.message, values, fault.help)


RULE = Rule("PP509", Severity.ERROR, "0.1", __doc__, check)
