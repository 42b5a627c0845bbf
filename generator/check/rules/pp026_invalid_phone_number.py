r"""A phone number cannot be in use.

What it does
    Checks numbers against the numbering plans of all countries. A number without a country code is read as one
    of the record's `country`.

Why it matters
    One digit too few, and nobody can reach the coordinator. Whether somebody answers is not checked.

Example
    # content/organisations/broen.yml
    phone: 32 12 34  # PP026

Use instead
    # content/organisations/broen.yml
    phone: 32 12 34 56
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP026", Severity.ERROR, "0.1", __doc__)
