"""The store of results: what is kept comes back, and whatever else lies in its folder does no harm."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.clock import machine_seconds
from generator.render.pictures.entry import from_bytes, to_bytes
from generator.store.store import KEPT_DAYS, Store, key_of
from tests.support.pictures import made, picture

KEY = key_of(b"picture", b"recipe")
OTHER = key_of(b"other", b"recipe")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path, tmp_path / ".portal" / "cache")


def entries(store: Store) -> list[Path]:
    """Return all files of a store."""
    assert store.folder is not None
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def test_what_is_kept_comes_back(store: Store) -> None:
    """The same bytes, under their own key only."""
    store.put(KEY, b"content")
    assert (store.get(KEY), store.get(OTHER)) == (b"content", None)


def test_keys_know_where_their_parts_end() -> None:
    """Two parts joined otherwise are another key."""
    assert len({key_of(b"ab", b"c"), key_of(b"a", b"bc"), key_of(b"abc")}) == 3


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "folder", "link", "foreign"])
def test_damaged_entries_are_none(store: Store, tmp_path: Path, damage: str) -> None:
    """An entry that is not exactly what was put there is made again, and can be put again."""
    store.put(KEY, b"content")
    store.put(OTHER, b"another")
    path, other = (next(path for path in entries(store) if path.name == key[2:]) for key in (KEY, OTHER))
    data = path.read_bytes()
    if damage in ("cut", "changed", "empty", "foreign"):
        path.write_bytes(
            {"cut": data[:-1], "changed": data[:-1] + b"!", "empty": b"", "foreign": other.read_bytes()}[
                damage
            ]
        )
    else:
        path.unlink()
        path.mkdir() if damage == "folder" else path.symlink_to(other)
    first = store.get(KEY)
    store.put(KEY, b"content")
    expected = None if damage == "folder" else b"content"
    assert (first, store.get(KEY)) == (None, expected)


def aged(path: Path, days: float) -> None:
    """Say that an entry was last used so many days ago."""
    then = machine_seconds() - days * 24 * 60 * 60
    os.utime(path, (then, then))


@pytest.mark.parametrize(
    ("days", "used", "is_kept"),
    [(KEPT_DAYS + 1, False, False), (KEPT_DAYS - 1, False, True), (KEPT_DAYS + 1, True, True)],
)
def test_what_nobody_uses_goes_after_a_while(store: Store, days: int, used: bool, is_kept: bool) -> None:
    """An entry is deleted when no site uses it and none did for the days in which it is kept."""
    store.put(KEY, b"content")
    aged(entries(store)[0], days)
    store.prune({KEY} if used else {OTHER})
    assert is_kept == (store.get(KEY) is not None)


def test_what_is_used_is_marked_once_a_day(store: Store) -> None:
    """Reading an entry of more than a day makes it young; a younger one is left as it is."""
    for key, days in ((KEY, 29.0), (OTHER, 0.5)):
        store.put(key, b"content")
        aged(next(path for path in entries(store) if path.name == key[2:]), days)
    before = machine_seconds()
    store.get(KEY)
    store.get(OTHER)
    ages = {path.name: path.stat().st_mtime >= before - 5 for path in entries(store)}
    assert {KEY[2:]: True, OTHER[2:]: False} == ages


def test_pruning_touches_nothing_else(store: Store, tmp_path: Path) -> None:
    """Links, folders and files that are no entries stay, however old; nothing outside is reached."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / KEY[2:]).write_bytes(b"")
    assert store.folder is not None
    store.folder.mkdir(parents=True)
    (store.folder / "00").symlink_to(outside)
    (store.folder / "notes.txt").write_bytes(b"")
    (store.folder / "11" / "folder").mkdir(parents=True)
    (store.folder / "11" / KEY[2:]).mkdir()
    for path in (outside / KEY[2:], store.folder / "notes.txt", store.folder / "11" / KEY[2:]):
        aged(path, KEPT_DAYS * 2)
    before = sorted(tmp_path.rglob("*"))
    store.prune(set())
    assert before == sorted(tmp_path.rglob("*"))


def test_what_a_broken_off_build_left_goes_too(store: Store) -> None:
    """A file that was never finished is no entry and is deleted when it is old."""
    store.put(KEY, b"content")
    (left,) = entries(store)
    left = left.rename(left.with_name(".new-abc_12"))
    aged(left, KEPT_DAYS + 1)
    store.prune({KEY})
    assert entries(store) == []


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """A store of nothing takes and gives nothing."""
    Store().put(KEY, b"content")
    assert (Store().get(KEY), list(tmp_path.iterdir())) == (None, [])


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is kept, nothing raised."""
    (tmp_path / ".portal").write_text("here")
    store = Store(tmp_path, tmp_path / ".portal" / "cache")
    store.put(KEY, b"content")
    assert store.get(KEY) is None


def test_a_linked_folder_is_not_used(tmp_path: Path) -> None:
    """A link in place of the folder leads nowhere: nothing is written outside the portal."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "portal"
    root.mkdir()
    (root / ".portal").symlink_to(outside)
    Store(root, root / ".portal" / "cache").put(KEY, b"content")
    assert list(outside.iterdir()) == []


def _put(folder: str, number: int) -> bool:
    store = Store(Path(folder), Path(folder) / "cache")
    content = b"%d" % number * 100_000
    store.put(KEY, content)
    return store.get(KEY) in {b"%d" % each * 100_000 for each in range(10)}


def test_a_linked_drawer_is_not_used(tmp_path: Path) -> None:
    """A link inside the cache's folder leads nothing out of it: neither read nor written."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / KEY[:2]).symlink_to(elsewhere)
    store = Store(tmp_path, tmp_path / "cache")
    store.put(KEY, b"content")
    assert (store.get(KEY), list(elsewhere.iterdir())) == (None, [])


def test_builds_at_the_same_time(tmp_path: Path) -> None:
    """Whoever reads while others write gets one whole entry, and no half file is left."""
    with ProcessPoolExecutor(4) as pool:
        results = list(pool.map(_put, [str(tmp_path)] * 40, [number % 10 for number in range(40)]))
    left = [name for _, _, names in os.walk(tmp_path / "cache") for name in names]
    assert (results, left) == ([True] * 40, [KEY[2:]])


def test_files_of_a_picture_survive_the_way() -> None:
    """What was made of a picture is the same after it was kept."""
    found = made(picture("jpeg", 700, 400))
    assert from_bytes(to_bytes(found)) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        b"no json\n",
        b"[]\n",
        b'{"variants": 1, "files": [["../x.webp", 1, 1, 0], ["1.jpg", 1, 1, 0]]}\n',
    ],
)
def test_impossible_entries(data: bytes) -> None:
    """An entry of another version, or with names that lead elsewhere, is not read."""
    assert from_bytes(data) is None
