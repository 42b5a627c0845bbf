r"""Two pages of a site have the same address.

What it does
    Compares the addresses of all pages that a site will have.

Why it matters
    Only one of the two could be reached, and which one would depend on chance.

What to do
    Rename one of the two files. The name of a file is the last part of its page's address.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP601", Severity.ERROR, "0.1", __doc__)
