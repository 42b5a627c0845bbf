"""Pages that are made while the theme changes take the place of no good one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.clock import read_clock
from generator.diagnostics import Phrase, Position
from generator.paths import PortalPaths
from generator.serve.builder import Builder
from generator.serve.desk import Desk
from generator.serve.snapshot import Fault, ServeOptions, fault_of
from tests.support.portal import TODAY, copy_with_theme

PAGE = "coordinators/index.html"


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A small portal with a theme of its own."""
    return copy_with_theme(tmp_path / "portal")


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


def test_a_theme_that_was_read_as_something_lay_in_it(
    desk: Desk, paths: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that an editor puts there for a moment, while the portal is read, has it read once more."""
    passing = paths.theme / "4913"
    original = Builder.read

    def read(builder: Builder, *given: Any) -> Any:
        found = original(builder, *given)
        passing.unlink()
        return found

    monkeypatch.setattr(Builder, "read", read)
    passing.write_bytes(b"")
    desk.read(read_clock(TODAY))
    monkeypatch.undo()
    assert not desk.make_ahead("broen", "da")
    assert desk.is_outdated
    desk.read(read_clock(TODAY))
    assert desk.make_ahead("broen", "da")
    assert not desk.is_outdated


def test_a_theme_that_cannot_be_used_is_read_once(desk: Desk, paths: PortalPaths) -> None:
    """As long as it is wrong the pages of before are shown, and asking for one has nothing read again."""
    good = desk.file("broen", PAGE)
    (paths.theme / "locales/da/LC_MESSAGES/portal.po").write_text('msgid "\n', "utf-8")
    desk.read(read_clock(TODAY))
    assert desk.state.errors
    assert not desk.make_ahead("broen", "da")
    assert (desk.file("broen", PAGE), desk.is_outdated) == (good, False)


def test_a_fault_of_half_a_theme_is_not_told(
    desk: Desk, paths: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails while the theme is being written is told when it was read so, and not before."""
    fault = Fault((fault_of(Phrase("half a template"), Phrase(""), Position("theme/x.html", 1)),))

    def half(_: Builder, site: str, path: str) -> Fault:
        (paths.theme / "templates/x.html").write_bytes(path.encode())
        return fault

    monkeypatch.setattr(Builder, "file", half)
    assert (desk.file("broen", PAGE), desk.state.errors) == (fault, ())
    desk.read(read_clock(TODAY))
    (paths.theme / "templates/x.html").write_bytes(PAGE.encode())
    desk.read(read_clock(TODAY))
    monkeypatch.setattr(Builder, "file", lambda *_: fault)
    assert (desk.file("broen", PAGE), desk.state.errors) == (fault, fault.findings)
