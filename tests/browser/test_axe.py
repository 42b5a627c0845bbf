"""Axe on every template, in every language, on a telephone and at a desk, in light and in dark.

A page state is one page of a template in a language at a width in a colour scheme. The number of states that were
checked is printed at the end of the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.support.browsing import DESK, PHONE, Site, hosted, pages_of
from tests.support.builds import ROOT
from tests.support.portal import TODAY

pytestmark = pytest.mark.browser

TEMPLATES = sorted(
    {path.stem for path in (ROOT / "theme/templates").glob("*.html")} - {"moved"}
)  # it leads on at once
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("kind", TEMPLATES)
def test_axe_finds_no_barrier(
    kind: str,
    sites: dict[str, Site],
    browser: Browser,
    homes: dict[str, str],
    record_property: Callable[[str, object], None],
) -> None:
    """Axe has no complaint about any state of a template: WCAG 2.2 A and AA, and best practice."""
    states, barriers = 0, []
    context = browser.new_context(viewport=PHONE)
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page = context.new_page()
    for language, site in pages_of(kind, sites).items():
        page.goto(f"{homes[site.id]}{site.pages[kind, language]}")
        for width in (PHONE, DESK):
            page.set_viewport_size(width)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
                states += 1
                barriers += [
                    f"{site.pages[kind, language]} {width['width']} {scheme}: {one['id']}: {node['html'][:120]}"
                    for one in found
                    for node in one["nodes"]
                ]
    context.close()
    record_property("axe states", states)
    assert not barriers, "\n".join(barriers)
    assert states >= 4


@pytest.fixture(scope="module")
def homes(sites: dict[str, Site], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where each site is served as its own address has it: only there the 404 page finds its styles."""
    with ExitStack() as stack:
        yield {
            site.id: stack.enter_context(hosted(site, tmp_path_factory.mktemp(site.id)))
            for site in sites.values()
        }
