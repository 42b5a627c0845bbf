r"""A translation has no record.

What it does
    Looks for the record of every file that is named like a translation, `<id>.<language>.yml`.

Why it matters
    A translation holds texts only. Without the facts of its record it cannot be shown anywhere.

Example
    # content/places/svendborg.en.yml
    name: Svendborg  # PP010

Use instead
    # content/places/svendborg.yml
    language: da
    name: Svendborg
    place_type: city
    country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP010", Severity.ERROR, "0.1", __doc__)
