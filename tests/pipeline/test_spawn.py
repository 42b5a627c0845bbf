"""Where processes cannot be forked, spawned workers build the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.builds import SECONDS, command, digests
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


def test_spawned_workers_build_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Two workers that are spawned, each reading the theme for itself, give the bytes of forked ones."""
    script = tmp_path / "spawning.py"
    script.write_text(SPAWNING, "utf-8")
    fresh = copy_small(tmp_path / "portal").root
    done = subprocess.run(
        [sys.executable, str(script), *command(fresh, "--jobs", "2")[3:]],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert digests(built / "public") == digests(fresh / "public")
