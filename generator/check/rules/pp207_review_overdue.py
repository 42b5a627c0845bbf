"""A record is due for review, or was confirmed in the future.

What it does
    Compares `review_by` and `assured_on` with today.

Why it matters
    Readers see when somebody last confirmed the facts. Past its day of review, a record may send them to
    somebody who has left.

Example
    # content/organisations/broen.yml
    review_by: 2026-10-31  # PP207

Use instead
    # content/organisations/broen.yml
    assured_on: 2026-11-20
    review_by: 2027-10-31
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity

_A_DAY = timedelta(
    days=1
)  # today is a day in UTC; further east somebody has confirmed a fact tomorrow already


def check(context: Context) -> Iterator[Flaw]:
    """Yield records whose day of review has passed, or whose day of confirmation is still to come."""
    for record in context.catalog:
        if record.review_by and record.review_by < context.today:
            yield Flaw(
                record,
                ("review_by",),
                "this was to be looked at again by {date}",
                {"date": record.review_by},
                "compare every fact, then set assured_on to today and review_by to a later day",
            )
        if record.assured_on and record.assured_on > context.today + _A_DAY:
            message = "{date} is in the future; expected the day on which somebody confirmed the facts"
            help = "today is {today}"
            values = {"date": record.assured_on, "today": context.today}
            yield Flaw(record, ("assured_on",), message, values, help, severity=Severity.ERROR)


RULE = Rule("PP207", Severity.WARNING, "0.1", __doc__, check)
