"""An accessibility statement is older than a year, or dated in the future.

What it does
    Compares the last day on which somebody looked at the statement (`reviewed_on`, else `prepared_on`) with
    today: after twelve months it warns. A day that is still to come, of a check too, is an error.

Why it matters
    Sites change. Decision (EU) 2018/1523 asks for a review at least once a year; readers see the day.

Example
    # sites/broen/site.yml
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2025-11-20  # PP209
      method: self_assessment

Use instead
    # sites/broen/site.yml
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2025-11-20
      reviewed_on: 2026-11-20
      method: self_assessment
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.site import Site
from generator.model.statement import AccessibilityStatement

_A_DAY = timedelta(days=1)  # today is a day in UTC; further east it may be tomorrow already


def check(context: Context) -> Iterator[Flaw]:
    """Yield statements that nobody has looked at for a year, and days in the future."""
    for site in context.catalog.of(Site):
        statement = site.accessibility
        if statement is None:
            continue
        key = "reviewed_on" if statement.reviewed_on else "prepared_on"
        last = statement.reviewed_on or statement.prepared_on
        if _a_year_after(last) < context.today:
            message = "nobody has looked at the accessibility statement since {date}"
            help = "compare it with the site, repeat the checks, then set reviewed_on to today"
            yield Flaw(site, ("accessibility", key), message, {"date": last}, help)
        for path, day in _days(statement):
            if day > context.today + _A_DAY:
                message = "{date} is in the future; expected the day on which somebody looked"
                values = {"date": day, "today": context.today}
                place = ("accessibility", *path)
                yield Flaw(site, place, message, values, "today is {today}", severity=Severity.ERROR)


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)


def _days(statement: AccessibilityStatement) -> Iterator[tuple[Path, date]]:
    yield ("prepared_on",), statement.prepared_on
    if statement.reviewed_on:
        yield ("reviewed_on",), statement.reviewed_on
    for number, tool in enumerate(statement.tool_checks):
        yield ("tool_checks", number, "checked_on"), tool.checked_on
    for number, person in enumerate(statement.human_checks):
        yield ("human_checks", number, "checked_on"), person.checked_on


RULE = Rule("PP209", Severity.WARNING, "0.1", __doc__, check)
