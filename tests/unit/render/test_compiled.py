"""Compiled templates are kept where only this user may write, and are used for the very same text only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.render import compiled
from generator.render.compiled import compiled_templates

pytestmark = pytest.mark.skipif(os.name == "nt", reason="nothing is kept there")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files in which nobody has kept anything."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    compiled_templates.cache_clear()
    yield tmp_path / f"_jinja2-cache-{os.getuid()}"
    compiled_templates.cache_clear()


def rendered(text: str) -> str:
    """What a new environment makes of a template."""
    loader = DictLoader({"page.html": text})
    return Environment(loader=loader, bytecode_cache=compiled_templates()).get_template("page.html").render()


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("portal-*.cache"))


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second environment finds what the first one compiled, in a folder that is the user's alone."""
    assert rendered("{{ 1 + 1 }}") == "2"
    assert len(kept(folder)) == 1
    assert folder.stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert rendered("{{ 1 + 1 }}") == "2"


def test_another_text_or_program_is_compiled_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of the same name with another text is another; so is the same text in another release."""
    assert rendered("{{ 1 + 1 }}") == "2"
    first = kept(folder)[0].read_bytes()
    assert rendered("{{ 1 + 2 }}") == "3"
    monkeypatch.setattr(compiled, "program_digest", lambda: "another release")
    assert rendered("{{ 1 + 1 }}") == "2"
    assert len(kept(folder)) == 1
    assert kept(folder)[0].read_bytes() != first


@pytest.mark.parametrize("harm", [b"", b"no bytecode", None])
def test_what_is_damaged_is_compiled_anew(folder: Path, harm: bytes | None) -> None:
    """A file that was cut off, overwritten or is no file is no fault."""
    assert rendered("{{ 1 + 1 }}") == "2"
    path = kept(folder)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if harm is None else harm)
    assert rendered("{{ 1 + 1 }}") == "2"
    assert path.read_bytes() == whole
    path.unlink()
    path.mkdir()
    assert rendered("{{ 1 + 1 }}") == "2"


def test_a_folder_that_is_no_folder_of_ours_is_not_used(folder: Path) -> None:
    """Whoever puts something else under the name gets nothing read."""
    folder.symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    assert compiled_templates() is None
    assert rendered("{{ 1 + 1 }}") == "2"
