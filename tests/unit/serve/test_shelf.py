"""Finished files are found under the key they were made for; older ones are kept for bad times."""

from __future__ import annotations

from generator.serve.shelf import Shelf


def shelf() -> Shelf:
    """A shelf with one file of one site."""
    found = Shelf()
    found.renew({"a": "1"})
    found.put("a", "1", {"x": b"old"})
    return found


def test_found_under_its_key() -> None:
    """A file is found under its site's key and no other."""
    assert (shelf().find("a", "x", "1"), shelf().find("a", "x", "2")) == (b"old", None)
    assert (shelf().find("a", "y", "1"), shelf().find("b", "x", "1")) == (None, None)


def test_another_key() -> None:
    """Under another key a file has to be made again; the old one is the last good one until then."""
    found = shelf()
    found.renew({"a": "2"})
    assert (found.find("a", "x", "2"), found.last_good("a", "x")) == (None, b"old")
    found.put("a", "2", {"x": b"new"})
    assert (found.find("a", "x", "2"), found.last_good("a", "x")) == (b"new", b"new")


def test_late_file() -> None:
    """A file that was made for a key of before is not taken for a new one."""
    found = shelf()
    found.renew({"a": "2"})
    found.put("a", "1", {"x": b"late"})
    assert found.find("a", "x", "2") is None


def test_empty_file_is_good() -> None:
    """An empty file is a file."""
    found = shelf()
    found.renew({"a": "2"})
    found.put("a", "2", {"x": b""})
    assert found.last_good("a", "x") == b""


def test_site_that_is_gone() -> None:
    """A site that is not there any more keeps its last good files."""
    found = shelf()
    found.renew({"b": "1"})
    assert found.last_good("a", "x") == b"old"


def test_complete() -> None:
    """Once all of a site was made, what is of before is forgotten."""
    found = shelf()
    found.renew({"a": "2"})
    found.put("a", "2", {"y": b"new"})
    found.complete("a", "2")
    assert (found.last_good("a", "x"), found.last_good("a", "y")) == (None, b"new")


def test_complete_until_it_has_another_key() -> None:
    """A site whose key changes and comes back has nothing made: its files are those of another state."""
    found = Shelf()
    found.renew({"a": "1"})
    found.complete("a", "2")
    assert not found.is_complete("a", "1")
    found.complete("a", "1")
    assert (found.is_complete("a", "1"), found.is_complete("a", "2"), found.is_complete("b", "1")) == (
        True,
        False,
        False,
    )
    found.renew({"a": "2"})
    found.renew({"a": "1"})
    assert not found.is_complete("a", "1")
