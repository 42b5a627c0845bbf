r"""A colour is not written as six digits.

What it does
    Asks for `#` and six hexadecimal digits: two each for red, green and blue.

Why it matters
    All tones of a site, with contrast that everybody can read, are computed from this one colour.

Example
    # sites/broen/site.yml
    brand:
      colour: teal  # PP035

Use instead
    # sites/broen/site.yml
    brand:
      colour: "#0b5c7a"
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP035", Severity.ERROR, "0.1", __doc__)
