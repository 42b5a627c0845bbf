"""Which published sites are to be built again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.clock import Clock
from generator.status.due import due

CLOCK = Clock(datetime(2026, 11, 20, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"next": null}', None),
        (b'{"next": "2026-11-20T13:00:00+00:00"}', None),
        (b'{"next": "2026-11-20T13:00:00+01:00"}', "{site}: has changed by itself on {day}"),
        (b'{"next": "2026-11-01T00:00:00Z"}', "{site}: has changed by itself on {day}"),
        (None, "{site}: not known when it was last built"),
        (b'{"next": "2026-11-20T13:00:00"}', "{site}: its next-change.json cannot be read"),
        (b'{"next": 1}', "{site}: its next-change.json cannot be read"),
        (b"[]", "{site}: its next-change.json cannot be read"),
        (b"\xff{", "{site}: its next-change.json cannot be read"),
        (b"[" * 100_000, "{site}: its next-change.json cannot be read"),
    ],
)
def test_reason(data: bytes | None, reason: str | None) -> None:
    """A moment that has come is a reason, and so is whatever cannot be known."""
    published = {} if data is None else {"one": data}
    assert [phrase.template for phrase in due(["one"], published, CLOCK)] == ([reason] if reason else [])
