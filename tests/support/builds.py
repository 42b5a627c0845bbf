"""Builds as people make them: the command in a process of its own, and what is live afterwards.

Portals are copies of the small one. Nothing here looks into the program; output is compared with its manifests, or
with what a build without a cache makes of the same content.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.clock import Clock
from generator.outcome import BuildOptions
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from generator.publish.manifest import NAME, Entry, read_manifest
from tests.support.portal import TODAY

ROOT = Path(__file__).resolve().parents[2]
PORTAL = (sys.executable, "-m", "generator.cli")
SECONDS = 60

State = dict[str, tuple[bytes, int]]
"""Each file below a folder with its bytes and the time of its last change in nanoseconds."""


def command(root: Path, *arguments: str) -> list[str]:
    """Return the command line of a build of the portal at `root` for the day of the fixtures."""
    return [*PORTAL, "--root", str(root), "--today", TODAY, "build", *arguments]


def build(
    root: Path, *arguments: str, umask: int = -1, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `portal build` to its end; the environment is that of the tests, with changes."""
    return subprocess.run(
        command(root, *arguments),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
        umask=umask,
        env={**os.environ, **environment},
    )


def must_build(root: Path, *arguments: str) -> None:
    """Build and stop the test with the program's words when it does not work."""
    done = build(root, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def built_afresh(root: Path, clock: Clock) -> dict[str, bytes]:
    """Build a portal in this process, beside it and without a cache; return the bytes of every file."""
    with TemporaryDirectory(dir=root.parent) as target:
        build_portal(PortalPaths(root), clock, BuildOptions(Path(target) / "afresh", cache=False))
        return contents(Path(target) / "afresh")


def copy_of(portal: Path, target: Path) -> Path:
    """Copy a portal with what it has published, times included; return the copy."""
    return Path(shutil.copytree(portal, target))


def state(folder: Path) -> State:
    """Return every file below a folder; links and other things fail the test."""
    found = {}
    for path in sorted(folder.rglob("*")):
        assert not path.is_symlink()
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path: data for path, (data, _) in state(folder).items()}


def digests(output: Path) -> dict[str, str]:
    """Return the manifest digest of every live site, after comparing all its files with the manifest."""
    found = {}
    for site in sorted(output.iterdir()):
        manifest = read_manifest(site)
        assert manifest is not None, f"{site.name} has no manifest"
        there = {path: Entry.of(data) for path, data in contents(site).items() if path != NAME}
        assert there == manifest.files
        found[site.name] = manifest.digest
    return found


def replaced(file: Path, old: str, new: str) -> None:
    """Replace a text that must be in a file."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new), "utf-8")
