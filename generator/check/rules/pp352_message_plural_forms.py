r"""A translated sentence of the theme has the wrong number of plural forms.

What it does
    Compares the header `Plural-Forms` of `portal.po` and the forms of each sentence.

Why it matters
    English has two forms, Ukrainian three, Arabic six. With too few of them some numbers stay English.

What to do
    Keep the header that the language's catalogue has, and write as many `msgstr[n]` as it says.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP352", Severity.ERROR, "0.1", __doc__)
