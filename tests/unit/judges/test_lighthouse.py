"""The logic around Lighthouse: a report's numbers, the median of three, the row. Lighthouse itself is not run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.judges.lighthouse import HEAD, TARGETS, Run, middle, read_run, row

RUN = Run(
    {"performance": 0.97, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}, 0, 1.5, 20, 72_400, 7, ()
)


def report(**scores: float | None) -> dict[str, Any]:
    """A report of the four categories, each resting on one audit of its own name."""
    found = {
        **dict.fromkeys(TARGETS, 1.0),
        **{name.replace("_", "-"): score for name, score in scores.items()},
    }
    audits = {
        name: {"id": name, "title": f"About {name}", "score": score, "details": {"items": [{"a": 1}]}}
        for name, score in found.items()
    }
    numbers = {
        "cumulative-layout-shift": {"numericValue": 0.01},
        "largest-contentful-paint": {"numericValue": 1480.5},
        "total-blocking-time": {"numericValue": 20},
        "total-byte-weight": {"numericValue": 72_400},
        "network-requests": {"details": {"items": [{}, {}]}},
    }
    categories = {
        name: {"score": score, "auditRefs": [{"id": name, "weight": 1}]} for name, score in found.items()
    }
    return {"audits": {**audits, **numbers}, "categories": categories}


def test_a_report_gives_its_numbers() -> None:
    """Scores by category, seconds, bytes and requests."""
    assert read_run(report(performance=0.97)) == Run(
        {**dict.fromkeys(TARGETS, 1.0), "performance": 0.97}, 0.01, 1.4805, 20, 72_400, 2, ()
    )


def test_what_costs_points_is_told_with_its_place() -> None:
    """Of performance only the number counts: its audits are hints that vary from run to run."""
    found = read_run(report(performance=0.5, seo=0.9)).faults
    assert found == ('seo: seo: About seo\n      {"a": 1}',)


def test_the_element_at_fault_is_shown() -> None:
    """The source of the element says more than the audit's raw data."""
    given = report(accessibility=0.0)
    given["audits"]["accessibility"]["details"]["items"] = [{"node": {"snippet": "<dt>"}}]
    assert read_run(given).faults == ("accessibility: accessibility: About accessibility\n      <dt>",)


def test_a_category_without_score_counts_nothing() -> None:
    """Lighthouse gives no number when an audit failed to run; that is no full mark."""
    assert read_run(report(seo=None)).scores["seo"] == 0.0


def test_a_page_that_did_not_load_is_no_result() -> None:
    """The words of Lighthouse are passed on."""
    with pytest.raises(ValueError, match="https://a.example/: no document"):
        read_run({"requestedUrl": "https://a.example/", "runtimeError": {"message": "no document"}})


def test_the_median_is_taken_of_each_number() -> None:
    """One slow run and one lucky run leave no trace."""
    runs = [
        replace(RUN, scores={**RUN.scores, "performance": score}, largest_paint=paint)
        for score, paint in ((0.5, 1.0), (0.96, 9.0), (1.0, 2.0))
    ]
    found = middle("home", runs)
    assert (found.scores["performance"], found.largest_paint) == (0.96, 2.0)


def test_a_fault_of_any_run_is_told_once() -> None:
    """A fault that shows itself in one run of three is one."""
    runs = [RUN, replace(RUN, faults=("a",)), replace(RUN, faults=("a", "b"))]
    assert middle("home", runs).faults == ("a", "b")


@pytest.mark.parametrize(
    ("name", "score", "missed"),
    [
        ("performance", 0.95, ()),
        ("performance", 0.94, ("performance",)),
        ("accessibility", 0.99, ("accessibility",)),
        ("seo", 0.99, ("seo",)),
    ],
)
def test_targets(name: str, score: float, missed: tuple[str, ...]) -> None:
    """Performance may cost a little; the rest may not."""
    run = replace(RUN, scores={**RUN.scores, name: score})
    assert middle("home", [run, run, run]).missed == missed


def test_a_row_has_a_cell_for_each_column() -> None:
    """Scores with two digits, sizes in thousands of bytes."""
    cells = row(middle("kvinfo, da: home", [RUN]))
    assert dict(zip(HEAD, cells, strict=True)) == {
        "page": "kvinfo, da: home",
        "performance": "0.97",
        "accessibility": "1.00",
        "best practices": "1.00",
        "SEO": "1.00",
        "CLS": "0.000",
        "LCP s": "1.5",
        "TBT ms": "20",
        "kB": "72",
        "requests": "7",
    }
