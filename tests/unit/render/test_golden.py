"""The HTML of a few pages of the small portal, compared with what was reviewed: `pytest --update-golden` renews it.

Fragments only: the shell around a page has tests of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.pipeline import check_portal
from generator.plan.site_plan import SitePlan
from tests.support.output import one_per_line, page_at
from tests.support.portal import SMALL, TODAY


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
