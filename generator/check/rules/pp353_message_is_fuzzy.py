r"""A translated sentence of the theme is marked as fuzzy.

What it does
    Lists the sentences of `portal.po` whose English text has changed since they were translated.

Why it matters
    A fuzzy sentence is not used; readers see English.

What to do
    Compare the translation with the English sentence, correct it, then delete the word `fuzzy` above it.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP353", Severity.ERROR, "0.1", __doc__)
