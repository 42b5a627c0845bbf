"""A question for another process: the answer is the same, whoever gives it, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

import pytest

from generator.workers.aside import Aside


def test_another_process_answers() -> None:
    """The answer comes from elsewhere, once, and as often as it is asked for."""
    with Aside(os.getpid, 2) as aside:
        found = aside.answer()
        assert (found != os.getpid(), aside.answer()) == (True, found)


def test_one_job_stays_here() -> None:
    """With one job no process is started, and nothing is done before somebody asks."""
    done: list[int] = []
    with Aside(lambda: done.append(os.getpid()), 1) as aside:
        assert done == []
        aside.answer()
        aside.answer()
    assert done == [os.getpid()]


def test_nothing_is_forked_beside_a_thread() -> None:
    """With a thread in this process the answer is found here."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with Aside(os.getpid, 2) as aside:
            assert aside.answer() == os.getpid()
    finally:
        stop.set()
        thread.join()


def test_a_process_that_dies_is_stood_in_for() -> None:
    """Where the other process was killed, the answer is found here."""
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    with Aside(work, 2) as aside:
        assert aside.answer() == 7


def test_a_failure_is_found_out_here() -> None:
    """What the work raises is raised to whoever asks, as it is."""

    def work() -> int:
        raise LookupError("nowhere")

    with Aside(work, 2) as aside, pytest.raises(LookupError, match="nowhere"):
        aside.answer()


def test_an_answer_that_cannot_be_sent() -> None:
    """What cannot be pickled is made here."""
    with Aside(lambda: lambda: 5, 2) as aside:
        assert aside.answer()() == 5


def test_nobody_is_left() -> None:
    """A process whose answer nobody wants ends with the block, also one that would take for ever."""
    with Aside(threading.Event().wait, 2):
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


def test_a_large_answer() -> None:
    """An answer that fills the pipe arrives whole."""
    with Aside(lambda: b"x" * 5_000_000, 2) as aside:
        assert aside.answer() == b"x" * 5_000_000
