r"""A file has a YAML directive or a second document.

What it does
    Refuses lines that start with a percent sign, and a line `---` that starts another document.

Why it matters
    A file is one record. What stands in a second document would never be seen on a site.

Example
    # content/places/odense.yml (whole file)
    language: da
    name: Odense
    place_type: city
    country: DK
    ---  # PP006
    name: Aarhus

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

RULE = Rule("PP006", Severity.ERROR, "0.1", __doc__)
