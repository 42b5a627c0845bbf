"""An old address leads to no page.

What it does
    Looks for the page that a site's redirect leads to. One redirect cannot lead to another.

Why it matters
    Who kept the old address would be sent to a page that does not exist.

Example
    # sites/broen/site.yml
    redirects:
      - old: about-us/
        new: abuot/  # PP621

Use instead
    # sites/broen/site.yml
    redirects:
      - old: about-us/
        new: about/
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP621", Severity.ERROR, "0.2", __doc__)
