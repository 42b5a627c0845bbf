r"""A time of day is not valid.

What it does
    Reads times as two digits, a colon and two digits, from 00:00 to 23:59. Meetings have the date before it.

Why it matters
    "9:00" and "9.00" sort wrongly and are easily taken for other numbers; each language writes the time in its
    own way on the site.

Example
    # content/calls/mentors-odense.yml
    closes_at: 9:00  # PP037

Use instead
    # content/calls/mentors-odense.yml
    closes_at: 09:00
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP037", Severity.ERROR, "0.1", __doc__)
