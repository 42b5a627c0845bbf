"""Rows, ratios, targets and the recorded page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.bench.contenders import HUGO, STOCK, TWO
from tests.bench.recording import Place, machine, record
from tests.bench.rows import Row, as_text, table
from tests.bench.targets import TARGETS, verdict_table, verdicts

MIB = 1024 * 1024
OURS = Row("network", TWO.name, 2000, 4.0, 6.0, 90 * MIB, 3000, 44_000_000, reference=True)
THEIRS = Row("network", STOCK.name, 400, 8.0, 8.0, 60 * MIB, 700, 20_000_000, note="4 of 20 sites")


def test_ratios_are_of_pages() -> None:
    """A contender that built a part is compared by what a page took: wall time and CPU time."""
    assert THEIRS.ratio(OURS) == (10.0, pytest.approx(20 / 3))


def test_table() -> None:
    """One line for each row, compared with the reference; the note stands at the end."""
    head, ours, theirs = table([OURS, THEIRS])
    assert head[-3:] == ["wall ratio", "CPU ratio", ""]
    assert ours[1:6] == ["2,000", "4.00", "6.00", "2.00", "3.00"]
    assert theirs[-3:] == ["10.00", "6.67", "4 of 20 sites"]


def test_empty_columns_are_left_out() -> None:
    """Without files and without a reference there are no columns for them."""
    [head, line] = table([Row("check", "cold", 100, 2.0, 1.0, MIB, unit="record")])
    assert head == [
        "",
        "records",
        "wall s",
        "CPU s",
        "wall ms/record",
        "CPU ms/record",
        "records/s",
        "peak MiB",
    ]
    assert line == ["cold", "100", "2.00", "1.00", "20.00", "10.00", "50", "1"]


def test_text_is_aligned() -> None:
    """Words to the left, numbers to the right."""
    assert (
        as_text([["", "s"], ["one", "1.50"], ["three", "12.50"]])
        == "           s\none     1.50\nthree  12.50\n"
    )


def test_targets() -> None:
    """A target is judged when its rows are there: at least so many times as fast, at most so many seconds."""
    slow_check = Row("check", "cold", 10_000, 12.5, 12.0, MIB)
    found = verdicts([OURS, THEIRS, slow_check])
    assert [(verdict.measured, verdict.met) for verdict in found] == [(10.0, False), (12.5, False)]
    quick = Row("network", HUGO.name, 2000, 4.0, 4.0, MIB)
    assert [verdict.met for verdict in verdicts([OURS, quick])] == [True]
    assert verdict_table(verdicts([OURS, quick]))[1] == [TARGETS[1].text, "≥ 1", "1.00", "yes"]


def test_record_keeps_other_scenarios(tmp_path: Path) -> None:
    """Results replace those of their scenarios; the page is written from all that are there."""
    page, data = tmp_path / "page.md", tmp_path / "data.json"
    page.write_text("# Before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nAfter\n", "utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("<!-- bench: begin -->\n<!-- bench: end -->\n", "utf-8")
    titles = {"network": "Twenty sites", "check": "Checking"}
    warm = Row("check", "warm", 100, 1.0, 1.0, MIB, unit="record")
    place = Place(page, data, readme)
    record([warm], titles, date(2026, 11, 1), place)
    record([OURS, THEIRS], titles, date(2026, 11, 2), place)
    text, known = page.read_text("utf-8"), json.loads(data.read_text("utf-8"))
    assert [(name, found["date"]) for name, found in known.items()] == [
        ("network", "2026-11-02"),
        ("check", "2026-11-01"),
    ]
    assert known["network"]["machine"] == machine()
    assert text.startswith("# Before\n") and text.endswith("After\n")
    assert "old" not in text
    assert text.index("### Twenty sites") < text.index("| stock MkDocs | 400 |") < text.index("### Checking")
    assert "| 20 sites × 5 languages × 20 pages: times as fast as stock MkDocs | ≥ 15 | 10.00 | no |" in text
    short = readme.read_text("utf-8")
    assert "| ms a page, wall / CPU | portal, 2 workers | stock MkDocs | Hugo | Zensical |" in short
    assert "| Twenty sites | 2.0 / 3.0 | 20.0 / 20.0 (10.0 × / 6.7 ×) | – | – |" in short
    assert f"\nTwenty sites: 2026-11-02, {machine()}.\n" in short
