"""An old address is that of a page.

What it does
    Compares the old addresses of a site (`redirects`, and `former_ids` of records) with the pages it has.

Why it matters
    Readers can get only one of the two: the page that stands there, or the way to another.

Example
    # sites/broen/site.yml
    redirects:
      - old: about/  # PP620
        new: privacy/

Use instead
    # sites/broen/site.yml
    redirects:
      - old: about-us/
        new: about/
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP620", Severity.ERROR, "0.2", __doc__)
