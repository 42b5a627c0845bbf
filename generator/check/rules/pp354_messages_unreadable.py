r"""A catalogue of the theme cannot be read.

What it does
    Reads every `portal.po` as the gettext format in UTF-8.

Why it matters
    Without its catalogue a language has no words for buttons, headings and notices.

What to do
    Mend the line that is named. A PO editor keeps the format right by itself.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP354", Severity.ERROR, "0.1", __doc__)
