"""The wheel: it carries the theme and builds a portal far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.builds import ROOT, SECONDS, digests
from tests.support.portal import TODAY, copy_small


def run(*command: str, cwd: Path, **environment: str) -> str:
    """Run a command that must work; return what it says."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without network from a copy of what belongs to it."""
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target), cwd=ROOT)
    (found,) = target.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel installed into an empty folder."""
    target = tmp_path_factory.mktemp("installed") / "packages"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    run(*pip, "--disable-pip-version-check", "--target", str(target), str(wheel), cwd=target.parent)
    return target


def test_wheel_carries_the_whole_theme(wheel: Path) -> None:
    """The theme, the base configuration, every module and everything beside them are in it; no test is."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}
    theme = {
        f"generator/_theme/{path.relative_to(ROOT / 'theme').as_posix()}"
        for path in (ROOT / "theme").rglob("*")
        if path.is_file()
    }
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert theme | package | {"generator/_theme/mkdocs.yml"} == names


def test_wheel_builds_outside_the_checkout(built: Path, installed: Path, tmp_path: Path) -> None:
    """Installed from the wheel, the command builds the small portal in a folder of its own, to the same bytes."""
    root = copy_small(tmp_path / "portal").root
    environment = {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    where = run(sys.executable, "-c", "import generator; print(generator.__file__)", cwd=root, **environment)
    assert Path(where.strip()).is_relative_to(installed)
    script = installed / "bin/portal"
    said = run(sys.executable, str(script), "--today", TODAY, "build", cwd=root, **environment)
    assert said.startswith("built 1 site, 2 languages, ")
    assert digests(built / "public") == digests(root / "public")
