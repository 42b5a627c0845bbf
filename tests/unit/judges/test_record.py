"""The page of results: a table between markers, and nothing else touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.judges.record import PAGE, record, replaced, table

TEXT = "# Results\n<!-- nu: begin -->\nold\n<!-- nu: end -->\nafter\n"


def test_a_table_has_words_first_and_numbers_after() -> None:
    """Numbers stand at the end of their column."""
    assert (
        table(("site", "errors"), [("kvinfo", "0")]) == "| site | errors |\n| --- | --: |\n| kvinfo | 0 |\n"
    )


def test_a_record_has_its_day_and_versions(tmp_path: Path) -> None:
    """What stood between the markers is gone; what stands around them stays."""
    page = tmp_path / "quality.md"
    page.write_text(TEXT, "utf-8")
    record("nu", "Checker 1", "table\n", date(2026, 11, 21), page)
    assert page.read_text("utf-8") == TEXT.replace("old\n", "2026-11-21, Checker 1.\n\ntable\n")


@pytest.mark.parametrize("text", ["", "<!-- nu: begin -->\n", "<!-- nu: end -->"])
def test_a_page_without_markers_is_not_guessed_at(text: str) -> None:
    """The judge says which markers it needs."""
    with pytest.raises(ValueError, match="markers of nu"):
        replaced(text, "nu", "x")


@pytest.mark.parametrize("name", ["nu", "lighthouse"])
def test_the_page_of_results_has_a_place_for_each_judge(name: str) -> None:
    """The command finds its markers, and writes nothing outside of them."""
    text = PAGE.read_text("utf-8")
    head = text.partition(f"<!-- {name}: begin -->")[0]
    assert replaced(text, name, "result\n").startswith(
        f"{head}<!-- {name}: begin -->\nresult\n<!-- {name}: end -->"
    )
