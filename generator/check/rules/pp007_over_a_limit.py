r"""A file is larger or more deeply nested than a record can be.

What it does
    Compares size, depth, number of values and length of texts with fixed limits, while reading.

Why it matters
    Anybody may propose a change. The limits keep one file from stalling the build of all sites; they are far
    above what a page of facts needs.

Example
    # content/calls/mentors-odense.yml
    tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[mentor]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # PP007

Use instead
    # content/calls/mentors-odense.yml
    tags: [mentor]
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP007", Severity.ERROR, "0.1", __doc__)
