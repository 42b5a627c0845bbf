"""`api/next-change.json`: when the site's output changes next by itself, so that it can be built then.

Takes a view and a clock, returns the value to be written; `api` writes it. Which changes there are is
known to `select.changes`.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import AwareDatetime, Field

from generator.clock import Clock
from generator.render.feeds.api_values import Envelope, Out
from generator.select.changes import Change, changes
from generator.select.view import SiteView

LISTED = 20
_UNTOLD = frozenset({"role_begins", "role_ends", "consent_begins", "consent_ends", "licence_ends"})
"""What no page says beforehand: when somebody's work or consent ends is theirs to tell."""


class ChangeOut(Out):
    """One change."""

    at: AwareDatetime
    """The instant, with the offset of the call's time zone, else of the site's."""
    kind: str | None = None
    """The kind of record: `calls`, `programmes` …"""
    id: str | None = None
    """The record."""
    what: str
    """The new state of a call: `announced`, `open`, `extended`, `rolling`, `closing`, `closed`, `full`,
    `waiting-list`, `paused`, or `past` when it moves to the earlier calls. Else `meeting_over`, `aim_ends`,
    `certificate_ends`, `closed_days_over`, `review_due`, or `records`: the site shows more or fewer
    records, not said which."""
    part: str | None = None
    """The id of the info meeting, aim or certificate inside the record."""


class NextChange(Envelope):
    """When the site changes next by itself."""

    next: AwareDatetime | None
    """The first of `changes`; null when nothing is to come."""
    changes: tuple[ChangeOut, ...] = Field(max_length=LISTED)
    """What is to come, the earliest first."""


def next_change(view: SiteView, clock: Clock, envelope: Mapping[str, object]) -> NextChange:
    """Return the next changes of a site. `envelope` are the fields that all files share."""
    found = tuple(dict.fromkeys(_told(change) for change in changes(view, clock)))[:LISTED]
    first = found[0].at if found else None
    return NextChange.model_validate({**envelope, "next": first, "changes": found})


def _told(change: Change) -> ChangeOut:
    if change.what in _UNTOLD:
        return ChangeOut(at=change.at, what="records")
    return ChangeOut(at=change.at, kind=change.kind, id=change.id, what=change.what, part=change.part or None)
