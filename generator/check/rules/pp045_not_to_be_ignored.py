"""A finding is to be ignored that cannot be.

What it does
    Lets comments switch off warnings and notes, and the errors of a few rules that may be mistaken. Errors of reading,
    of shape and of what is published always stand.

Why it matters
    A record that cannot be understood cannot be shown, whatever a comment says.

Example
    # sites/broen/site.yml
    contact: broen-odens  # portal: ignore PP101 until 2027-01-31: kommer i januar  # PP045 PP101

Use instead
    # sites/broen/site.yml
    contact: broen-odense
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP045", Severity.WARNING, "0.1", __doc__)
