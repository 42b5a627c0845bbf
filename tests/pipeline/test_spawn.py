"""Where processes cannot be forked, spawned workers build the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.builds import ROOT, SECONDS, command, digests
from tests.support.portal import copy_small

SPAWNING = """
import os, sys, threading
import generator.intake.shards
from generator.cli import main
from generator.workers.pool import can_fork

def refuse():
    raise OSError("there is no fork here")

if __name__ == "__main__":
    os.fork = refuse
    generator.intake.shards._WORTH_A_PROCESS = 1
    stop = threading.Event()
    threading.Thread(target=stop.wait, daemon=True).start()
    assert not can_fork()
    try:
        main()
    finally:
        stop.set()
"""
"""The command in a process that has a second thread, as one does in which nothing may be forked."""


def spawning(root: Path) -> subprocess.CompletedProcess[str]:
    """Build a portal with two spawned workers."""
    script = root.parent / "spawning.py"
    script.write_text(SPAWNING, "utf-8")
    return subprocess.run(
        [sys.executable, str(script), *command(root, "--jobs", "2")[3:]],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "plugins:\n",
            "hooks: [hook.py]\nplugins:\n",
            r"portal: the hook hook\.py:2 failed on .*: ValueError: odd\n",
        ),
        (
            "name: material",
            "name: readthedocs",
            r"mkdocs\.yml:16:1  error  PP013  the theme must be a map with name: material\n",
        ),
    ],
    ids=["hook", "theme"],
)
def test_a_mistake_in_the_settings(old: str, new: str, said: str, tmp_path: Path) -> None:
    """Spawned workers tell what is wrong with mkdocs.yml as forked ones do, also when they cannot begin."""
    root = copy_small(tmp_path / "portal").root
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8").replace(old, new), "utf-8")
    (root / "hook.py").write_text("def on_pre_build(config):\n    raise ValueError('odd')\n", "utf-8")
    done = spawning(root)
    assert done.returncode == 2
    assert re.match(said, done.stderr or done.stdout), done.stderr
    assert "Traceback" not in done.stderr


def test_spawned_workers_build_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Two workers that are spawned, each reading the theme for itself, give the bytes of forked ones."""
    fresh = copy_small(tmp_path / "portal").root
    done = spawning(fresh)
    assert (done.returncode, done.stderr) == (0, "")
    assert digests(built / "public") == digests(fresh / "public")
