"""A reference points to a record of another kind.

What it does
    Compares the kind of record that a field expects with the kind that has the id.

Why it matters
    The id exists, so it looks right; but a place cannot answer the phone, and the page would lack a part.

Example
    # sites/broen/site.yml
    contact: odense  # PP102

Use instead
    # sites/broen/site.yml
    contact: broen-odense
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import Advice, with_article
from generator.check.references import without_record
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.kinds import SINGULAR


def check(context: Context) -> Iterator[Flaw]:
    """Yield references whose id only records of other kinds have."""
    catalog = context.catalog
    advice = Advice(catalog)
    for record, reference, place in without_record(catalog):
        kind = reference.target.kind
        other = next((other for other in SINGULAR if catalog.exists(other, reference.id)), None)
        if other is not None:
            values = {
                "found": reference.id,
                "other": with_article(SINGULAR[other]),
                "what": with_article(SINGULAR[kind]),
            }
            help = advice.record(kind, reference.id)
            message = '"{found}" is {other}; expected {what}'
            yield Flaw(record, reference.path, message, values, help, place=place)


RULE = Rule("PP102", Severity.ERROR, "0.1", __doc__, check)
