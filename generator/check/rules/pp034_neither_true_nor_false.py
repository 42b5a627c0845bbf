r"""A yes-or-no field is neither true nor false.

What it does
    Asks for the words `true` or `false`.

Why it matters
    In Norwegian, `no` is a language, and in other files `yes` is a text. Two words that mean nothing else
    cannot be misread.

Example
    # content/places/odense.yml
    step_free: yes  # PP034

Use instead
    # content/places/odense.yml
    step_free: true
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP034", Severity.ERROR, "0.1", __doc__)
