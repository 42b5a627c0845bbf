"""The way out: a process ends at once, with its code, all that was said, and all that others want done at the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import program

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = """
import atexit, sys, threading
import generator.cli
from generator.__main__ import main

def run():
    atexit.register(lambda: print("at the end"))
    sys.stdout.write("x" * 300_000 + "\\n")
    sys.stderr.write("aside\\n")
    {before}
    sys.exit({code})

generator.cli.main = run
main()
print("never")
"""


def ended(code: str, before: str = "pass") -> subprocess.CompletedProcess[str]:
    """Leave with a code, as the command does."""
    script = SCRIPT.format(code=code, before=before)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )


@pytest.mark.parametrize(("code", "expected"), [("0", 0), ("1", 1), ("3", 3), ("None", 0), ("", 0)])
def test_code_words_and_duties(code: str, expected: int) -> None:
    """The code arrives, both streams are whole, and what was to be done at the end is done once."""
    done = ended(code)
    assert (done.returncode, done.stderr) == (expected, "aside\n")
    assert done.stdout == "x" * 300_000 + "\nat the end\n"


def test_another_thread_is_waited_for() -> None:
    """While another thread is at work the process ends as processes do, after it."""
    thread = "threading.Timer(0.2, lambda: print('late', flush=True)).start()"
    done = ended("1", thread)
    assert (done.returncode, done.stdout.split()[1:]) == (1, ["late", "at", "the", "end"])


def test_a_reader_who_has_gone() -> None:
    """Where nobody reads any more, the process ends without a traceback."""
    command = [sys.executable, "-m", "generator", "explain", "PP101"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_an_interrupt_that_was_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries that are not written in Python tell Ctrl-C as a fault of their own; it stays Ctrl-C."""

    def wrapped(**_: object) -> None:
        raise ValueError('Error building "model" validator:\n  KeyboardInterrupt: ')

    monkeypatch.setattr(program.portal, "main", wrapped)
    with pytest.raises(KeyboardInterrupt):
        program.main()
