r"""A text has HTML or control characters.

What it does
    Refuses `<` and `>` and line breaks in one-line texts, HTML in longer ones, and control characters in both.

Why it matters
    A text is shown on pages, in feeds, in calendars and in search results, where HTML does not belong or does
    harm. Longer texts are Markdown: **bold**, lists and links need no HTML.

Example
    # content/organisations/broen.yml
    description: En <b>lokal</b> forening.  # PP030

Use instead
    # content/organisations/broen.yml
    description: En **lokal** forening.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP030", Severity.ERROR, "0.1", __doc__)
