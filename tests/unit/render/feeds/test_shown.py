"""What of a coordinator may leave the site in files."""

from __future__ import annotations

import pytest

from generator.render.feeds.shown import reachable
from tests.support.feeds import PERSON, coordinator, portal
from tests.support.records import changed

CONSENT = "{{basis: consent, scope: [{}], given_on: 2026-01-01}}"


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (None, ("", "odense@example.org", 2)),
        ("", ("", "", 0)),
        ("name", ("Anna Eksempel", "", 0)),
        ("email", ("", "odense@example.org", 0)),
        ("phone", ("", "", 2)),
        ("photo, quotation", ("", "", 0)),
        ("name, email, phone", ("Anna Eksempel", "odense@example.org", 2)),
    ],
)
def test_a_consent_decides_about_name_mailbox_and_numbers(
    scope: str | None, expected: tuple[str, str, int]
) -> None:
    """Without one, mailbox and numbers are the role's own, and a name is never told."""
    consent = None if scope is None else CONSENT.format(scope)
    plan = portal(coordinators__odense=changed(PERSON, name="Anna Eksempel", consent=consent))
    contact = reachable(coordinator(plan))
    assert (contact.name, contact.email, len(contact.phones)) == expected
