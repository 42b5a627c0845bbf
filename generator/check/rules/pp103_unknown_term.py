"""A word is not in its vocabulary.

What it does
    Looks up topics, programme types and partner types in `content/vocabulary/`, and suggests the nearest word.

Why it matters
    A vocabulary has a label in every language for each of its words. A word outside it could not be translated,
    and filters would miss the record.

Example
    # content/programmes/broen-mentor.yml
    topics:
      - job-serach  # PP103

Use instead
    # content/programmes/broen-mentor.yml
    topics:
      - job-search
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import Advice
from generator.check.references import without_term
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity


def check(context: Context) -> Iterator[Flaw]:
    """Yield references to words that no vocabulary has."""
    catalog = context.catalog
    advice = Advice(catalog)
    for record, reference, place in without_term(catalog):
        vocabulary = reference.target.vocabulary
        values = {"found": reference.id, "file": f"content/vocabulary/{vocabulary}.yml"}
        help = advice.term(vocabulary, reference.id) or "add it to {file}, with a name in each language"
        message = '"{found}" is not a word of {file}'
        yield Flaw(record, reference.path, message, values, help, place=place)


RULE = Rule("PP103", Severity.ERROR, "0.1", __doc__, check)
