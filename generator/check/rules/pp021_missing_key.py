r"""A required key is missing.

What it does
    Looks for the fields that a record, or a group of keys in it, cannot do without.

Why it matters
    An address without its city, or a programme without its organisation, is of no use to readers.

Example
    # content/organisations/broen.yml
    address:
      address_1: Eksempelvej 1  # PP021
      postal_code: 5000
      country: DK

Use instead
    # content/organisations/broen.yml
    address:
      address_1: Eksempelvej 1
      postal_code: 5000
      city: Odense
      country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP021", Severity.ERROR, "0.1", __doc__)
