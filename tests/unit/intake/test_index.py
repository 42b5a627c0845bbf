"""The index of files: whose bytes are known without reading them, and whose are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.codec import dumps
from generator.intake.index import Index
from generator.load.files import Mark, SourceFile
from generator.store.store import Store, key_of

KEY = key_of(b"index")
SECOND = 1_000_000_000
MARK = Mark(100 * SECOND, 100 * SECOND, 7, 42)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path, tmp_path / "cache")


def file(mark: Mark) -> SourceFile:
    """A file with a mark."""
    return SourceFile(
        "places", "ribe", None, "/portal/content/places/ribe.yml", "content/places/ribe.yml", mark
    )


def kept(store: Store, mark: Mark, since: float) -> None:
    """Keep a file's digest in a walk that began at `since`, in seconds."""
    Index(store, KEY, since).keep([file(mark)], {file(mark).shown: "digest"})


def test_a_file_as_it_was_is_known(store: Store) -> None:
    """The same mark has the same bytes."""
    kept(store, MARK, since=200)
    assert Index.open(store, KEY).known([file(MARK)]) == {"content/places/ribe.yml": "digest"}


@pytest.mark.parametrize("field", Mark._fields)
def test_a_file_with_another_mark_is_not_known(store: Store, field: str) -> None:
    """Another time, size or inode is another file, even one that went back in time."""
    kept(store, MARK, since=200)
    other = MARK._replace(**{field: getattr(MARK, field) - 1})
    assert Index.open(store, KEY).known([file(other)]) == {}


@pytest.mark.parametrize("field", ["modified", "changed"])
def test_a_file_that_may_change_again_without_a_trace_is_not_kept(store: Store, field: str) -> None:
    """Where the clock of files is coarse, a second edit in the same moment would leave the same mark."""
    kept(store, MARK._replace(**{field: 199 * SECOND}), since=200)
    assert Index.open(store, KEY).known([file(MARK._replace(**{field: 199 * SECOND}))]) == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"no pickle", dumps(("a", "b")), dumps({"a": 1}), dumps(({}, {"x": 1}))]
    + [dumps(({name: tuple(MARK)}, {name: "digest"})) for name in (1, "content/pl\xe4ces/ribe.yml", "a\n")],
)
def test_an_index_of_another_form_knows_nothing(store: Store, content: bytes) -> None:
    """Whatever lies under the key of the index, no file is known by it."""
    store.put(KEY, content)
    assert Index.open(store, KEY).known([file(MARK)]) == {}


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
