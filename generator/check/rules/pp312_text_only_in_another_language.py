"""A text is not there in the language of its record.

What it does
    Looks for texts given by language, `{en: …}`, that have none in the record's own `language`.

Why it matters
    The record says that it is written in Danish, and this text is not: readers of Danish get it in another language,
    and translators do not know from which text to translate.

Example
    # content/organisations/broen.yml
    description:
      de: Ein Verein auf der Insel Fünen.  # PP312

Use instead
    # content/organisations/broen.yml
    description: En forening på Fyn.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.site import SitePage


def own(words: Words) -> Iterator[Flaw]:
    """Yield such texts, each at its first language; own pages have no language of their own."""
    record = words.record
    if isinstance(record, SitePage):
        return
    for path, text in words.texts:
        if text.language != record.language:
            values = {"found": enumerated(text.languages), "language": record.language}
            message = "this text is there in {found}, but not in {language}, the language of the record"
            help = "add {language}: to it, or correct language: of the record"
            yield Flaw(record, (*path, text.language), message, values, help)


RULE = Rule("PP312", Severity.WARNING, "0.1", __doc__, own=own)
