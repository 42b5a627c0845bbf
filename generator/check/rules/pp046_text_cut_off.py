r"""A text is cut off at a number sign.

What it does
    Looks for a `#` with a blank before it and none behind it, after a text without quotes.

Why it matters
    There a comment begins for YAML. "Vi søger mentorer #mentor2027 i Svendborg" becomes "Vi søger mentorer", and
    nothing looks wrong in the file.

Example
    # content/organisations/broen.yml
    description: Skriv #mentor i emnefeltet.  # PP046

Use instead
    # content/organisations/broen.yml
    description: 'Skriv #mentor i emnefeltet.'
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP046", Severity.WARNING, "0.1", __doc__)
