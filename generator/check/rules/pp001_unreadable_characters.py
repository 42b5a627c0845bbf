r"""A file is not plain UTF-8 text.

What it does
    Reads every file as UTF-8. Refuses other encodings, byte order marks, control characters, and invisible
    characters that hide or turn round the order of a text.

Why it matters
    In another encoding "ø", "ä" and "ш" become other letters on the site. An invisible character can make a
    line look right to everybody who reviews it and still say something else.

Example
    # content/calls/mentors-odense.yml
    name: Mentorer p\xe5 Fyn  # PP001

Use instead
    # content/calls/mentors-odense.yml
    name: Mentorer på Fyn
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP001", Severity.ERROR, "0.1", __doc__)
