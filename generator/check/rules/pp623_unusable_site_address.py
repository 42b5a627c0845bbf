"""An address inside the site cannot be read.

What it does
    Reads `old` and `new` of a site's redirects: the part of an address after the name of the website.

Why it matters
    With the name of the website in it, or with capital letters and blanks, the address would match nothing.

Example
    # sites/broen/site.yml
    redirects:
      - old: https://broen.example.org/About us  # PP623
        new: about/

Use instead
    # sites/broen/site.yml
    redirects:
      - old: about-us/
        new: about/
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP623", Severity.ERROR, "0.2", __doc__)
