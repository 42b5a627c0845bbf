"""`portal export`: where it writes, when it refuses, and that nothing half-written is left."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.portal import TODAY, copy_small

Export = Callable[..., tuple[int, str]]


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A copy of the small portal."""
    return copy_small(tmp_path / "portal").root


@pytest.fixture
def export(portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Export:
    """A function (words …) that runs the command and returns its exit code and everything it said."""

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.chdir(portal)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, "export", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    return run


def files(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_project(export: Export, portal: Path) -> None:
    """A new folder holds the whole project, and what was done is said in one line."""
    code, said = export("broen", "out/project")
    assert (code, said) == (0, "exported broen to out/project: 2 languages, 34 pages\n")
    made = files(portal / "out/project")
    assert {"mkdocs.yml", "requirements.txt", "docs/index.md", "docs/index.en.md", "docs/about.md"} <= made
    assert {
        "docs/calls/index.en.md",
        "docs/calls/mentors-odense.md",
        "docs/feeds/broen-odense.en.vcf",
    } <= made
    assert [path.name for path in (portal / "out").iterdir()] == ["project"]


def test_what_the_readme_says(export: Export, portal: Path) -> None:
    """MkDocs says what is quoted there and nothing else, and nothing at all with the variable."""
    export("broen", "project")
    readme = (portal / "project/README.md").read_text("utf-8")
    quoted, variable = re.findall(r'"(.+)"|(\w+)=1', readme)
    said = [quiet_build(portal / "project", environment) for environment in ({}, {variable[1]: "1"})]
    assert quoted[0] in said[0]
    assert ("WARNING  -" in said[0], said[1]) == (False, "")


def quiet_build(project: Path, environment: dict[str, str]) -> str:
    """What MkDocs says when it should say nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=600,
        env={name: value for name, value in os.environ.items() if "MKDOCS" not in name} | environment,
    )
    return done.stdout + done.stderr


def test_same_bytes_in_an_empty_folder(export: Export, portal: Path) -> None:
    """An empty folder is taken; the same content gives the same bytes."""
    (portal / "one").mkdir()
    export("broen", "one")
    export("broen", "two")
    assert files(portal / "one") == files(portal / "two")
    for name in files(portal / "one"):
        assert (portal / "one" / name).read_bytes() == (portal / "two" / name).read_bytes(), name


def test_some_languages(export: Export, portal: Path) -> None:
    """With --language the first of them stands at the root."""
    assert export("broen", "project", "--language", "en")[0] == 0
    assert "locale: en\n" in (portal / "project/mkdocs.yml").read_text("utf-8")
    assert not [name for name in files(portal / "project") if name.endswith(".en.md")]


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("content", "content is not empty"),
        ("content/project", "content/project lies among the sources: content"),
        ("sites/broen/project", "lies among the sources: sites"),
        ("content/places/odense.yml", "is not a folder"),
    ],
)
def test_refused_folders(export: Export, portal: Path, folder: str, reason: str) -> None:
    """Nothing is replaced, and nothing is written among the sources."""
    before = files(portal)
    code, said = export("broen", folder)
    assert code == 2
    assert reason in said
    assert files(portal) == before


def test_unknown_site(export: Export, portal: Path) -> None:
    """A site that there is not is refused before anything is written."""
    code, said = export("brön", "project")
    assert code == 2
    assert "there is no site" in said
    assert not (portal / "project").exists()


def test_content_with_errors(export: Export, portal: Path) -> None:
    """An error in the content stops it as it stops a build."""
    place = portal / "content/places/odense.yml"
    place.write_text(place.read_text("utf-8") + "unknown: x\n", "utf-8")
    code, said = export("broen", "project")
    assert code == 1
    assert "PP020" in said
    assert "not exported: 1 error" in said
    assert not (portal / "project").exists()
