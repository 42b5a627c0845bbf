r"""A key or an id is given twice.

What it does
    Refuses a key that occurs twice in one group of keys, and an id that occurs twice in one list of a
    translation.

Why it matters
    Most programs keep the last of the two in silence. Whoever changes the first wonders why nothing happens.

Example
    # content/programmes/broen-mentor.yml
    duration:
      min: 4
      max: 12
      min: 6  # PP003
      unit: month

Use instead
    # content/programmes/broen-mentor.yml
    duration:
      min: 6
      max: 12
      unit: month
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP003", Severity.ERROR, "0.1", __doc__)
