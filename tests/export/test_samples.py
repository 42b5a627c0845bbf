"""Stock MkDocs makes of an exported site the pages that readers know: titles, languages, words, links."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.stock import judge
from tests.support.builds import ROOT

SITES = ("crossmentoring", "dortmund", "drammen", "hochsauerland", "kvinfo", "network")


def test_one_site_in_four_languages(tmp_path: Path) -> None:
    """Every page of one sample site, one language of it from right to left."""
    assert judge(ROOT, "kvinfo", tmp_path) > 90


@pytest.mark.long
@pytest.mark.parametrize("site", SITES)
def test_six_sites(site: str, tmp_path: Path) -> None:
    """Every page of every sample site: `make exports`."""
    pages = judge(ROOT, site, tmp_path)
    print(f"\n{site}: {pages} pages")  # noqa: T201
