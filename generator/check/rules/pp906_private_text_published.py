r"""Something about a person is published that must not be.

What it does
    Searches all files of the output for what lapsed with a consent, a role or a licence.

Why it matters
    Who withdraws consent must be gone from pages, feeds, exports and search on the same day.

What to do
    Find the text that repeats it, often a story or a page that names the person in prose, and take it out.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP906", Severity.ERROR, "0.1", __doc__)
