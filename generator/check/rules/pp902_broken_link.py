r"""A link inside a site leads nowhere.

What it does
    Follows every internal link of the finished pages, to files and to places in them.

Why it matters
    Readers end on an error page. The site that is live stays as it is.

What to do
    Correct the link in the text that holds it, or publish what it points to.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP902", Severity.ERROR, "0.1", __doc__)
