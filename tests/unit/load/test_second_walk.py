"""A walk that knows what an earlier one saw returns the same as one that does not, whatever has happened since."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.limits import Limits
from generator.load.discover import Discovered, discover
from generator.paths import PortalPaths

NAMES = (
    "content/programmes/kvinfo.yml",
    "content/programmes/kvinfo.da.yml",
    "content/programmes/kvinfo.zh-Hant.yml",
    "content/programmes/kvinfo-2.yml",
    "content/places/odense.yml",
    "sites/network/site.yml",
    "sites/network/site.da.yml",
    "sites/network/pages/about.md",
    "sites/network/pages/about.ar.md",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal with a few files in several folders."""
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: b\n", "utf-8")
    return tmp_path.resolve()


def _write(root: Path, name: str) -> None:
    (root / name).write_text("a: c\n", "utf-8")


def _become_folder(root: Path, name: str) -> None:
    (root / name).unlink()
    (root / name).mkdir()


def _become_link(root: Path, name: str) -> None:
    (root / name).rename(root / "elsewhere")
    (root / name).symlink_to(root / "elsewhere")


def _be_replaced(root: Path, name: str) -> None:
    (root / name).rename(root / "old")
    _write(root, name)


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda root: None,
    "a record changed": lambda root: _write(root, "content/programmes/kvinfo.yml"),
    "an overlay is another file": lambda root: _be_replaced(root, "content/programmes/kvinfo.da.yml"),
    "a page changed": lambda root: _write(root, "sites/network/pages/about.ar.md"),
    "a record came": lambda root: _write(root, "content/programmes/baba.yml"),
    "a record went": lambda root: (root / "content/programmes/kvinfo-2.yml").unlink(),
    "one came for another": lambda root: (root / NAMES[3]).rename(root / "content/programmes/kvinfo-3.yml"),
    "a folder has the name of a record": lambda root: _become_folder(root, "content/programmes/kvinfo.yml"),
    "a link has the name of a record": lambda root: _become_link(root, "content/places/odense.yml"),
    "a pipe has the name of a page": lambda root: (
        (root / "sites/network/pages/about.md").unlink(),
        os.mkfifo(root / "sites/network/pages/about.md"),
    ),
    "a name that cannot be": lambda root: _write(root, "content/programmes/Kvinfo.yml"),
    "a leftover": lambda root: _write(root, "content/programmes/kvinfo.yml~"),
    "a picture among pages": lambda root: _write(root, "sites/network/pages/house.png"),
    "a folder went": lambda root: (root / "content/places").rename(root / "content/guides"),
    "all went": lambda root: (root / "content").rename(root / "none"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_second_walk_sees_what_a_first_one_would(root: Path, change: Callable[[Path], object]) -> None:
    """Files, marks, findings and pictures are the same, with and without an earlier walk."""
    paths = PortalPaths(root)
    before = discover(paths)
    change(root)
    assert discover(paths, before=before.folders) == discover(paths)


def test_a_second_walk_thinks_about_no_name_again(root: Path) -> None:
    """Of files that are as they were, the very values of the earlier walk are returned; of others, new ones."""
    paths = PortalPaths(root)
    before = discover(paths)
    _write(root, "content/programmes/kvinfo.yml")
    again = discover(paths, before=before.folders)
    same = {file.shown for file in again.files if any(file is other for other in before.files)}
    assert same == {
        name for name in NAMES if "site.yml" not in name and "site.da" not in name and name != NAMES[0]
    }


def test_the_limit_counts_in_a_second_walk_too(root: Path) -> None:
    """Whether there are too many files does not depend on what was seen before."""
    paths, limits = PortalPaths(root), Limits(records=3)
    before = discover(paths)
    assert discover(paths, limits, before=before.folders) == discover(paths, limits)


def test_a_folder_with_something_odd_is_not_remembered(root: Path) -> None:
    """A folder whose names are not all those of files is looked at name by name each time."""
    _write(root, "content/programmes/Kvinfo.yml")
    _write(root, "sites/network/pages/house.png")
    found: Discovered = discover(PortalPaths(root))
    assert {Path(folder).name for folder in found.folders} == {"places"}
