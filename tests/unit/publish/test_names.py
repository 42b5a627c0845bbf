"""Output names."""

from __future__ import annotations

import pytest

from generator.errors import PublishError
from generator.publish.names import check_paths, check_sites, fault_in_path


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "da/programmer/index.html",
        "_headers",
        ".well-known/security.txt",
        "a/ø-عربي.html",
        "a b.pdf",
    ],
)
def test_ordinary_paths_are_accepted(path: str) -> None:
    """Names that a web host serves are accepted."""
    assert fault_in_path(path) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("", "has an empty, '.' or '..' part"),
        ("/etc/passwd", "is absolute"),
        ("../index.html", "has an empty, '.' or '..' part"),
        ("a/../../b", "has an empty, '.' or '..' part"),
        ("a//b", "has an empty, '.' or '..' part"),
        ("a/", "has an empty, '.' or '..' part"),
        ("./a", "has an empty, '.' or '..' part"),
        ("a\\b", "has the character '\\\\'"),
        ("C:/a", "has the character ':'"),
        ("a?b", "has the character '?'"),
        ("a#b", "has the character '#'"),
        ("a%20b", "has the character '%'"),
        ("a\nb", "has an invisible or control character"),
        ("a\u202eb", "has an invisible or control character"),
        ("a\x00", "has an invisible or control character"),
        ("a./b", "has a part that begins or ends with a space, or ends with a full stop"),
        (" a", "has a part that begins or ends with a space, or ends with a full stop"),
        ("A\u030arhus", "is not in Unicode form NFC"),
        ("aux.html", "has a part that Windows keeps for a device"),
        ("ø" * 128, "has a part of more than 255 bytes"),
        ("a/" * 600 + "b", "has more than 1024 bytes"),
    ],
)
def test_unsafe_paths_are_refused(path: str, fault: str) -> None:
    """A path that leaves the site, or that some host cannot have, is refused with its reason."""
    assert fault_in_path(path) == fault


@pytest.mark.parametrize(
    "paths",
    [
        ["About.html", "about.html"],
        ["straße.html", "strasse.html"],
        ["Da/index.html", "da/about.html"],
        ["da", "da/index.html"],
    ],
)
def test_names_that_collide_are_refused(paths: list[str]) -> None:
    """Two names that a host without letter case takes for one, or a file in a folder's place, are refused."""
    with pytest.raises(PublishError, match="kvinfo has"):
        check_paths("kvinfo", paths)


def test_names_in_different_folders_do_not_collide() -> None:
    """The same file name in two folders is no collision."""
    check_paths("kvinfo", ["da/index.html", "en/index.html", "index.html"])


@pytest.mark.parametrize("sites", [["a/b"], [".git"], ["Kvinfo", "kvinfo"], [".."], [""]])
def test_site_ids_that_are_no_folder_name_are_refused(sites: list[str]) -> None:
    """A site id is one visible folder name, and its own."""
    with pytest.raises(PublishError):
        check_sites(sites)
