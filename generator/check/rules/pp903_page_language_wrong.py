r"""A finished page has the wrong language or direction.

What it does
    Compares `lang` and `dir` of every page with its language.

Why it matters
    A screen reader would read Arabic with a Danish voice, and the text would run from the wrong side.

What to do
    The template of the page must take both from the page. Report it when the theme is the one that came with
    the program.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP903", Severity.ERROR, "0.1", __doc__)
