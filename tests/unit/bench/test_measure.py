"""What a command took: the processor time and memory of everything that it started, too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.measure import CommandError, Output, measure, output_of

MIB = 1024 * 1024
_WORKERS = """
import os, time
def worker(size, seconds):
    held = bytearray(os.urandom(1)) * size
    while time.process_time() < seconds:
        pass
    os._exit(0)
for size in (1, 90 * 2**20):
    if os.fork() == 0:
        worker(size, 0.3)
{wait}
"""


def python(program: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", program]


@pytest.mark.parametrize("wait", ["os.wait(); os.wait()", ""], ids=["waited for", "left behind"])
def test_forked_workers_count(tmp_path: Path, wait: str) -> None:
    """The largest worker tells the peak and all of them the processor time, whether anybody waits for them or not."""
    found = measure(python(_WORKERS.format(wait=wait)), tmp_path)
    assert 90 * MIB <= found.peak < 130 * MIB
    assert found.cpu >= 0.6


def test_a_small_command_is_small(tmp_path: Path) -> None:
    """What starts the command does not add to its memory, however much it holds itself."""
    held = b"x" * (150 * MIB)
    found = measure(python("print('done')"), tmp_path)
    assert found.peak < 40 * MIB < len(held)
    assert found.said == "done\n"


def test_failures_are_told(tmp_path: Path) -> None:
    """A command that fails raises with its words, unless its exit code is one that is meant."""
    program = python("import sys; sys.exit('out of luck')")
    with pytest.raises(CommandError, match="out of luck"):
        measure(program, tmp_path)
    assert measure(program, tmp_path, allowed=(1,)).said == ""


def test_output(tmp_path: Path) -> None:
    """Files and bytes in all folders; pages are the files named index.html."""
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/index.html", "a/style.css"):
        (tmp_path / name).write_text("four", "utf-8")
    assert output_of(tmp_path) == Output(3, 12, 2)
    assert output_of(tmp_path, without=("style.css",)) == Output(2, 8, 2)
