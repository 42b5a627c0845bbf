"""A language is listed twice.

What it does
    Looks for repeated codes in every list of languages.

Why it matters
    A site would have two versions of each page on one address; a coordinator would seem to speak fewer
    languages than meant.

Example
    # content/calls/mentors-odense.yml
    languages:
      - da
      - da  # PP306

Use instead
    # content/calls/mentors-odense.yml
    languages:
      - da
      - en
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import parts_of
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Record
from generator.model.call import InfoMeeting
from generator.model.site import Criterion


def check(context: Context) -> Iterator[Flaw]:
    """Yield codes that stand earlier in the same list."""
    for record in context.catalog:
        for path, languages in _lists(record):
            seen: set[str] = set()
            for index, language in enumerate(languages):
                if language in seen:
                    message = "{language} stands twice in this list"
                    help = "take it out, or put another language in its place"
                    yield Flaw(record, (*path, index), message, {"language": language}, help)
                seen.add(language)


def _lists(record: Record) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield ("languages",), getattr(record, "languages", ())
    for path, meeting in parts_of(record, InfoMeeting):
        yield (*path, "languages"), meeting.languages
    for path, criterion in parts_of(record, Criterion):
        yield (*path, "languages"), criterion.languages


RULE = Rule("PP306", Severity.ERROR, "0.1", __doc__, check)
