r"""A web address is not complete.

What it does
    Asks for an address with `https://` or `http://`, a host name, and no spaces.

Why it matters
    Without `https://` a browser takes the address for a page of the same site.

Example
    # content/organisations/broen.yml
    website: broen.example.org  # PP028

Use instead
    # content/organisations/broen.yml
    website: https://broen.example.org/
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP028", Severity.ERROR, "0.1", __doc__)
