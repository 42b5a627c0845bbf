r"""A translation has an entry that the record does not have.

What it does
    Compares the keys, the ids of list items and the shapes of a translation with those of its record.

Why it matters
    A mistyped key would leave the old text, or none, on the site while the translator believes it is done.

Example
    # content/organisations/broen.en.yml
    descripton: A local association of volunteer mentors.  # PP011

Use instead
    # content/organisations/broen.en.yml
    description: A local association of volunteer mentors.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP011", Severity.ERROR, "0.1", __doc__)
