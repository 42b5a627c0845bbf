r"""A key or an id is given twice.

What it does
    Refuses a key that occurs twice in one group of keys, and an id that occurs twice in one list of a record
    or of a translation.

Why it matters
    Most programs keep the last of the two in silence. Whoever changes the first wonders why nothing happens.

Example
    # content/organisations/broen.yml
    address:
      address_1: Eksempelvej 1
      postal_code: 5000
      city: Odense
      postal_code: 5220  # PP003
      country: DK

Use instead
    # content/organisations/broen.yml
    address:
      address_1: Eksempelvej 1
      postal_code: 5220
      city: Odense
      country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP003", Severity.ERROR, "0.1", __doc__)
