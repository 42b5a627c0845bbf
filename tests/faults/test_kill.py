"""Builds that are killed: whatever the moment, each live site is the old or the new one, and whole."""

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
from tests.support.serving import until

PUBLISHER = Path(__file__).with_name("publisher.py")
KILLED = 137


def hits(root: Path, scenario: str, how: str) -> list[dict[str, object]]:
    """Run the publisher once for each call that it makes to the file system."""
    command = [sys.executable, str(PUBLISHER), "exhaustive", str(root), scenario, how]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize("scenario", ["first", "update", "renames"])
def test_kill_at_every_call_leaves_whole_sites(tmp_path: Path, scenario: str, how: str) -> None:
    """A kill at any call leaves every site whole, old or new, and the next build needs no help.

    Up to the first switch all sites are old, from the last on all are new. Only where folders cannot be exchanged
    may one site be missing, between two renames.
    """
    runs = hits(tmp_path, scenario, how)
    bad = [run for run in runs if run["code"] != KILLED]
    unmended = [run for run in runs if run["again"] != 0 or not run["whole"] or run["left"] != ["lock"]]
    states = [str(run["live"]) for run in runs]
    first, last = states.index("new"), len(states) - states[::-1].index("old")
    between = states[last:first]
    missing = [state for state in between if state != "neither: "]
    assert len(runs) > 40
    assert bad == []
    assert states == ["old"] * last + between + ["new"] * (len(states) - first)
    assert len(between) < 8
    assert missing == (["neither: kvinfo"] if scenario == "renames" else [])
    assert unmended == []


def test_random_kills_leave_whole_sites(tmp_path: Path) -> None:
    """SIGKILL at 20 random moments of builds that follow each other leaves sites that agree with their manifests."""
    moments = random.Random(20)  # noqa: S311
    subprocess.run(
        [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), "1", "1"], check=True, timeout=60
    )
    output = tmp_path / "public"
    seen = set()
    first = 2
    for _ in range(20):
        command = [sys.executable, str(PUBLISHER), "repeat", str(tmp_path), str(first), "100000"]
        with subprocess.Popen(command) as process:
            until(lambda number=first: any(is_later(site.name, number) for site in output.iterdir()))
            time.sleep(moments.uniform(0, 0.2))
            process.send_signal(signal.SIGKILL)
            assert process.wait(timeout=10) == -signal.SIGKILL
        seen.add(whole_version(output))
        first += 1000
    assert len(seen) == 20


def is_later(site: str, number: int) -> bool:
    """Whether a site is the own one of a version from `number` on."""
    version = site.removeprefix("site")
    return version.isdecimal() and int(version) >= number


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
    others = {site.name for site in output.iterdir()} - {"kvinfo"}
    assert f"site{version}" in others  # a version's own site comes before it and goes after it
    assert len(others) <= 2
    return version
