r"""A value is shared by a YAML anchor, an alias or a merge key.

What it does
    Refuses `&name`, `*name` and `<<`.

Why it matters
    With them a change in one line changes others far away, and a few lines can stand for millions. A fact that
    is needed in several places is a record of its own, referred to by its id.

Example
    # content/calls/mentors-odense.yml
    opens_on: &day 2026-10-15  # PP004

Use instead
    # content/calls/mentors-odense.yml
    opens_on: 2026-10-15
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP004", Severity.ERROR, "0.1", __doc__)
