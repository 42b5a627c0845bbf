r"""A translated sentence of the theme is not plain text.

What it does
    Looks for tags, entities and invisible characters in the translations of `portal.po`.

Why it matters
    A translation is data, shown as it is written. Readers would see the tag.

What to do
    Leave the markup out. If a sentence needs a link or bold words, the template has to be changed.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP351", Severity.ERROR, "0.1", __doc__)
