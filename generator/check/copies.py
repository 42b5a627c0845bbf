"""What two records must share in order to be copies of each other.

Takes a record, returns its facts and texts as one value to be compared. Which records are worth comparing is for the
rules to say.
"""

from __future__ import annotations

from generator.model.base import Record

_OF_ITS_OWN = {"id", "assured_on", "review_by"}


def facts_of(record: Record) -> str:
    """Return all that a record says, without its id and the days on which somebody looked at it."""
    return repr(
        [(name, getattr(record, name)) for name in type(record).model_fields if name not in _OF_ITS_OWN]
    )
