"""Identities last: they are written down here, so that nobody changes them unawares."""

from __future__ import annotations

from generator.render.feeds.identity import identity


def test_an_identity_never_changes() -> None:
    """The value that subscribers already have."""
    assert str(identity("calls", "mentors", "december")) == "4629158c-0c37-50b2-b762-118214fd8f71"


def test_two_things_never_share_an_identity() -> None:
    """Ids that look alike when joined are different things."""
    assert (
        len({identity("calls", "a-b", "c"), identity("calls", "a", "b-c"), identity("calls", "a-b-c")}) == 3
    )
