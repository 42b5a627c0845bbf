"""Changed files are noticed, whatever an editor does with them, with and without notices of the system."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.paths import PortalPaths
from generator.serve import sources
from generator.serve import watch as watching
from generator.serve.notices import Notices
from generator.serve.sources import Sources, look
from generator.serve.watch import Watch
from tests.support.builds import replaced
from tests.support.portal import copy_small
from tests.support.serving import until

FILE = "content/places/odense.yml"


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """A small portal."""
    return copy_small(tmp_path / "portal")


@pytest.fixture(params=[True, False], ids=["notices", "looking"])
def watch(paths: PortalPaths, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """A watch on the portal."""
    found = Watch(paths, notices=request.param)
    yield found
    found.close()


def told(watch: Watch) -> frozenset[str]:
    """What changed next."""
    for _ in range(100):
        found = watch.changes(min(watch.interval, 0.2))
        if found:
            return found
    return frozenset()


def test_saved(watch: Watch, paths: PortalPaths) -> None:
    """A file that is written in place is named, once."""
    replaced(paths.root / FILE, "city", "town")
    assert (told(watch), watch.changes(0.1)) == ({FILE}, frozenset())


def test_saved_by_exchange(watch: Watch, paths: PortalPaths) -> None:
    """A file that an editor writes beside and moves over is named, and its help file is not."""
    file = paths.root / FILE
    beside = file.with_name(".odense.yml.swp")
    beside.write_bytes(file.read_bytes())
    beside.replace(file)
    assert told(watch) == {FILE}


def test_new_and_gone(watch: Watch, paths: PortalPaths) -> None:
    """New files, also in new folders, and files that are gone are named."""
    (paths.root / "sites/new").mkdir()
    (paths.root / "sites/new/site.yml").write_text("x", "utf-8")
    assert told(watch) == {"sites/new/site.yml"}
    shutil.rmtree(paths.root / "sites/new")
    assert told(watch) == {"sites/new/site.yml"}


def test_folder_that_comes_back(watch: Watch, paths: PortalPaths) -> None:
    """After a folder went and came back, changes in it are still noticed."""
    shutil.move(paths.content, paths.root / "away")
    assert FILE in told(watch)
    shutil.copytree(paths.root / "away", paths.content)
    assert FILE in told(watch)
    replaced(paths.root / FILE, "city", "town")
    assert told(watch) == {FILE}


def of_notices() -> list[threading.Thread]:
    """The threads that wait for notices."""
    return [thread for thread in threading.enumerate() if thread.name == "notices"]


def is_noticed(watch: Watch, edit: Callable[[], object]) -> bool:
    """Whether an edit wakes who waits, before there is another look."""
    while watch.wake.wait(0.3):  # what happened before, told late
        watch.changes(0)
    edit()
    return watch.wake.wait(1.5)


def test_filled_while_it_is_first_seen(paths: PortalPaths) -> None:
    """A new folder is watched as soon as it was seen, and what is in it is noticed."""
    new = paths.sites / "new"
    watch = Watch(paths)
    try:
        new.mkdir()
        until(watch.wake.is_set)
        (new / "pages").mkdir()
        (new / "pages/about.md").write_text("x", "utf-8")
        assert told(watch) == {"sites/new/pages/about.md"}
        assert is_noticed(watch, lambda: (new / "pages/about.md").write_text("y", "utf-8"))
    finally:
        watch.close()


def test_an_empty_folder_is_watched(paths: PortalPaths) -> None:
    """A folder without a file is no change, and the first file that comes into it is noticed."""
    watch = Watch(paths)
    try:
        (paths.content / "later").mkdir()
        until(watch.wake.is_set)
        assert watch.changes(0) == frozenset()
        assert is_noticed(watch, lambda: (paths.content / "later/x.yml").write_text("x", "utf-8"))
        assert told(watch) == {"content/later/x.yml"}
    finally:
        watch.close()


def test_another_folder_takes_the_name(paths: PortalPaths) -> None:
    """A folder is moved away, another gets its name: that one is watched, and so is its end, and the watch can end."""
    first, second = paths.sites / "broen", paths.sites / "other"
    watch = Watch(paths)
    try:
        shutil.copytree(first, second)
        assert "sites/other/site.yml" in told(watch)
        second.rename(paths.root / "away")
        assert "sites/other/site.yml" in told(watch)
        first.rename(second)
        assert {"sites/broen/site.yml", "sites/other/site.yml"} <= told(watch)
        assert is_noticed(watch, lambda: (second / "pages/new.md").write_text("x", "utf-8"))
        assert told(watch) == {"sites/other/pages/new.md"}
    finally:
        watch.close()


def test_what_a_link_leads_to_is_not_watched(paths: PortalPaths, tmp_path: Path) -> None:
    """A link in a portal, which is refused as a source, leads to no watch of another place."""
    elsewhere = tmp_path / "elsewhere/deep"
    elsewhere.mkdir(parents=True)
    (paths.content / "link").symlink_to(elsewhere.parent)
    watch = Watch(paths)
    try:
        assert not is_noticed(watch, lambda: (elsewhere / "x.yml").write_text("x", "utf-8"))
    finally:
        watch.close()


def test_nothing_is_left_of_a_watch(paths: PortalPaths) -> None:
    """After its end no thread of it runs, whatever became of its folders."""
    watch = Watch(paths)
    assert of_notices()
    shutil.rmtree(paths.content)
    paths.sites.rename(paths.root / "away")
    told(watch)
    watch.close()
    assert of_notices() == []


@pytest.mark.parametrize("name", [b"\xff.yml", b"gone"])
def test_notices_that_fail_are_tried_again(
    paths: PortalPaths, monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    """Where the system gives no notices, one looks more often, and asks for them again."""
    monkeypatch.setattr(watching, "_AGAIN", 0.2)
    strange = Path(os.fsdecode(bytes(paths.content / "places") + b"/" + name))
    original = watching.look

    def with_one_that_goes(where: PortalPaths) -> Sources:
        found = original(where)
        gone = {(f"{strange}/gone", 1)} if strange.exists() else set()
        return replace(found, folders=found.folders | gone)

    strange.write_bytes(b"")
    if name == b"gone":
        monkeypatch.setattr(watching, "look", with_one_that_goes)
    watch = Watch(paths)
    try:
        strange.touch()  # no notice can tell a name that is no text
        until(lambda: watch.interval < 1)
        replaced(paths.root / FILE, "city", "town")
        assert FILE in told(watch)
        strange.unlink()
        until(lambda: watch.changes(0.1) == frozenset() and watch.interval > 1)
        assert is_noticed(watch, lambda: replaced(paths.root / FILE, "town", "city"))
    finally:
        watch.close()


def test_a_folder_made_anew_under_its_number(paths: PortalPaths) -> None:
    """A folder that is removed and made again may be given the same number; it is watched all the same."""
    places = paths.content / "places"
    watch = Watch(paths)
    try:
        for _ in range(5):
            kept = {file.name: file.read_bytes() for file in places.iterdir()}
            shutil.rmtree(places)
            places.mkdir()
            for name, data in kept.items():
                (places / name).write_bytes(data)
            assert told(watch)
            assert is_noticed(watch, lambda: (places / "odense.yml").write_text("x", "utf-8"))
            assert told(watch) == {FILE}
    finally:
        watch.close()


def test_watches_with_all_that_is_below(paths: PortalPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders are watched as a whole, all is noticed, too, also after they came back."""
    monkeypatch.setattr(sources, "BY_FOLDER", False)
    watch = Watch(paths)
    try:
        assert look(paths).watched == (
            {str(paths.root), str(paths.mkdocs.parent)},
            {str(paths.content), str(paths.sites), str(paths.theme)},
        )
        assert is_noticed(watch, lambda: replaced(paths.root / FILE, "city", "town"))
        shutil.move(paths.content, paths.root / "away")
        assert FILE in told(watch)
        shutil.copytree(paths.root / "away", paths.content)
        assert FILE in told(watch)
        assert is_noticed(watch, lambda: replaced(paths.root / FILE, "town", "city"))
        assert is_noticed(watch, lambda: (paths.root / "mkdocs.yml").write_text("x", "utf-8"))
    finally:
        watch.close()
    assert of_notices() == []


