"""Where a portal is, and whether a path stays inside a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.paths import (
    PortalPaths,
    find_portal,
    has_symlink,
    is_inside,
    is_regular,
    packaged_mkdocs,
    packaged_theme,
    read_limited,
    source_lines,
    write_bytes,
    write_text,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder that is a portal."""
    for name in ("content/media", "sites"):
        (tmp_path / "portal" / name).mkdir(parents=True)
    return tmp_path / "portal"


@pytest.mark.parametrize("start", [".", "content", "content/media"])
def test_a_portal_is_found_from_within(root: Path, start: str) -> None:
    """The nearest parent with content/ and sites/ is the portal."""
    assert find_portal(root / start).root == root


def test_a_portal_is_found_by_its_name(root: Path, tmp_path: Path) -> None:
    """`--root` need not be a parent of where one stands."""
    assert find_portal(tmp_path, root).root == root


@pytest.mark.parametrize("named", [True, False])
def test_no_portal_is_a_usage_error(root: Path, tmp_path: Path, named: bool) -> None:
    """The message says what a portal is; a named folder is not searched for in its parents."""
    with pytest.raises(UsageError, match=r"no portal at .*: a portal is a folder with content/ and sites/"):
        find_portal(tmp_path, root / "content" if named else None)


def test_folders_of_a_portal(root: Path) -> None:
    """All are below its root; paths are shown relative to it."""
    paths = PortalPaths(root)
    assert (
        paths.shown(paths.content),
        paths.shown(paths.sites),
        paths.shown(paths.media),
        paths.shown(Path("/elsewhere/a")),
    ) == ("content", "sites", "content/media", "/elsewhere/a")


def test_a_portal_without_theme_has_the_packaged_one(root: Path) -> None:
    """Templates and the base configuration came with the program."""
    paths = PortalPaths(root)
    assert (packaged_theme(), packaged_mkdocs(), True, True) == (
        paths.theme,
        paths.mkdocs,
        (paths.theme / "templates").is_dir(),
        paths.mkdocs.is_file(),
    )


def test_a_portals_own_theme_wins(root: Path) -> None:
    """A folder theme/ counts when it has templates."""
    (root / "theme/templates").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("", "utf-8")
    paths = PortalPaths(root)
    assert (root / "theme", root / "mkdocs.yml") == (paths.theme, paths.mkdocs)


def test_a_path_is_compared_part_by_part(tmp_path: Path) -> None:
    """`content` is no parent of `content_private`, and `..` and links are followed first."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/out").symlink_to(tmp_path)
    content = tmp_path / "content"
    assert [
        is_inside(content, path)
        for path in (
            content,
            content / "a/b",
            tmp_path / "content_private/a",
            content / "../secret",
            content / "out/secret",
        )
    ] == [True, True, False, False, False]


def test_a_link_is_seen_at_every_level(tmp_path: Path) -> None:
    """A file below a linked folder has a link on its way; the root's own way does not matter."""
    (tmp_path / "real/inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    assert [
        has_symlink(tmp_path, tmp_path / "link"),
        has_symlink(tmp_path, tmp_path / "link/inner/a"),
        has_symlink(tmp_path, tmp_path / "real/inner/a"),
        has_symlink(tmp_path / "link", tmp_path / "link/inner"),
    ] == [True, True, False, False]


def test_only_a_plain_file_is_regular(tmp_path: Path) -> None:
    """No link, folder, FIFO or nothing."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "fifo")
    assert [is_regular(tmp_path / name) for name in ("file", "link", "fifo", ".", "nothing")] == [
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(("limit", "read"), [(3, b"abc"), (4, b"abc"), (2, None)])
def test_a_file_is_read_up_to_its_limit(tmp_path: Path, limit: int, read: bytes | None) -> None:
    """The limit itself is allowed; a longer file is not read to the end."""
    (tmp_path / "file").write_bytes(b"abc")
    assert read == read_limited(tmp_path / "file", limit)


def test_a_file_that_comes_in_parts_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Disks of other machines may give fewer bytes at once than there are, and a file may grow meanwhile."""
    read = os.read
    monkeypatch.setattr(os, "read", lambda file, most: read(file, min(most, 3)))
    (tmp_path / "file").write_bytes(b"abcdefgh")
    assert read_limited(tmp_path / "file", 8) == b"abcdefgh"
    assert read_limited(tmp_path / "file", 7) is None


@pytest.mark.parametrize("name", ["link", "fifo", "folder", "nothing"])
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path, name: str) -> None:
    """A link is not followed and a FIFO does not make the program wait."""
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(OSError):
        read_limited(tmp_path / name, 10)


def test_writing_follows_no_link(tmp_path: Path) -> None:
    """Neither a link in place of the file nor one beside it leads the text elsewhere."""
    target, elsewhere = tmp_path / "a.yml", tmp_path / "elsewhere"
    elsewhere.write_text("kept", "utf-8")
    for name in ("a.yml", ".a.yml.new"):
        (tmp_path / name).symlink_to(elsewhere)
    write_text(target, "new\r\n")
    assert (elsewhere.read_text("utf-8"), target.read_bytes(), target.is_symlink()) == (
        "kept",
        b"new\r\n",
        False,
    )


@pytest.mark.parametrize("kind", ["folder", "nowhere", "new"])
def test_a_file_that_cannot_be_written_is_a_usage_error(kind: str, tmp_path: Path) -> None:
    """With the reason, and with nothing left beside it."""
    path = tmp_path / ("gone/file.txt" if kind == "nowhere" else "file.txt")
    if kind == "folder":
        path.mkdir()
    elif kind == "new":
        path.write_text("old", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=r"file\.txt"):
        write_bytes(path, b"new", new=kind == "new")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_written_file_keeps_its_permissions_and_follows_no_link(tmp_path: Path) -> None:
    """A link is replaced; what it led to stays. A new file has the usual permissions."""
    path, other, link, new = (tmp_path / name for name in ("a", "b", "c", "d"))
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    other.write_text("other", "utf-8")
    link.symlink_to(other)
    for target in (path, link, new):
        write_text(target, "new\n")
    usual = tmp_path / "usual"
    usual.touch()
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new\n", 0o640)
    assert (link.is_symlink(), link.read_text(), other.read_text()) == (False, "new\n", "other")
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a: 1\r\nb: \xe6\n", ("a: 1", "b: \ufffd", "")),
        (b"a: \0", ("a: \0",)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ()),
    ],
    ids=["text with a broken letter", "text with a control character", "a picture"],
)
def test_lines_are_shown_of_texts(data: bytes, lines: tuple[str, ...], tmp_path: Path) -> None:
    """Bytes that are no text are never printed."""
    (tmp_path / "file").write_bytes(data)
    assert source_lines(tmp_path, "file") == lines
