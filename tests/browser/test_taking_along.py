"""Every calendar and contact card of the six sites, read by a library that did not write it, and written again."""

from __future__ import annotations

from pathlib import Path

import pytest
import vobject


def told(component: object) -> dict[str, list[str]]:
    """What a component says, by name of the property; time zones as the library understands them."""
    contents: dict[str, list[object]] = component.contents  # type: ignore[attr-defined]
    return {
        name: sorted(str(getattr(entry, "value", "")) for entry in entries)
        for name, entries in contents.items()
        if name not in {"vtimezone", "vevent"}
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_calendars_survive_another_program(output: Path) -> None:
    """Read, written and read again by another library, every calendar has the same events with the same facts."""
    events = 0
    for path in sorted(output.rglob("*.ics")):
        first = vobject.readOne(path.read_text("utf-8"))
        second = vobject.readOne(first.serialize())
        found = [told(event) for event in first.contents.get("vevent", [])]
        assert found == [told(event) for event in second.contents.get("vevent", [])], path
        assert all(event["uid"] and event["dtstart"] and event["summary"] for event in found), path
        events += len(found)
    assert events > 100


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_contact_cards_survive_another_program(output: Path) -> None:
    """Read, written and read again by another library, every card has the same name, numbers and addresses."""
    cards = sorted(output.rglob("*.vcf"))
    for path in cards:
        first = vobject.readOne(path.read_text("utf-8"))
        second = vobject.readOne(first.serialize())
        assert told(first) == told(second), path
        assert {"fn", "uid", "version"} <= told(first).keys(), path
        assert {"tel", "email"} & told(first).keys(), path
    assert len(cards) > 20
