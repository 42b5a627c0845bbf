"""The time for which a finding was ignored is over.

What it does
    Compares the day in a comment that switches off a finding with today. The finding is reported again, but as a
    warning at most: a build that ran yesterday does not stop because a day has passed.

Why it matters
    What was to be mended by that day is still there.

Example
    # content/organisations/broen.yml
    email: kontor@gmail.com  # portal: ignore PP408 until 2026-10-31: vi skifter udbyder i oktober  # PP043 PP408

Use instead
    # content/organisations/broen.yml
    email: kontor@example.org
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP043", Severity.WARNING, "0.1", __doc__)
