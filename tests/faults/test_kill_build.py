"""The real command, killed: whatever the moment and whoever dies, the live sites are the old or the new ones, whole."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.builds import ROOT, build, command, digests, must_build, replaced
from tests.support.portal import copy_small

COORDINATOR = "content/coordinators/broen-odense.yml"
NUMBERS = ("32 12 34 56", "32 98 76 54")
SEED = 20
KILLED = -signal.SIGKILL


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small portal with a theme of its own and live sites; every build in this file follows on the one before."""
    root = copy_small(tmp_path_factory.mktemp("killed") / "portal").root
    shutil.copytree(ROOT / "theme", root / "theme")
    must_build(root)
    return root


class Versions:
    """Two versions of the content, one after the other, with the digests of their sites."""

    def __init__(self, root: Path) -> None:
        self.output = root / "public"
        self._root = root
        self._file = root / COORDINATOR
        self._now = 0
        self._digests: list[dict[str, str]] = []
        for _ in NUMBERS:
            self.turn()
            self.build()
            self._digests.append(digests(self.output))
        self._digests.reverse()
        assert self._digests[0] != self._digests[1]

    def turn(self) -> None:
        """Change the content to the other version."""
        replaced(self._file, NUMBERS[self._now], NUMBERS[1 - self._now])
        self._now = 1 - self._now

    def build(self) -> None:
        """Build undisturbed, see that the new sites are live and nothing else is left, and measure the time."""
        begun = time.monotonic()
        must_build(self._root, "--jobs", "2")
        self.seconds = time.monotonic() - begun
        assert [path.name for path in (self._root / ".public.portal").iterdir()] == ["lock"]

    @property
    def old(self) -> dict[str, str]:
        """What is live before the build."""
        return self._digests[1 - self._now]

    @property
    def new(self) -> dict[str, str]:
        """What the build makes."""
        return self._digests[self._now]


@pytest.fixture(scope="module")
def versions(portal: Path) -> Versions:
    """The two versions; the second one is live."""
    return Versions(portal)


@contextmanager
def building(root: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a build with two workers in a process group of its own; nothing of it survives the block."""
    with subprocess.Popen(
        command(root, "--jobs", "2"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, as the kernel lists them."""
    try:
        return [int(found) for found in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def working(process: subprocess.Popen[bytes]) -> list[tuple[int, int]]:
    """Wait until the build has workers; return them, each with the process that hands out the work."""
    while process.poll() is None:
        if found := [(pid, parent) for parent in children(process.pid) for pid in children(parent)]:
            return found
        time.sleep(0.001)
    raise AssertionError("the build ended without workers")


def failed(process: subprocess.Popen[bytes], versions: Versions, who: bytes) -> None:
    """See that the build ends, says who was killed and leaves what was live, and that the next one works."""
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert who in said
    assert b"was ended by SIGKILL" in said
    assert b"Traceback" not in said
    assert versions.old == digests(versions.output)
    versions.build()
    assert versions.new == digests(versions.output)


def moments(number: int) -> list[float]:
    """Return moments spread over a build that takes 1, one at random in each of as many equal parts."""
    dice = random.Random(SEED)  # noqa: S311
    found = [(part + dice.random()) / number for part in range(number)]
    print("seed", SEED, "moments", " ".join(f"{moment:.3f}" for moment in found))  # noqa: T201
    return found


def test_killed_build_leaves_old_or_new(portal: Path, versions: Versions) -> None:
    """SIGKILL at 20 moments of a build, on all its processes or on the parent alone: old or new, and the next works."""
    seen = []
    struck = 0
    for number, moment in enumerate(moments(20)):
        versions.turn()
        with building(portal) as process:
            time.sleep(moment * versions.seconds)
            if number % 2:
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            struck += process.wait(10) == KILLED
            # The parent alone was killed: its workers may still write, while the next build begins.
            live = digests(versions.output)
            assert live in (versions.old, versions.new)
            seen.append("new" if live == versions.new else "old")
            versions.build()
        assert versions.new == digests(versions.output)
    assert struck > 5
    assert seen[0] == "old"


def test_killed_worker_fails_the_build_and_nothing_else(portal: Path, versions: Versions) -> None:
    """A worker killed while it builds is named with its unit; the build ends, and the live sites are the old ones."""
    for _ in range(3):
        versions.turn()
        with building(portal) as process:
            worker, _ = working(process)[-1]
            os.kill(worker, signal.SIGKILL)
            failed(process, versions, b"broen/")


def test_killed_standby_fails_the_build_and_nothing_else(portal: Path, versions: Versions) -> None:
    """The same for the process that got ready early and now hands out the work; its workers end with it."""
    versions.turn()
    with building(portal) as process:
        workers = working(process)
        os.kill(workers[0][1], signal.SIGKILL)
        failed(process, versions, b"build: ")


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_build_leaves_old_or_new(
    portal: Path, versions: Versions, signal_number: signal.Signals
) -> None:
    """Ctrl-C in a terminal and a polite request to end leave the sites whole as well, and show no traceback."""
    for part in (0, 0.1):
        versions.turn()
        with building(portal) as process:
            working(process)
            time.sleep(part * versions.seconds)
            os.killpg(process.pid, signal_number)
            _, said = process.communicate(timeout=30)
        assert b"Traceback" not in said
        assert digests(versions.output) in (versions.old, versions.new)
        versions.build()
        assert versions.new == digests(versions.output)


def test_second_build_at_the_same_time_is_refused(portal: Path, versions: Versions) -> None:
    """While one build works, another one on the same output ends at once, says why and changes nothing."""
    versions.turn()
    with building(portal) as process:
        working(process)
        process.send_signal(signal.SIGSTOP)
        done = build(portal)
        assert versions.old == digests(versions.output)
        process.send_signal(signal.SIGCONT)
        assert process.wait(30) == 0
    assert done.returncode not in (0, 1)
    assert "another build is writing to public" in done.stderr
    assert versions.new == digests(versions.output)
