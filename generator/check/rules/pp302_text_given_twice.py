r"""A text stands twice in one language.

What it does
    Compares the texts of a record with those of its translation files, and the files of a page with each other.
    A translation into the language of its record gets one finding.

Why it matters
    Only one of the two can be on the site, and the other would be corrected in vain.

Example
    # content/organisations/broen.yml
    name:
      da: Foreningen Broen
      en: The Bridge
    # content/organisations/broen.en.yml
    name: The Bridge Association  # PP302

Use instead
    # content/organisations/broen.yml
    name: Foreningen Broen
    # content/organisations/broen.en.yml
    name: The Bridge Association
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP302", Severity.ERROR, "0.1", __doc__)
