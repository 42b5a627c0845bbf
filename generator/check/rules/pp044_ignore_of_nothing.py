"""A finding is to be ignored that is not there.

What it does
    Looks whether each comment that switches off a finding meets one, in its own line or, when it stands alone, in the
    next. Comments in the first lines of a file also speak of the file as a whole. Nothing is said while nobody could
    look for the finding: in a record that cannot be read, and of rules that compare records while any of them
    cannot be read or refers to nothing.

Why it matters
    A comment that is left behind would one day hide a new mistake in that line.

Example
    # content/organisations/broen.yml
    email: kontor@example.org  # portal: ignore PP408 until 2027-01-31: vi skifter udbyder i januar  # PP044

Use instead
    # content/organisations/broen.yml
    email: kontor@example.org
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP044", Severity.WARNING, "0.1", __doc__)
