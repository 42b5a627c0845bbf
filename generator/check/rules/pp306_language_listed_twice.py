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

from generator.check.rule import Flaw, Rule
from generator.check.walk import parts_of
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.base import Part
from generator.model.call import InfoMeeting
from generator.model.site import Criterion


def own(words: Words) -> Iterator[Flaw]:
    """Yield codes that stand earlier in the same list."""
    for path, languages in _lists(words.record):
        seen: set[str] = set()
        for index, language in enumerate(languages):
            if language in seen:
                message = "{language} stands twice in this list"
                help = "take it out, or put another language in its place"
                yield Flaw(words.record, (*path, index), message, {"language": language}, help)
            seen.add(language)


def _lists(record: Part) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield ("languages",), getattr(record, "languages", ())
    for path, meeting in parts_of(record, InfoMeeting):
        yield (*path, "languages"), meeting.languages
    for path, criterion in parts_of(record, Criterion):
        yield (*path, "languages"), criterion.languages


RULE = Rule("PP306", Severity.ERROR, "0.1", __doc__, own=own, of_parts=True)
