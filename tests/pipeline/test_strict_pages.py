"""Pages of our own templates are strict: verification reads them by their tags, as a parser would."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.pages import parse_page, read_page
from generator.publish.tags import read_tags
from tests.bench.network import write_network
from tests.support.builds import ROOT, must_build


def strict_pages(folder: Path) -> dict[str, bytes]:
    """Return all pages below a folder; each must be strict, and read as a parser reads it."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}
    assert [path for path, data in found.items() if read_tags(data) is None] == []
    assert [path for path, data in found.items() if read_page(data) != parse_page(data)] == []
    return found


def test_samples(tmp_path: Path) -> None:
    """Every page of six sites, in all of their languages."""
    must_build(ROOT, "--output", str(tmp_path))
    pages = strict_pages(tmp_path)
    assert len(pages) > 500
    assert pages.keys() >= {"kvinfo/404.html", "kvinfo/ar/404.html", "kvinfo/ar/index.html"}


@pytest.mark.parametrize("languages", [2, 5])
def test_network(tmp_path: Path, languages: int) -> None:
    """Every page of a network of invented programmes."""
    write_network(tmp_path, sites=2, languages=languages, pages=20)
    must_build(tmp_path)
    assert len(strict_pages(tmp_path / "public")) == 2 * languages * 21
