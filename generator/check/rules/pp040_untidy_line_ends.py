r"""The line ends of a file are untidy.

What it does
    Reports spaces at the ends of lines, line ends of Windows, and a last line without an end. Spaces inside a text
    over several lines are left alone.

Why it matters
    Readers see nothing of it, but a comparison of two versions shows every such line as changed. It is a note only,
    and `portal check --fix` tidies it up.

Example
    # content/calls/mentors-odense.yml
    name: Mentorer til Odense\x20\x20  # PP040

Use instead
    # content/calls/mentors-odense.yml
    name: Mentorer til Odense
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP040", Severity.NOTE, "0.1", __doc__)
