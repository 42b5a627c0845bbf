r"""A file cannot be read as YAML.

What it does
    Reports the first place at which the text stops being YAML: a quotation mark that is never closed, a tab, a
    line that does not fit the indentation, a second colon.

Why it matters
    From that place on nobody can know what was meant, so the whole record stays out.

Example
    # content/calls/mentors-odense.yml
    name: "Mentorer" til Odense  # PP002

Use instead
    # content/calls/mentors-odense.yml
    name: '"Mentorer" til Odense'
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP002", Severity.ERROR, "0.1", __doc__)
