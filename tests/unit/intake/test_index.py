"""The index of files: whose bytes are known without reading them, and whose are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clock import machine_seconds
from generator.intake.codec import dumps
from generator.intake.index import Index
from generator.load.discover import Discovered, discover
from generator.load.files import Folder, Mark, PageFile, SourceFile
from generator.paths import PortalPaths
from generator.store.store import Store, key_of

KEY = key_of(b"index")
SECOND = 1_000_000_000
MARK = Mark(100 * SECOND, 100 * SECOND, 7, 42)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path, tmp_path / "cache")


WRONG = [
    1,
    (),
    (("ribe",), (None,), (*MARK,)),
    (("ribe",), (), (*MARK,), ("digest",)),
    (("ribe",), (None,), (*MARK, 1), ("digest",)),
    (("ribe",), (None,), (), ("digest",)),
    (("ribe",), (None,), (*MARK,), ()),
]
"""Columns of a folder that do not fit together."""
PORTAL = PortalPaths(Path("/portal"))


def file(mark: Mark, name: str = "ribe") -> SourceFile:
    """A file with a mark."""
    shown = f"content/places/{name}.yml"
    return SourceFile("places", name, None, f"/portal/{shown}", shown, mark)


def seen(*files: SourceFile, whole: bool = False) -> Discovered:
    """What a walk saw; `whole` when there is nothing else in the folder."""
    names = tuple(f"{file.id}.yml" for file in files)
    return Discovered(
        files, (), (), folders={"/portal/content/places": Folder(names, files)} if whole else {}
    )


def kept(store: Store, mark: Mark, since: float, *, whole: bool = False) -> None:
    """Keep a file's digest in a walk that began at `since`, in seconds."""
    Index(store, KEY, since).keep(seen(file(mark), whole=whole), {file(mark).shown: "digest"})


def opened(store: Store) -> Index:
    """The index as the next run finds it."""
    return Index.open(store, KEY, PORTAL)


@pytest.mark.parametrize("whole", [True, False])
def test_a_file_as_it_was_is_known(store: Store, whole: bool) -> None:
    """The same mark has the same bytes, whether or not its whole folder was kept."""
    kept(store, MARK, since=200, whole=whole)
    assert opened(store).known([file(MARK)]) == {"content/places/ribe.yml": "digest"}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("field", Mark._fields)
def test_a_file_with_another_mark_is_not_known(store: Store, field: str, whole: bool) -> None:
    """Another time, size or inode is another file, even one that went back in time."""
    kept(store, MARK, since=200, whole=whole)
    other = MARK._replace(**{field: getattr(MARK, field) - 1})
    assert opened(store).known([file(other)]) == {}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("field", ["modified", "changed"])
def test_a_file_that_may_change_again_without_a_trace_is_not_kept(
    store: Store, field: str, whole: bool
) -> None:
    """Where the clock of files is coarse, a second edit in the same moment would leave the same mark."""
    kept(store, MARK._replace(**{field: 199 * SECOND}), since=200, whole=whole)
    assert opened(store).known([file(MARK._replace(**{field: 199 * SECOND}))]) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no pickle",
        dumps(("a", "b")),
        dumps({"a": 1}),
        dumps(({}, {"x": 1})),
        *(dumps(({"content/places": columns}, {}, {})) for columns in WRONG),
        dumps(({"content": (("ribe",), (None,), (*MARK,), ("digest",))}, {}, {})),
        dumps(({1: (("ribe",), (None,), (*MARK,), ("digest",))}, {}, {})),
    ],
)
def test_an_index_of_another_form_knows_nothing(store: Store, content: bytes) -> None:
    """Whatever lies under the key of the index, no file is known by it."""
    store.put(KEY, content)
    assert opened(store).known([file(MARK)]) == {}


@pytest.mark.parametrize(
    ("files", "known", "entries", "is_about"),
    [
        (1000, 1000, 1000, True),
        (1001, 1000, 1001, True),
        (1000, 999, 1000, False),
        (1000, 1000, 1002, False),
        (50, 49, 50, False),
        (0, 0, 0, False),
    ],
)
def test_few_files_of_very_many_need_no_new_index(
    store: Store, files: int, known: int, entries: int, is_about: bool
) -> None:
    """Less than one file in a thousand may have come, changed or gone before the index is written again."""
    index = Index(store, KEY, 200, {}, {f"file {number}": "" for number in range(entries)})
    assert index.is_about(files, known) == is_about


def test_folders_come_back_as_the_walk_saw_them(tmp_path: Path) -> None:
    """What is kept is what the next walk needs: the same folders, with names, languages, paths and marks."""
    for name in (
        *("content/places/ribe.yml", "content/places/ribe.da.yml", "content/places/ribe-2.zh-Hant.yml"),
        *("sites/network/site.yml", "sites/network/pages/about.md", "sites/network/pages/about.ar.md"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: b\n", "utf-8")
    paths, store = PortalPaths(tmp_path), Store(tmp_path, tmp_path / "cache")
    found = discover(paths)
    digests = {file.shown: f"digest of {file.shown}" for file in found.files}
    Index(store, KEY, machine_seconds() + 10).keep(found, digests)
    again = Index.open(store, KEY, paths)
    assert again.folders == found.folders
    assert again.digests == digests
    assert again.marks == {file.shown: file.mark for file in found.files}
    assert {type(file) for folder in again.folders.values() for file in folder.files} == {
        SourceFile,
        PageFile,
    }


def test_a_folder_with_a_file_that_is_not_trusted_is_kept(store: Store) -> None:
    """Only that file is read again, and its folder still needs no thought."""
    young, old = file(MARK._replace(changed=199 * SECOND), "aabenraa"), file(MARK)
    Index(store, KEY, 200).keep(
        seen(young, old, whole=True), {young.shown: "digest of young", old.shown: "digest of old"}
    )
    again = opened(store)
    assert again.known([young, old]) == {old.shown: "digest of old"}
    assert again.folders["/portal/content/places"].names == ("aabenraa.yml", "ribe.yml")
    assert again.folders["/portal/content/places"].files[0].mark != young.mark
