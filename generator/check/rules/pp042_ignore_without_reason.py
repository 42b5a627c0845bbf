"""A finding is to be ignored, and nobody says why.

What it does
    Asks for a reason in every comment that switches off a finding. Without one, nothing is switched off.

Why it matters
    The next editor must decide whether it still holds, and cannot do so without knowing why.

Example
    # content/organisations/broen.yml
    email: kontor@gmail.com  # portal: ignore PP408 until 2027-01-31  # PP042 PP408

Use instead
    # content/organisations/broen.yml
    email: kontor@gmail.com  # portal: ignore PP408 until 2027-01-31: vi skifter udbyder i januar
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP042", Severity.WARNING, "0.1", __doc__)
