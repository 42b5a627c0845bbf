r"""A value has the wrong shape.

What it does
    Compares what stands at a key with what belongs there: one value, a list, or a group of keys.

Why it matters
    "da, en" in one line is one word for a program, not two languages.

Example
    # content/calls/mentors-odense.yml
    languages: da, en  # PP022

Use instead
    # content/calls/mentors-odense.yml
    languages:
      - da
      - en
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP022", Severity.ERROR, "0.1", __doc__)