def test_what_never_rests_is_not_followed_without_end(
    paths: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that gives a folder another number at each look, the watch is begun anew once in two seconds."""
    numbers = count(1)
    begun: list[object] = []
    original, notices = watching.look, watching.Notices

    def restless(where: PortalPaths) -> Sources:
        found = original(where)
        return replace(found, folders=frozenset((name, next(numbers)) for name, _ in found.folders))

    def counted(*given: Any) -> Notices:
        begun.append(given)
        return notices(*given)

    monkeypatch.setattr(watching, "look", restless)
    monkeypatch.setattr(watching, "Notices", counted)
    monkeypatch.setattr(watching, "_AT_MOST", 0.1)
    monkeypatch.setattr(watching, "_AT_LEAST", 60.0)
    watch = Watch(paths)
    try:
        for _ in range(8):
            assert watch.changes(0.1) == frozenset()
    finally:
        watch.close()
    assert len(begun) == 2


def test_a_closed_watch_begins_nothing(paths: PortalPaths) -> None:
    """Somebody may still ask for changes while the watch is closed."""
    watch = Watch(paths)
    watch.close()
    (paths.content / "later").mkdir()
    watch.changes(0)
    assert of_notices() == []


def test_own_settings(watch: Watch, paths: PortalPaths) -> None:
    """A mkdocs.yml that appears is noticed, and so is that the packaged one is used no more."""
    (paths.root / "mkdocs.yml").write_text("theme: {name: material}\n", "utf-8")
    assert "mkdocs.yml" in told(watch)
