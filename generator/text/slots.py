"""Characters for private use that stand for something on the way to a page, until it is put in their place.

No text that people wrote may hold them: `without_slots` takes them out of records and catalogues, `SLOTS` finds them.
"""

from __future__ import annotations

import re

PART, PART_END = "\ue000", "\ue001"
"""Around the number of a part of a sentence that has markup of its own."""
SITE, ROUTE = "\ue002", "\ue003"
"""Filled once the page is whole: the way from the page to its site's folder, and the page's own route."""
BREAK = PART
"""In exported Markdown, which has no parts left: a new line inside a block."""

SLOTS = re.compile("[\ue000-\ue003]")
_INSTEAD = "\ufffd"


def without_slots(text: str) -> str:
    """Return `text` with the sign for an unreadable character in place of any slot."""
    return text if text.isascii() else SLOTS.sub(_INSTEAD, text)
