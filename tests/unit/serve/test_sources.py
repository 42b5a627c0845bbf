"""The state of a portal's files: what counts, and what does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.paths import PortalPaths
from generator.serve.sources import look, theme_state
from tests.support.portal import copy_small

FILE = "content/places/odense.yml"


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A small portal."""
    return copy_small(tmp_path / "portal")


@pytest.mark.parametrize(
    "name", [".odense.yml.swp", "odense.yml~", "#odense.yml#", "odense.yml.tmp", "4913.part", ".#odense.yml"]
)
def test_files_of_editors(paths: PortalPaths, name: str) -> None:
    """What editors keep beside an open file does not count."""
    before = look(paths)
    (paths.content / "places" / name).write_text("x", "utf-8")
    assert look(paths) == before


def test_no_portal_left(paths: PortalPaths) -> None:
    """Where nothing is left, nothing is seen but the packaged theme."""
    for folder in (paths.content, paths.sites):
        shutil.rmtree(folder)
    assert [name for name in look(paths).files if name.startswith(("content/", "sites/"))] == []
    assert [folder for folder, _ in look(paths).folders if folder.startswith(str(paths.content))] == []


def test_a_folder_that_came_back_is_another(paths: PortalPaths) -> None:
    """A folder of the same name with the same files in it is told from the one before."""
    before = look(paths)
    shutil.copytree(paths.content, paths.root / "copy", copy_function=shutil.copy2)
    paths.content.rename(paths.root / "away")
    (paths.root / "copy").rename(paths.content)
    assert look(paths).folders != before.folders


@pytest.mark.parametrize(
    ("name", "is_theme"),
    [(FILE, False), ("sites/a/site.yml", False), ("theme/templates/x.html", True), ("mkdocs.yml", True)],
)
def test_theme_state(paths: PortalPaths, name: str, is_theme: bool) -> None:
    """Theme and settings have a state of their own, which records do not change."""
    shutil.copytree(paths.theme, paths.root / "theme")
    before = theme_state(paths)
    (paths.root / name).parent.mkdir(parents=True, exist_ok=True)
    (paths.root / name).write_text("x", "utf-8")
    assert (theme_state(paths) != before) is is_theme


@pytest.mark.parametrize("name", ["content", "sites"])
def test_a_link_is_not_followed(paths: PortalPaths, tmp_path: Path, name: str) -> None:
    """A folder of sources that is a link is seen as such: a check refuses it, and it may lead anywhere."""
    (paths.root / name).rename(tmp_path / "elsewhere")
    (paths.root / name).symlink_to(tmp_path / "elsewhere")
    found = look(paths)
    assert [file for file in found.files if file.startswith(name)] == [name]
    assert str(paths.root / name) not in {folder for folder, _ in found.folders}


def test_what_python_writes_beside_a_hook_is_no_change(paths: PortalPaths) -> None:
    """A hook in the theme is compiled when it runs; that makes no other theme of it."""
    shutil.copytree(paths.theme, paths.root / "theme")
    (paths.root / "theme/hooks").mkdir()
    before = theme_state(paths)
    (paths.root / "theme/hooks/__pycache__").mkdir()
    (paths.root / "theme/hooks/__pycache__/x.cpython-311.pyc").write_bytes(b"x")
    assert theme_state(paths) == before
