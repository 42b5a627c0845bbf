"""Builds that are killed: whatever the moment, the live sites are the old or the new ones, and whole."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publish.manifest import NAME, Entry, read_manifest

PUBLISHER = Path(__file__).with_name("publisher.py")
KILLED = 137


def hits(root: Path, scenario: str, how: str) -> list[dict[str, object]]:
    """Run the publisher once for each call that it makes to the file system."""
    command = [sys.executable, str(PUBLISHER), "exhaustive", str(root), scenario, how]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize("scenario", ["first", "update"])
def test_kill_at_every_call_leaves_old_or_new(tmp_path: Path, scenario: str, how: str) -> None:
    """A kill at any call leaves the whole old or the whole new tree, and the next build needs no help.

    There is one moment of change: up to it the old tree is live, from it on the new one.
    """
    runs = hits(tmp_path, scenario, how)
    bad = [run for run in runs if run["code"] != KILLED]
    unmended = [run for run in runs if run["again"] != 0 or not run["whole"] or run["left"] != ["lock"]]
    moment = [run["live"] for run in runs].index("new")
    assert len(runs) > 40
    assert bad == []
    assert ["old"] * moment + ["new"] * (len(runs) - moment) == [run["live"] for run in runs]
    assert unmended == []


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize("scenario", ["renames", "aside"])
def test_kill_without_exchange_is_mended(tmp_path: Path, scenario: str, how: str) -> None:
    """Where folders cannot be exchanged, a kill may leave no tree but never a part; the next run mends."""
    runs = hits(tmp_path, scenario, how)
    bad = [run for run in runs if run["code"] != KILLED or run["live"] not in {"old", "new", "none"}]
    unmended = [run for run in runs if run["again"] != 0 or not run["whole"] or run["left"] != ["lock"]]
    between = [run["call"] for run in runs if run["live"] == "none"]
    assert bad == []
    assert unmended == []
    assert scenario == "aside" or between == ["rename"]


def test_random_kills_leave_whole_sites(tmp_path: Path) -> None:
    """SIGKILL at 20 random moments of a build leaves sites that agree with their manifests."""
    moments = random.Random(20)  # noqa: S311
    subprocess.run(
        [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), "1", "1"], check=True, timeout=60
    )
    seen = set()
    first = 2
    for _ in range(20):
        command = [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), str(first), "100000"]
        with subprocess.Popen(command) as process:
            time.sleep(moments.uniform(0.15, 0.35))
            process.send_signal(signal.SIGKILL)
            assert process.wait(timeout=10) == -signal.SIGKILL
        seen.add(whole_version(tmp_path / "public"))
        first += 1000
    assert len(seen) > 5


def whole_version(output: Path) -> str:
    """Compare the output with its manifests, file by file; return the version that is live."""
    for site in output.iterdir():
        manifest = read_manifest(site)
        assert manifest is not None
        there = {
            path.relative_to(site).as_posix(): Entry.of(path.read_bytes())
            for path in site.rglob("*")
            if path.is_file() and path != site / NAME
        }
        assert there == manifest.files
    text = (output / "kvinfo" / "index.html").read_text().split("</h1>")[0]
    version = text.removeprefix("<h1>Version ")
    assert {"kvinfo", f"site{version}"} == {site.name for site in output.iterdir()}
    return version
