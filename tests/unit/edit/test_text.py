"""Edits at places change the characters there and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Edit, Position
from generator.edit.text import apply


def edit(line: int, start: int, end: int, text: str) -> Edit:
    """An edit within one line."""
    return Edit(Position("a.yml", line, start, line, end), text)


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "one\ntwo\n"),
        ([[edit(1, 1, 4, "1")]], "1\ntwo\n"),
        ([[edit(2, 4, 4, "!")], [edit(1, 2, 3, "")]], "oe\ntwo!\n"),
        ([[edit(3, 1, 1, "end")]], "one\ntwo\nend"),
        ([[edit(1, 1, 3, "x")], [edit(1, 2, 4, "y")]], "xe\ntwo\n"),
        ([[edit(1, 1, 3, "x")], [edit(1, 3, 4, "y")]], "xy\ntwo\n"),
        ([[edit(1, 1, 3, "x")], [edit(2, 1, 2, "T"), edit(1, 2, 4, "y")]], "xe\ntwo\n"),
        ([[edit(1, 2, 2, "x")], [edit(1, 2, 2, "y")]], "oxne\ntwo\n"),
        ([[edit(9, 1, 2, "x")], [edit(1, 3, 99, "x")], [edit(2, 3, 1, "x")]], "one\ntwo\n"),
    ],
)
def test_edits_are_made_at_their_places(edits: list[list[Edit]], after: str) -> None:
    """A group is made as a whole or not at all; of two that overlap the first is made."""
    assert after == apply("one\ntwo\n", edits)


def test_columns_do_not_count_a_byte_order_mark() -> None:
    """Column 0 is the mark itself."""
    assert apply("\ufeffone\n", [[edit(1, 0, 1, "")], [edit(1, 1, 2, "O")]]) == "One\n"


@given(
    st.text("ab\n", max_size=30), st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9), st.integers(0, 4)))
)
def test_what_no_edit_names_stays(text: str, places: list[tuple[int, int, int]]) -> None:
    """Edits that replace characters by themselves change nothing, however they meet."""
    lines = text.split("\n")
    same = [
        [edit(line, start, start + size, lines[line - 1][start - 1 : start - 1 + size])]
        for line, start, size in places
        if line <= len(lines) and start + size <= len(lines[line - 1]) + 1
    ]
    assert text == apply(text, same)
