"""A certificate has to be renewed.

What it does
    Compares today with the certificate's `valid_to`; without one, with the day on which it was awarded and the
    time after which it must be renewed.

Why it matters
    A seal that has run out is a false promise, and its owner may forbid showing it.

Example
    # content/programmes/broen-mentor.yml
    certificates:
      - id: quality
        name: Kvalitet i mentoring
        awarded_on: 2024-06-01
        renewed_after:  # PP202
          min: 2
          unit: year

Use instead
    # content/programmes/broen-mentor.yml
    certificates:
      - id: quality
        name: Kvalitet i mentoring
        awarded_on: 2026-06-01
        renewed_after:
          min: 2
          unit: year
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.base import DurationRange
from generator.model.programme import Certificate, Programme

_MONTHS = {"month": 1, "year": 12}
_HOURS = {"hour": 1, "day": 24, "week": 168}


def check(context: Context) -> Iterator[Flaw]:
    """Yield certificates whose day of renewal is before today."""
    for programme in context.catalog.of(Programme):
        for index, certificate in enumerate(programme.certificates):
            due = _due(certificate)
            if due is not None and due < context.today:
                key = "valid_to" if certificate.valid_to else "renewed_after"
                message = "this certificate was to be renewed by {date}"
                help = "enter the new dates, or take the certificate out"
                path = ("certificates", index, key)
                yield Flaw(programme, path, message, {"date": due}, help, at_key=key == "renewed_after")


def _due(certificate: Certificate) -> date | None:
    if certificate.valid_to or not certificate.awarded_on or not certificate.renewed_after:
        return certificate.valid_to
    return _later(certificate.awarded_on, certificate.renewed_after)


def _later(day: date, length: DurationRange) -> date | None:
    amount = length.max or length.min
    try:
        if length.unit in _HOURS:
            return day + timedelta(hours=amount * _HOURS[length.unit])
        months = day.year * 12 + day.month - 1 + amount * _MONTHS[length.unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None  # further away than calendars go


RULE = Rule("PP202", Severity.WARNING, "0.1", __doc__, check)
