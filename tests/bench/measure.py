"""Runs a command to its end and measures it: wall time, CPU time of all its processes, memory of the largest.

Takes a command line and a folder, returns `Measured`; `output_of` counts what is in a folder afterwards. The command
is started by a small process of its own (this file, run as a script): a process begins with the memory peak of whoever
started it, so a large one must not. That process also adopts what the command leaves behind, forked workers included,
and adds it up. Linux only, like the numbers in `docs/benchmarks.md`. Compares nothing.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER: processes whose parent has ended become children of this one."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took. `seconds` is wall time, `cpu` is user and system time of all its processes, in seconds.

    `peak` is the most memory that any one of them held, in bytes; pages shared with others count in full.
    """

    seconds: float
    cpu: float
    peak: int
    said: str = field(default="", repr=False)
    """The command's standard output."""


@dataclass(frozen=True, slots=True)
class Output:
    """What is in a folder: files, their bytes, and pages, which are files named `index.html`."""

    files: int
    bytes: int
    pages: int


class CommandError(Exception):
    """The command ended with another exit code than it should; the message has the end of what it said."""


def measure(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    allowed: tuple[int, ...] = (0,),
) -> Measured:
    """Run `command` in `folder` and return what it took. Raises `CommandError` for an exit code not in `allowed`."""
    reading, writing = os.pipe()
    launcher = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), str(writing), *command]
    with os.fdopen(reading, "rb") as results:
        try:
            done = subprocess.run(
                launcher,
                cwd=folder,
                capture_output=True,
                check=False,
                pass_fds=(writing,),
                env={**os.environ, **(environment or {})},
            )
        finally:
            os.close(writing)
        found = json.loads(results.read() or b"{}")
    said, complained = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    if not found or found["code"] not in allowed:
        raise CommandError(f"{' '.join(command)}: exit {done.returncode}\n{said[-2000:]}{complained[-4000:]}")
    return Measured(found["seconds"], found["cpu"], found["peak"], said)


def output_of(folder: Path, *, without: tuple[str, ...] = ()) -> Output:
    """Count the files below a folder; `without` are names of files that are not counted."""
    files = size = pages = 0
    for here, _, names in os.walk(folder):
        for name in names:
            if name not in without:
                files += 1
                size += (Path(here) / name).stat().st_size
                pages += name == "index.html"
    return Output(files, size, pages)


def _launch(writing: int, command: list[str]) -> None:
    """Run the command, wait for it and for all that it leaves behind, and write what they took."""
    ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)
    os.set_inheritable(writing, False)
    begun = time.perf_counter()
    first = os.posix_spawnp(command[0], command, os.environ)
    cpu, peak, code, seconds = 0.0, 0, 1, 0.0
    while True:
        try:
            process, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss * 1024)
        if process == first:
            code, seconds = os.waitstatus_to_exitcode(status), time.perf_counter() - begun
    found = {"seconds": seconds, "cpu": cpu, "peak": peak, "code": code}
    os.write(writing, json.dumps(found).encode())


if __name__ == "__main__":
    _launch(int(sys.argv[1]), sys.argv[2:])
