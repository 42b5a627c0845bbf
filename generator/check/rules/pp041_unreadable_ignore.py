"""A comment for the program cannot be read.

What it does
    Reads comments that begin with `# portal:`. The one kind there is switches off a finding for a time:
    `# portal: ignore PP408 until 2027-01-31: reason`. It stands at the end of the line, or alone on the line above.
    In a page it stands in the front matter and speaks of the whole page.

Why it matters
    Nothing is ignored by a comment that is not understood, and somebody believes it is.

Example
    # content/organisations/broen.yml
    email: kontor@gmail.com  # portal: ignore PP408 for now  # PP041 PP408

Use instead
    # content/organisations/broen.yml
    email: kontor@gmail.com  # portal: ignore PP408 until 2027-01-31: vi skifter udbyder i januar
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP041", Severity.WARNING, "0.1", __doc__)
