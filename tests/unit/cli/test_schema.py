"""`portal schema` and `portal init`: files for editors' programs, and a portal to begin with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.paths import PortalPaths
from generator.schema.files import schema_files
from tests.support.portal import TODAY, copy_small, findings_of

PORTAL = [sys.executable, "-m", "generator.cli", "--today", TODAY]


def portal(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([*PORTAL, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture
def small(tmp_path: Path) -> PortalPaths:
    """A portal without findings."""
    return copy_small(tmp_path / "portal")


def test_one_schema_is_printed_anywhere(tmp_path: Path) -> None:
    """A schema comes from the program; no portal is needed for it."""
    files = schema_files()
    assert portal(tmp_path, "schema", "place").stdout == files["place.schema.json"]
    assert (
        portal(tmp_path, "schema", "places", "--translation").stdout == files["place.translation.schema.json"]
    )


def test_all_schemas_are_written(small: PortalPaths) -> None:
    """Without a kind all schemas go into the portal; a second run changes nothing."""
    assert portal(small.root, "schema").stdout == "22 schemas in schemas: 22 written, 0 unchanged\n"
    assert portal(small.root, "schema").stdout == "22 schemas in schemas: 0 written, 22 unchanged\n"
    assert {
        path.name: path.read_text("utf-8") for path in (small.root / "schemas").iterdir()
    } == schema_files()


def test_ids_of_the_portal_are_suggested(small: PortalPaths) -> None:
    """With --with-ids a reference names the portal's records as examples."""
    schema = json.loads(portal(small.root, "schema", "call", "--with-ids").stdout)
    assert schema["properties"]["programme"]["examples"] == ["broen-mentor"]


def test_files_name_their_schema(small: PortalPaths) -> None:
    """With --reference each YAML file begins with its schema; nothing else changes, and once is enough."""
    before = {path: path.read_text("utf-8") for path in small.root.rglob("*.yml")}
    said = portal(small.root, "schema", "--reference").stdout.splitlines()
    assert said[1:] == [
        ".vscode/settings.json written",
        f"{len(before)} files now name their schema in the first line",
    ]
    for path, text in before.items():
        first, _, rest = path.read_text("utf-8").partition("\n")
        assert rest == text
        named = os.path.normpath(path.parent / first.removeprefix("# yaml-language-server: $schema="))
        assert Path(named).is_file()
    assert findings_of(small) == ()
    assert portal(small.root, "schema", "--reference").stdout.splitlines()[1:] == [
        "0 files now name their schema in the first line"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plase"], "portal: there is no kind 'plase'\n  help: did you mean place?\n"),
        (["--translation"], "portal: --translation needs a KIND\n"),
        (["place", "--reference"], "portal: --output and --reference are for the schemas of all kinds\n"),
    ],
)
def test_refusals(words: list[str], said: str, small: PortalPaths) -> None:
    """What cannot be done is said in a sentence."""
    assert portal(small.root, "schema", *words, code=2).stderr.startswith(said)


def test_a_new_portal_checks_and_builds(tmp_path: Path) -> None:
    """`portal init` makes a portal without findings, from which its website is built."""
    portal(tmp_path, "init", "mine")
    checked = portal(tmp_path / "mine", "check").stdout
    assert checked == "checked 16 files, 1 site, 2 languages: no findings\n"
    built = json.loads(portal(tmp_path / "mine", "build", "--jobs", "1", "--format", "json").stdout)
    assert (built["sites"], built["languages"], built["errors"]) == (1, 2, 0)
    assert (tmp_path / "mine/public/mentoring/en/index.html").is_file()


def test_every_file_of_a_new_portal_names_its_schema(tmp_path: Path) -> None:
    """Records, translations and the site begin with the line; `portal schema --reference` has nothing to add."""
    portal(tmp_path, "init", "mine")
    said = portal(tmp_path / "mine", "schema", "--reference").stdout.splitlines()
    assert said == [
        "22 schemas in schemas: 0 written, 22 unchanged",
        "0 files now name their schema in the first line",
    ]


def test_a_portal_is_not_made_over_another(small: PortalPaths) -> None:
    """A folder that has content is left alone."""
    said = portal(small.root, "init", ".", code=2).stderr
    assert said == "portal: . is a portal already: it has content/\n  help: name another folder\n"


def test_a_new_portal_keeps_what_is_there(tmp_path: Path) -> None:
    """A README that is there already is not overwritten, and then nothing is made at all."""
    (tmp_path / "README.md").write_text("mine")
    assert portal(tmp_path, "init", ".", code=2).stderr.startswith("portal: README.md exists already")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
