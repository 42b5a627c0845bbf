r"""The addresses that a page tells search engines are wrong.

What it does
    Checks the canonical address, the links to the page in other languages, and what may be indexed: all
    absolute, all answering each other, only for real translations.

Why it matters
    Search engines ignore links that are not mutual, and then send readers to the wrong language.

What to do
    Templates must write these from the plan. Report it when the theme is the one that came with the program.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP904", Severity.ERROR, "0.1", __doc__)
