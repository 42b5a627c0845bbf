r"""A word is none of those that a field allows.

What it does
    Compares the value with the short list of words that the field has, and suggests the nearest.

Why it matters
    Pages, filters and exports rest on these words. What readers see is another matter: a label in their
    language.

Example
    # content/calls/mentors-odense.yml
    role: tutor  # PP023

Use instead
    # content/calls/mentors-odense.yml
    role: mentor
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP023", Severity.ERROR, "0.1", __doc__)
