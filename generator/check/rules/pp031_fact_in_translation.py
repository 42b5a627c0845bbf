r"""A translation repeats a fact.

What it does
    Refuses dates, numbers, phone numbers, codes and ids in translation files. A record that was copied as its
    translation gets one finding.

Why it matters
    A fact stands once, in the record. If every language had its own copy, one of them would soon be wrong.
    The program writes dates and numbers in each language by itself.

Example
    # content/calls/mentors-odense.en.yml
    closes_on: 31 January 2027  # PP031

Use instead
    # content/calls/mentors-odense.en.yml
    name: Mentors for Odense
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP031", Severity.ERROR, "0.1", __doc__)
