r"""A date does not exist or is written in another form.

What it does
    Reads dates as year-month-day, checks that the day exists, and suggests the nearest one.

Why it matters
    03/04/2027 is in March for some and in April for others. The site writes dates in each reader's own form.

Example
    # content/calls/mentors-odense.yml
    opens_on: 2026-09-31  # PP024

Use instead
    # content/calls/mentors-odense.yml
    opens_on: 2026-09-30
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP024", Severity.ERROR, "0.1", __doc__)
