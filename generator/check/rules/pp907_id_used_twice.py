r"""An id is used twice on a page.

What it does
    Compares all `id` attributes of a finished page.

Why it matters
    Links and screen readers find only the first of the two.

What to do
    This is a fault of a template. Report it with the page's name.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP907", Severity.ERROR, "0.1", __doc__)
