r"""A page loads something from another server.

What it does
    Looks for scripts, styles, fonts, pictures and frames with an address outside the site.

Why it matters
    The other server learns who reads the page, without consent. Plain links to other sites are fine.

What to do
    Publish the file with the site, or make it a link.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP905", Severity.ERROR, "0.1", __doc__)
