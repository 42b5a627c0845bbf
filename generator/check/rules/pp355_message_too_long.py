r"""A translated sentence of the theme is far longer than the English one.

What it does
    Compares the length of each translation in `portal.po` with a limit.

Why it matters
    The sentences are buttons, headings and short notices. One that does not fit breaks the page on a phone.

What to do
    Say it in fewer words. Often a paragraph of another sentence was pasted into the wrong place.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP355", Severity.ERROR, "0.1", __doc__)
