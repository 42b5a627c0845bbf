r"""A value has a YAML tag.

What it does
    Refuses words that start with an exclamation mark in front of a value, such as `!!str`.

Why it matters
    A tag tells a program to make something else of the text, even to run code. The portal decides by the field
    what a value is, so a tag is never needed.

Example
    # content/calls/mentors-odense.yml
    closes_at: !!str 12:00  # PP005

Use instead
    # content/calls/mentors-odense.yml
    closes_at: 12:00
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP005", Severity.ERROR, "0.1", __doc__)
