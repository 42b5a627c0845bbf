"""Disks that refuse: each failing call ends in one sentence, and what was live stays live."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

PUBLISHER = Path(__file__).with_name("publisher.py")
DONE, REFUSED = 0, 4


@pytest.mark.parametrize(
    ("scenario", "how"),
    [
        ("first", "ENOSPC"),
        ("update", "ENOSPC"),
        ("update", "EACCES"),
        ("update", "EXDEV"),
        ("renames", "EIO"),
    ],
)
def test_every_failing_call_is_a_publish_error_or_harmless(tmp_path: Path, scenario: str, how: str) -> None:
    """A call that fails gives PublishError and the old tree, or was not needed and gives the new one."""
    command = [sys.executable, str(PUBLISHER), "exhaustive", str(tmp_path), scenario, how]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    runs = json.loads(result.stdout)
    outcomes = {(run["code"], run["live"]) for run in runs}
    unmended = [run for run in runs if run["again"] != DONE or not run["whole"] or run["left"] != ["lock"]]
    assert {(REFUSED, "old"), (DONE, "new")} == outcomes
    assert unmended == []


def test_full_disk_stops_in_the_middle_of_a_file(tmp_path: Path) -> None:
    """When the system cuts a file off while it is written, the live sites stay and the cause is named."""
    subprocess.run(
        [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), "1", "1"], check=True, timeout=60
    )
    before = {path: path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file()}
    result = subprocess.run(
        [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), "2", "2"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    after = {path: path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file()}
    assert "PublishError: cannot write public: a file is larger than this system allows" in result.stderr
    assert before == after
