r"""A translated list item does not say which item it translates.

What it does
    Asks for the `id` of every list item in a translation. Lists of facts or ids do not belong there at all.

Why it matters
    Items are matched by their id, never by their place in the list: when the order changes, or somebody adds
    an item, the translations stay with their texts.

Example
    # content/vocabulary/topics.de.yml
    terms:
      - name: Arbeitssuche  # PP012

Use instead
    # content/vocabulary/topics.de.yml
    terms:
      - id: job-search
        name: Arbeitssuche
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP012", Severity.ERROR, "0.1", __doc__)
