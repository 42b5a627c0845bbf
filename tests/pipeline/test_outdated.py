"""Readers learn of outdated translations what the site wants them to."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.outcome import BuildOptions
from generator.pipeline import build_portal
from tests.support.history import PROGRAMME, begin
from tests.support.portal import TODAY

NOTICE = "Part of this page was last translated on 1 January 2026."
OLD = "A mentor helps you find your way to work in Odense or Aarhus."
NEW = "Find en mentor i Odense."


@pytest.mark.parametrize(
    ("wish", "expected"),
    [("show", (False, True, False)), ("notice", (True, True, False)), ("source", (False, False, True))],
)
def test_page_of_an_outdated_text(tmp_path: Path, wish: str, expected: tuple[bool, bool, bool]) -> None:
    """The English page shows the translation, shows it with a dated notice, or shows the Danish source."""
    past = begin(tmp_path / "portal")
    past.change(PROGRAMME, "En mentor hjælper dig på vej til arbejde i Odense eller Aarhus.", NEW)
    site = past.paths.root / "sites/broen/site.yml"
    site.write_text(f"{site.read_text('utf-8')}outdated_translations: {wish}\n", "utf-8")
    past.commit()
    build_portal(past.paths, read_clock(TODAY), BuildOptions(tmp_path / "public"))
    page = (tmp_path / "public/broen/en/programmes/broen-mentor/index.html").read_text("utf-8")
    main = page[page.index("<main") :]
    assert (NOTICE in page, OLD in main, f'<span lang="da" dir="ltr">{NEW}</span>' in main) == expected
