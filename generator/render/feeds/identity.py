"""Names of records for other programs, the same on every site and after every edit.

Takes kinds and ids, returns UUIDs (RFC 9562, version 5). Titles, dates and addresses never go in: a calendar
or feed reader must know an entry again when these change.
"""

from __future__ import annotations

from uuid import UUID, uuid5

_NAMESPACE = UUID("5d6c8a0e-6f0b-4d7c-9f53-0d1b1c1a7e42")
"""Chosen once. Another value would make every entry new to every subscriber."""


def identity(*parts: str) -> UUID:
    """Return the UUID of a thing named by ids, from the outside in: `identity("calls", id, meeting)`.

    Ids have no slash, so two ways never meet.
    """
    return uuid5(_NAMESPACE, "/".join(parts))
