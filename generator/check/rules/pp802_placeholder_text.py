"""A text is a placeholder.

What it does
    Looks in every text, in every language, for words such as TODO, TBD, xxx and lorem ipsum.

Why it matters
    Somebody meant to come back. Readers would see it first.

Example
    # content/calls/mentors-odense.en.yml
    summary: TODO translate  # PP802

Use instead
    # content/calls/mentors-odense.en.yml
    summary: We are looking for mentors who have time from February 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import strings_of
from generator.diagnostics import Severity

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBA|TBC|TBD|tbd|[xX]{3,}|(?i:lorem ipsum|dolor sit amet))\b|\?{3,}|\[\.\.\.\]"
)


def check(context: Context) -> Iterator[Flaw]:
    """Yield texts that are still to be written."""
    for record in (*context.catalog, *context.catalog.pages):
        for path, text in strings_of(record):
            found = _PLACEHOLDER.search(text)
            if found:
                message = '"{found}" is a placeholder'
                help = "write the text, or leave the line out until you can"
                line = text.count("\n", 0, found.start())
                yield Flaw(record, path, message, {"found": found[0]}, help, line=line)


RULE = Rule("PP802", Severity.ERROR, "0.1", __doc__, check, ignorable=True)
