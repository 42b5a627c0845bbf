r"""A site selects no programme.

What it does
    Looks up which programmes fit the criteria of a site. A programme must fit every key of a criterion.

Why it matters
    The site would have a home page and nothing else. Mostly a tag or an organisation is mistyped.

Example
    # sites/broen/site.yml
    select:  # PP602
      - organisations:
          - broen
        tags:
          - evening

Use instead
    # sites/broen/site.yml
    select:
      - organisations:
          - broen
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP602", Severity.ERROR, "0.1", __doc__)
