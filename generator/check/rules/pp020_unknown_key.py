r"""A record has a key that its kind does not know.

What it does
    Compares every key with the fields of the record's kind, and suggests the nearest.

Why it matters
    A fact under a mistyped key would be in no output. `id` is not a key either: the file's name is the id.

Example
    # content/organisations/broen.yml
    web_site: https://broen.example.org/  # PP020

Use instead
    # content/organisations/broen.yml
    website: https://broen.example.org/
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP020", Severity.ERROR, "0.1", __doc__)
