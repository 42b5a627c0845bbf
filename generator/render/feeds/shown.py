"""What of a coordinator leaves the site in files: only what a consent covers.

Takes a coordinator that the site shows, returns name, mailbox and numbers. Whether the person is shown at all
was decided in `select`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.coordinator import Coordinator, PhoneLine


@dataclass(frozen=True, slots=True)
class Reachable:
    """How to reach somebody; empty where it is not to be told."""

    name: str
    email: str
    phones: tuple[PhoneLine, ...]


def reachable(coordinator: Coordinator) -> Reachable:
    """Return what may be told.

    A name always needs a consent. Without any consent, mailbox and numbers are those of the role; once there
    is a consent, its scope decides about them too.
    """
    consent = coordinator.consent
    scope = consent.scope if consent else ("email", "phone")
    return Reachable(
        (coordinator.name or "") if "name" in scope else "",
        (coordinator.email or "") if "email" in scope else "",
        coordinator.phones if "phone" in scope else (),
    )
