"""The name of a call has a year in which nothing of it happens.

What it does
    Looks for a year in the name of a call, in every language, and compares it with the years from its first to its
    last date. A programme or a season of many years may have one in its name: only calls are looked at.

Why it matters
    A call is mostly copied from that of last year. Its dates are new, its name promises the old round.

Example
    # content/calls/mentors-odense.yml
    name: Mentorer til Odense, foråret 2025  # PP217

Use instead
    # content/calls/mentors-odense.yml
    name: Mentorer til Odense, foråret 2027
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.call import Call

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def own(words: Words) -> Iterator[Flaw]:
    """Yield the first such name. A call without a last day may be of any later year; PP203 comes first."""
    call = words.record
    if not isinstance(call, Call) or (call.closes_on and call.closes_on < call.opens_on):
        return
    for language, name in call.name.items():
        named = [int(year) for year in _YEAR.findall(name)]
        if not named:
            continue
        first, last = _years(call)
        if not any(first <= year <= last for year in named):
            values = {"year": named[0], "first": first, "last": last}
            message = "the name says {year}, but the dates are from {first} to {last}"
            if first == last:
                message = "the name says {year}, but the dates are in {first}"
            elif call.closes_on is None:
                message = "the name says {year}, but one can apply from {first} on"
            yield Flaw(call, ("name", language), message, values, "correct the name or the dates")
            return


def _years(call: Call) -> tuple[int, int]:
    """The first and the last year of a call; the last is any when the call has no end."""
    days = [day for day in (call.closes_on, call.decision_on, call.starts_on, call.ends_on) if day]
    last = max(day.year for day in (call.opens_on, *days)) if call.closes_on else 9999
    return call.opens_on.year, last


RULE = Rule("PP217", Severity.WARNING, "0.1", __doc__, own=own)
