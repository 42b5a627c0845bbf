r"""The output has a page that was not planned.

What it does
    Compares the pages of a finished site with the plan.

Why it matters
    A page that nobody planned has no place in the menu, the search and the site map, and nobody looks after it.

What to do
    Remove what makes it, mostly a plugin or a file in the theme.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP908", Severity.ERROR, "0.1", __doc__)
