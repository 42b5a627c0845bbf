r"""A number is expected.

What it does
    Reads amounts as digits, with a point for decimals where parts are possible.

Why it matters
    "about 20" cannot be compared, summed or written in another language. Words belong in a text field.

Example
    # content/calls/mentors-odense.yml
    people_wanted: about 20  # PP025

Use instead
    # content/calls/mentors-odense.yml
    people_wanted: 20
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP025", Severity.ERROR, "0.1", __doc__)
