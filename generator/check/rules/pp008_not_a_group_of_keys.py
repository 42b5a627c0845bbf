r"""A file does not consist of names and values.

What it does
    Refuses files that are empty, a list or one text, and names that are themselves lists.

Why it matters
    A record is a list of facts, each with a name. Without names nobody knows what a value says.

Example
    # content/places/odense.yml (whole file)
    - name: Odense  # PP008

Use instead
    # content/places/odense.yml (whole file)
    language: da
    name: Odense
    place_type: city
    country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP008", Severity.ERROR, "0.1", __doc__)
