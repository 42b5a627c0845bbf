"""What can be read of a record in which something is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.base import DurationRange
from generator.model.call import Call, InfoMeeting
from generator.model.partial import read_partly

CONTEXT: dict[str, Any] = {"language": "da", "country": "DK"}
MEETING = {"id": "first", "starts": "2026-12-03 17:00", "languages": ("da", "en")}
CALL = {
    "id": "odense",
    "programme": "broen",
    "role": "mentor",
    "name": "Mentorer",
    "summary": "Vi søger mentorer.",
    "timezone": "Europe/Copenhagen",
    "opens_on": "2026-10-15",
    "people_wanted": "20",
    "languages": ("da",),
    "apply": {"email": "mentor@broen.example.org"},
    "info_meetings": (MEETING, {**MEETING, "id": "second"}),
}


def read(**changes: object) -> Call:
    """Read the call with some keys changed; those that are `...` left out."""
    data = {name: value for name, value in {**CALL, **changes}.items() if value is not ...}
    call = read_partly(Call, data, CONTEXT)
    assert call is not None
    return call


def test_all_is_read_where_nothing_is_wrong() -> None:
    """The part is then the whole."""
    whole = Call.model_validate(CALL, context=CONTEXT)
    part = read()
    for name in Call.model_fields:
        assert str(getattr(part, name)) == str(getattr(whole, name))
    assert isinstance(part.info_meetings[1], InfoMeeting)


@pytest.mark.parametrize("value", [..., None, "mentorx", {"a": "b"}])
def test_a_needed_key_that_is_wrong_or_left_out_is_absent(value: object) -> None:
    """All others are there."""
    part = read(role=value)
    assert (part.role, part.people_wanted, part.languages) == (None, 20, ("da",))


def test_what_is_wrong_in_a_group_or_item_is_taken_out_of_it() -> None:
    """The rest of the group stays, and items keep their numbers."""
    wrong = {"id": "first", "starts": "soon", "languages": ("da", "da"), "colour": "red"}
    part = read(
        info_meetings=(wrong, MEETING), apply={"email": "nobody", "url": "https://broen.example.org/"}
    )
    assert [(one.id, one.starts is None, one.languages) for one in part.info_meetings] == [
        ("first", True, ("da", "da")),
        ("first", False, ("da", "en")),
    ]
    assert (part.apply.email, part.apply.url) == (None, "https://broen.example.org/")


@pytest.mark.parametrize("value", [("da", "Danish"), ("da", {"a": "b"}), "da", {"a": "b"}])
def test_a_list_with_a_wrong_item_is_taken_out_as_a_whole(value: object) -> None:
    """Without the item, those after it would be found in other places."""
    assert read(languages=value).languages == ()
    assert read(info_meetings=(MEETING, "soon")).info_meetings == ()


def test_of_a_record_without_its_id_nothing_is_read() -> None:
    """Nor of a group of which nothing is right, unless all its keys may be absent."""
    assert read_partly(Call, {"role": "mentor"}, CONTEXT) is None
    length = read_partly(DurationRange, {"min": "x", "max": "y", "unit": "z"}, CONTEXT)
    assert length is not None
    assert (length.min, length.max, length.unit) == (None, None, None)
