"""Pages that are made while the theme changes take the place of no good one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.serve.builder import Builder
from generator.serve.desk import Desk
from generator.serve.snapshot import ServeOptions
from tests.support.builds import ROOT
from tests.support.portal import TODAY, copy_small

PAGE = "coordinators/index.html"


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A small portal with a theme of its own."""
    found = copy_small(tmp_path / "portal")
    shutil.copytree(ROOT / "theme", found.root / "theme")
    return found


@pytest.fixture
def desk(paths: PortalPaths) -> Iterator[Desk]:
    """A desk that has read the portal and made nothing yet."""
    builder = Builder(paths, ServeOptions())
    try:
        found = Desk(paths, builder, lambda: None)
        found.read(read_clock(TODAY))
        yield found
    finally:
        builder.close()


def test_nothing_is_kept_of_a_theme_that_was_not_read(desk: Desk, paths: PortalPaths) -> None:
    """A catalogue that is empty for a moment, as editors write it, leaves no page in another language behind."""
    good = desk.file("broen", PAGE)
    catalogue = paths.theme / "locales/da/LC_MESSAGES/portal.po"
    whole = catalogue.read_bytes()
    catalogue.write_bytes(b"")
    assert not desk.make_ahead("broen", "da")
    about = desk.file("broen", "about/index.html")
    catalogue.write_bytes(whole)
    desk.read(read_clock(TODAY))
    assert desk.make_ahead("broen", "da")
    assert desk.file("broen", PAGE) == good
    assert isinstance(about, bytes)
    assert desk.file("broen", "about/index.html") != about


def test_a_theme_that_changes_as_pages_are_made(
    desk: Desk, paths: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made of two states of a theme is not kept either."""
    catalogue = paths.theme / "locales/da/LC_MESSAGES/portal.po"
    original = Builder.unit

    def unit(builder: Builder, site: str, language: str) -> object:
        catalogue.write_bytes(b"")
        return original(builder, site, language)

    good = desk.file("broen", PAGE)
    monkeypatch.setattr(Builder, "unit", unit)
    assert not desk.make_ahead("broen", "da")
    assert desk.file("broen", PAGE) == good
