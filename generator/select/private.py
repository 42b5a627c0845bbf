"""Texts that must be in no output: what is told of people whose role or consent has lapsed.

Takes the catalog and the day; verification looks for these in every file before anything goes live. Whose
they are, and where the records still write them, is said by the rule PP705.
"""

from __future__ import annotations

from datetime import date

from generator.check.private import private_of
from generator.model.catalog import Catalog


def private_texts(catalog: Catalog, today: date) -> frozenset[str]:
    """Return the names, e-mail addresses and phone numbers (E.164) that nobody may read on `today`."""
    return frozenset(private_of(catalog, today))
