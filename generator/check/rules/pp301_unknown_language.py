r"""A language code does not exist.

What it does
    Looks codes up in the registry of BCP 47, and suggests the one that was probably meant. The codes in
    names of files are looked up as well.

Why it matters
    Browsers choose voices, fonts and hyphenation by this code. A country's code is not its language's: Danish
    is `da`, Norwegian Bokmål `nb`, Ukrainian `uk`.

Example
    # content/calls/mentors-odense.yml
    languages:
      - dk  # PP301

Use instead
    # content/calls/mentors-odense.yml
    languages:
      - da
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP301", Severity.ERROR, "0.1", __doc__)
