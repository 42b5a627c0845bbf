"""The HTML of a few pages of the small portal, compared with what was reviewed: `pytest --update-golden` renews it.

Fragments only: the shell around a page has tests of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.verdict.portal import check_portal
from tests.support.output import one_per_line, page_at
from tests.support.portal import SMALL, TODAY, apply_example, copy_small

STATEMENT = """\
# sites/broen/site.yml
accessibility:
  introduction: "*Eksempel.*"
  conformance: partial
  standards: [EN 301 549 v3.2.1, WCAG 2.2 AA]
  not_accessible:
    - id: screen-reader
      text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
      reason: not_met
    - id: easy-language
      text: {da: Der er ingen sider på let dansk., en: There are no pages in easy language.}
      reason: out_of_scope
      alternative: {da: Ring til os., en: Call us.}
  prepared_on: 2026-10-01
  reviewed_on: 2026-11-20
  method: self_assessment
  tool_checks:
    - id: axe
      tool: axe-core 4.12.1
      checked_on: 2026-11-20
      result: no_problems
  human_checks:
    - id: keyboard
      topic: keyboard
      checked_on: 2026-11-20
      result: problems
      note: {da: Menuen, en: The menu}
  enforcement: broen
"""


@cache
def plan() -> SitePlan:
    """The plan of the small portal's only site."""
    (found,) = check_portal(PortalPaths(SMALL), read_clock(TODAY)).plans
    return found


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("route", ["programmes/broen-mentor/", "coordinators/", "calls/mentors-odense/"])
def test_a_page_is_as_it_was_reviewed(golden: Callable[[str, str], None], route: str, language: str) -> None:
    """A change of a template shows itself here as a difference to read."""
    name = route.strip("/").replace("/", "-")
    golden(f"small/{language}/{name}.html", one_per_line(page_at(plan(), route, language).html))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_accessibility_statement_is_as_it_was_reviewed(
    golden: Callable[[str, str], None], language: str, tmp_path: Path
) -> None:
    """A statement with every part; the English page has an introduction that nobody has translated."""
    paths = copy_small(tmp_path / "portal")
    apply_example(paths, STATEMENT)
    (found,) = check_portal(paths, read_clock(TODAY)).plans
    golden(
        f"small/{language}/accessibility.html", one_per_line(page_at(found, "accessibility/", language).html)
    )
