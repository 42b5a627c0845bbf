"""A walk that knows what an earlier one saw returns the same as one that does not, whatever has happened since."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.limits import Limits
from generator.load.discover import discover
from generator.load.names import BadName, Name, read_name
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
    "a twin came": lambda root: _write(root, "content/programmes/KVINFO.yml"),
    "a name that cannot be": lambda root: _write(root, "content/programmes/kv_info.yml"),
    "a leftover": lambda root: _write(root, "content/programmes/kvinfo.yml~"),
    "a picture among pages": lambda root: _write(root, "sites/network/pages/house.png"),
    "a folder went": lambda root: (root / "content/places").rename(root / "content/guides"),
    "all went": lambda root: (root / "content").rename(root / "none"),
}


def names_of(root: Path) -> set[str]:
    """The names that a walk accepts."""
    return {file.shown for file in discover(PortalPaths(root)).files}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_second_walk_sees_what_a_first_one_would(root: Path, change: Callable[[Path], object]) -> None:
    """Files, marks, findings and pictures are the same, whether or not names are known from an earlier walk."""
    accepted = names_of(root)
    change(root)
    assert discover(PortalPaths(root), accepted=accepted) == discover(PortalPaths(root))


def test_a_second_walk_judges_no_name_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only names that are new are looked at; the others were accepted by this very program."""
    judged: list[str] = []
    known = names_of(root)
    (root / "content/places/ribe.yml").write_text("a: b\n", "utf-8")

    def judge(name: str, suffix: str) -> Name | BadName:
        judged.append(name)
        return read_name(name, suffix)

    monkeypatch.setattr("generator.load.discover.read_name", judge)
    discover(PortalPaths(root), accepted=known)
    assert judged == ["ribe.yml", "site.da.yml", "site.yml"]


@pytest.mark.parametrize("fault", [errno.ENOENT, errno.EACCES, errno.EIO])
def test_a_file_that_cannot_be_looked_at_is_told(
    root: Path, fault: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that goes while the walk comes past, or that nobody may see, is a finding in both walks."""
    accepted, real = names_of(root), os.lstat

    def lstat(path: str) -> os.stat_result:
        if str(path).endswith("odense.yml"):
            raise OSError(fault, os.strerror(fault))
        return real(path)

    monkeypatch.setattr(os, "lstat", lstat)
    found = discover(PortalPaths(root), accepted=accepted)
    assert [finding.position.file for finding in found.findings] == ["content/places/odense.yml"]
    assert found == discover(PortalPaths(root))


def test_the_limit_counts_in_a_second_walk_too(root: Path) -> None:
    """Whether there are too many files does not depend on what was seen before."""
    limits = Limits(records=3)
    found = discover(PortalPaths(root), limits, accepted=names_of(root))
    assert found == discover(PortalPaths(root), limits)
