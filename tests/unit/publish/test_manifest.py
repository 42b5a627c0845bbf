"""The manifest of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.manifest import NAME, Entry, Manifest, read_manifest

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_bytes_do_not_depend_on_order() -> None:
    """The same files in another order give the same bytes and the same digest."""
    files = {"b.html": Entry.of(b"b"), "a/ø.html": Entry.of(b"a")}
    first = Manifest("kvinfo", files, "g 1")
    second = Manifest("kvinfo", dict(reversed(files.items())), "g 1")
    assert (first.to_bytes(), first.digest) == (second.to_bytes(), second.digest)


def test_bytes_are_readable_json() -> None:
    """A manifest is JSON with one file a line, sorted, in UTF-8."""
    manifest = Manifest("kvinfo", {"ø.html": Entry.of(b""), "a.css": Entry.of(b"")}, "g 1")
    expected = f"""{{
 "format": 1,
 "generator": "g 1",
 "site": "kvinfo",
 "files": {{
  "a.css": {{"sha256": "{EMPTY}", "size": 0}},
  "ø.html": {{"sha256": "{EMPTY}", "size": 0}}
 }}
}}
"""
    assert expected.encode() == manifest.to_bytes()


@pytest.mark.parametrize("files", [{}, {'quote".html': Entry.of(b"x"), "b": Entry.of(b"y")}])
def test_manifest_is_read_back(tmp_path: Path, files: dict[str, Entry]) -> None:
    """What was written is read back as it was."""
    manifest = Manifest("kvinfo", files)
    (tmp_path / NAME).write_bytes(manifest.to_bytes())
    assert manifest == read_manifest(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"name": "My web app", "icons": []}',
        b'{"format": 2, "generator": "g", "site": "s", "files": {}}',
        b'{"format": 1, "generator": "g", "site": "s", "files": {"a": 1}}',
    ],
)
def test_other_files_are_no_manifest(tmp_path: Path, content: bytes) -> None:
    """A file that portal did not write, a web app's manifest for one, is no manifest."""
    (tmp_path / NAME).write_bytes(content)
    assert read_manifest(tmp_path) is None


def test_linked_manifest_is_none(tmp_path: Path) -> None:
    """A manifest behind a symbolic link does not make a folder ours."""
    (tmp_path / "real").write_bytes(Manifest("kvinfo", {}).to_bytes())
    (tmp_path / NAME).symlink_to(tmp_path / "real")
    assert read_manifest(tmp_path) is None


def test_digest_follows_the_content() -> None:
    """One changed byte in one file changes the digest."""
    first = Manifest("kvinfo", {"a": Entry.of(b"1")})
    second = Manifest("kvinfo", {"a": Entry.of(b"2")})
    assert first.digest != second.digest
