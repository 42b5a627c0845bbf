r"""A page that was planned is not in the output.

What it does
    Compares the files of a finished site with the plan: every page once, and an error page in each language.

Why it matters
    Other pages link to it and search engines know it. The site that is live stays as it is.

What to do
    This is a fault of the theme or of the program, not of the content. Report it with the page's name.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP901", Severity.ERROR, "0.1", __doc__)
