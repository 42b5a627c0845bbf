"""One old address leads to two pages.

What it does
    Compares the old addresses of a site, `redirects` and `former_ids`, with each other.

Why it matters
    Readers can be sent to one page only; which one would be chance.

Example
    # sites/broen/site.yml
    redirects:
      - old: about-us/
        new: about/
      - old: about-us/  # PP622
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

RULE = Rule("PP622", Severity.ERROR, "0.2", __doc__)
