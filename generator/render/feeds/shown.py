"""What of a coordinator leaves the site in files: only what a consent covers.

Takes a coordinator that the site shows, returns name, mailbox and numbers. Whether the person is shown at all
was decided in `select`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.coordinator import Coordinator, PhoneLine
from generator.model.state import may_tell


@dataclass(frozen=True, slots=True)
class Reachable:
    """How to reach somebody; empty where it is not to be told."""

    name: str
    email: str
    phones: tuple[PhoneLine, ...]


def reachable(coordinator: Coordinator) -> Reachable:
    """Return what `may_tell` allows: by the scope of a consent, or by the role where there is none."""
    return Reachable(
        (coordinator.name or "") if may_tell(coordinator, "name") else "",
        (coordinator.email or "") if may_tell(coordinator, "email") else "",
        coordinator.phones if may_tell(coordinator, "phone") else (),
    )
