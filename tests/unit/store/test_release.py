"""The releases of libraries belong to the program's name, however they were installed."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from generator.store import digest


def test_releases_are_those_of_the_libraries() -> None:
    """Found quickly, they are what the metadata say."""
    assert {name: digest._release(name) for name in digest._LIBRARIES} == {
        name: version(name) for name in digest._LIBRARIES
    }


@pytest.mark.parametrize(
    ("folder", "file"),
    [("some_library-9.9.dist-info", "METADATA"), ("some_library-9.9.egg-info", "PKG-INFO")],
)
def test_a_library_may_be_installed_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, file: str
) -> None:
    """Packages of a Linux distribution have their metadata elsewhere."""
    assert digest._release("some-library") == ""
    (tmp_path / folder).mkdir()
    (tmp_path / folder / file).write_text(
        "Metadata-Version: 2.1\nName: some-library\nVersion: 9.9\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert digest._release("some-library") == "9.9"


@pytest.mark.parametrize("name", ["mkdocs", "mkdocs-material", "pillow"])
def test_another_release_is_another_program(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found with one release is not taken for what another would find, as with settings of the theme."""
    release = digest._release
    monkeypatch.setattr(digest, "_release", lambda library: "0" if library == name else release(library))
    assert digest.program_digest.__wrapped__() != digest.program_digest()
