r"""An e-mail address is not valid.

What it does
    Checks the form of the address, never by sending anything.

Why it matters
    Readers who write to a mistyped address get no answer and do not know why.

Example
    # content/organisations/broen.yml
    email: kontor@broen@example.org  # PP027

Use instead
    # content/organisations/broen.yml
    email: kontor@broen.example.org
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP027", Severity.ERROR, "0.1", __doc__)
