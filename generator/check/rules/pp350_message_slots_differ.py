r"""A translated sentence of the theme has other slots than the English one.

What it does
    Compares the words in braces, such as `{date}`, of each sentence in `portal.po` with its translation.

Why it matters
    A slot that is missing leaves out a fact; one that does not exist is shown with its braces.

What to do
    Write each slot of the English sentence once in the translation, exactly as it is spelled there.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP350", Severity.ERROR, "0.1", __doc__)
