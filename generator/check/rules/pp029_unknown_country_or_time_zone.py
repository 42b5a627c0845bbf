r"""A country or a time zone has a code that does not exist.

What it does
    Looks up countries in ISO 3166 and time zones in the IANA database, and suggests the nearest.

Why it matters
    Phone numbers, addresses and the hours of meetings are read with these codes.

Example
    # content/places/odense.yml
    country: Denmark  # PP029

Use instead
    # content/places/odense.yml
    country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP029", Severity.ERROR, "0.1", __doc__)
