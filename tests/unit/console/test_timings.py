"""Where the time of a build went: a table that says what it leaves out."""

from __future__ import annotations

import pytest

from generator.console.timings import format_timings
from generator.console.words import ENGLISH
from generator.spans import Span, Stages


def table(tasks: int) -> list[str]:
    """The lines for a build of one stage and so many tasks."""
    spans = [Span(f"broen/{n}", 0, 1_000_000 * n, 1) for n in range(1, tasks + 1)]
    return format_timings(
        Stages(0, [Span("pages", 0, 10**9, 1)], spans), ENGLISH, "timings.json"
    ).splitlines()


@pytest.mark.parametrize("tasks", [0, 1, 10])
def test_few_tasks_are_all_there(tasks: int) -> None:
    """Nothing is left out, nothing is said about it."""
    lines = table(tasks)
    assert len(lines) == 1 + (tasks and tasks + 1)
    assert "more" not in lines[-1]


def test_of_many_tasks_the_others_are_counted() -> None:
    """Ten are shown, the slowest first; the last line says how many more there are, and where."""
    lines = table(26)
    assert [line.split()[0] for line in lines[2:12]] == [f"broen/{n}" for n in range(26, 16, -1)]
    assert lines[12:] == ["  … and 16 more, all in timings.json"]
