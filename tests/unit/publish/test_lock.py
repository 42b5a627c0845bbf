"""The lock on an output folder."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publish.lock import Lock
from generator.publish.staging import Workspace

HOLD = """
import os, sys, time
from pathlib import Path
from generator.publish.staging import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
ready, done = os.pipe()
worker = os.fork()
if worker == 0:
    os.write(done, b"x")
    time.sleep(60)
os.read(ready, 1)  # the worker runs: what it does after the fork is done
print(worker, flush=True)
time.sleep(60)
"""


def test_second_lock_is_refused(tmp_path: Path) -> None:
    """While one lock is held, a second one on the same file is refused."""
    held = Lock(tmp_path / "lock", "public")
    with pytest.raises(PublishError, match="another build is writing to public"):
        Lock(tmp_path / "lock", "public")
    held.release()


def test_released_lock_can_be_taken(tmp_path: Path) -> None:
    """A lock that was given back is free, and giving it back twice is harmless."""
    first = Lock(tmp_path / "lock", "public")
    first.release()
    first.release()
    second = Lock(tmp_path / "lock", "public")
    assert (first.held, second.held) == (False, True)
    second.release()


def test_lock_file_is_no_link(tmp_path: Path) -> None:
    """A lock file that is a symbolic link is not followed."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"):
        Lock(tmp_path / "lock", "public")
    assert not (tmp_path / "elsewhere").exists()


def test_second_build_fails_at_once_and_kill_frees_the_lock(output: Path) -> None:
    """A second build does not wait; when the first is killed, its forked worker holds no lock."""
    command = [sys.executable, "-c", HOLD, str(output)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        with pytest.raises(PublishError, match="another build is writing to public"):
            Workspace.open(output)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
        try:
            Workspace.open(output).close()
        finally:
            subprocess.run(["kill", "-9", str(worker)], check=True)
