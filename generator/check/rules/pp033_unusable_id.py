r"""An id has characters that an id cannot have.

What it does
    Asks for small letters a to z, digits and single hyphens, of names of files and folders too: "Møde i Århus.yml"
    becomes `moede-i-aarhus.yml`, and that record's id is `moede-i-aarhus`.

Why it matters
    Ids become file names and web addresses. Capital letters, spaces and accents differ from computer to
    computer.

Example
    # content/calls/mentors-odense.yml
    places:
      - Odense C  # PP033

Use instead
    # content/calls/mentors-odense.yml
    places:
      - odense
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP033", Severity.ERROR, "0.1", __doc__)
