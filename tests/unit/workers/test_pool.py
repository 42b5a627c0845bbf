"""The worker pool: order, failures, killed workers, nothing left behind."""

import contextlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.diagnostics import Phrase
from generator.errors import RenderError, SettingsError
from generator.workers.pool import Job, can_fork, run_units

ROOT = Path(__file__).parents[3]


def square(number: int) -> int:
    return number * number


def process_of(number: int) -> int:
    return os.getpid()


def fail_at_three(number: int) -> int:
    if number == 3:
        raise RenderError("three is broken", "leave it out")
    return number


def refuse_at_three(number: int) -> int:
    if number == 3:
        raise SettingsError("{what} is broken", Phrase("leave {it} out", {"it": "her"}), what="three {it}")
    return number


def crash_at_three(number: int) -> int:
    return 1 // (number - 3)


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leave_at_three(number: int) -> int:
    if number == 3:
        os._exit(7)
    return number


def label(number: int) -> str:
    return f"unit {number}"


@pytest.mark.parametrize("jobs", [1, 2, 4, 99])
def test_results_in_order_of_tasks(jobs: int) -> None:
    """Results stand in the order of the tasks, however many processes worked."""
    assert tuple(n * n for n in range(20)) == run_units(Job(range(20), square), jobs)


def test_one_job_stays_here() -> None:
    """With one job no process is started, so that a debugger can follow."""
    assert {os.getpid()} == set(run_units(Job(range(3), process_of), 1))


def test_more_jobs_work_elsewhere() -> None:
    """With several jobs the work is done in other processes."""
    assert os.getpid() not in run_units(Job(range(3), process_of), 2)


def test_nothing_to_do() -> None:
    """No tasks, no results, no preparation."""
    called: list[int] = []
    assert (run_units(Job((), square, prepare=lambda: called.append(1)), 4), called) == ((), [])


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress(jobs: int) -> None:
    """The callback hears of every result once."""
    heard: list[int] = []
    run_units(Job(range(6), square), jobs, heard.append)
    assert sorted(heard) == [0, 1, 4, 9, 16, 25]


def test_heavy_tasks_first() -> None:
    """The heaviest task starts first, equal ones in their own order."""
    heard: list[int] = []
    run_units(Job((1, 5, 2, 5), square, weight=lambda n: n), 1, heard.append)
    assert heard == [25, 25, 4, 1]


@pytest.mark.parametrize("jobs", [1, 3])
def test_expected_failure(jobs: int) -> None:
    """A failure that names itself arrives as it was, with its advice."""
    with pytest.raises(RenderError, match=r"^three is broken$") as caught:
        run_units(Job(range(8), fail_at_three, label), jobs)
    assert caught.value.help == "leave it out"


@pytest.mark.parametrize("jobs", [1, 3])
def test_failure_to_be_said_in_other_words(jobs: int) -> None:
    """A failure arrives with its sentence and its values, so that they can be said in another language."""
    with pytest.raises(SettingsError, match=r"^three \{it\} is broken$") as caught:
        run_units(Job(range(8), refuse_at_three, label), jobs)
    assert (caught.value.said, str(caught.value.advice)) == (
        Phrase("{what} is broken", {"what": "three {it}"}),
        "leave her out",
    )


@pytest.mark.parametrize("jobs", [1, 3])
def test_unexpected_failure(jobs: int) -> None:
    """Any other exception is named with its task; where it arose is kept for a report."""
    with pytest.raises(RenderError, match=r"^unit 3: ZeroDivisionError: ") as caught:
        run_units(Job(range(8), crash_at_three, label), jobs)
    assert "crash_at_three" in caught.value.__notes__[0]


def test_killed_worker() -> None:
    """A worker that is killed is an error that names its unit and the signal."""
    with pytest.raises(RenderError, match=r"^unit 3: .* ended by SIGKILL$"):
        run_units(Job(range(8), die_at_three, label), 3)


def test_vanished_worker() -> None:
    """A worker that leaves without a word is an error that names its unit."""
    with pytest.raises(RenderError, match=r"^unit 3: .* unexpectedly \(exit code 7\)$"):
        run_units(Job(range(8), leave_at_three, label), 3)


def sleep_long(number: int) -> int:
    if number == 0:
        raise RenderError("first")
    time.sleep(60)
    return number


def test_failure_ends_the_others_at_once() -> None:
    """After a failure the others are ended, not waited for, and none is left."""
    start = time.monotonic()
    with pytest.raises(RenderError, match="first"):
        run_units(Job(range(4), sleep_long), 4)
    assert (multiprocessing.active_children(), time.monotonic() - start < 30) == ([], True)


def fail_late(number: int) -> int:
    if number < 2:
        time.sleep(0.5 - number / 4)
    raise RenderError(f"number {number}")


def test_of_several_failures_the_first_task_is_told() -> None:
    """Whichever fails first, the task is told that began first, so that two runs say the same."""
    with pytest.raises(RenderError, match="number 0"):
        run_units(Job(range(8), fail_late), 3)


def test_callback_that_raises_leaves_nobody() -> None:
    """When the parent itself fails, all workers end."""

    def refuse(result: int) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        run_units(Job(range(6), square), 2, refuse)
    assert multiprocessing.active_children() == []


def test_spawned_workers_when_threads_run() -> None:
    """With a thread in this process nothing is forked; spawned workers give the same results."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not can_fork()
        assert run_units(Job((0, 1, 2), square, label, square_weight, nothing), 2) == (0, 1, 4)
    finally:
        stop.set()
        thread.join()


def square_weight(number: int) -> int:
    return number


def nothing() -> None:
    return None


INTERRUPTED = """
import os, sys, time; sys.path.insert(0, sys.argv[1])
from generator.workers.pool import Job, run_units
def slow(n):
    os.write(1, bytes([10])); time.sleep(60)
try:
    run_units(Job(range(4), slow), 2)
except KeyboardInterrupt:
    import multiprocessing; print("left", len(multiprocessing.active_children()), flush=True)
"""


def test_interrupt() -> None:
    """Ctrl-C ends the build at once: one KeyboardInterrupt here, silence from the workers, none left."""
    command = [sys.executable, "-c", INTERRUPTED, str(ROOT)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert (out.splitlines()[-1], errors) == ("left 0", "")


ORPHANED = """
import os, sys, time; sys.path.insert(0, sys.argv[1])
from generator.workers.pool import Job, run_units
def show(n):
    print(os.getpid(), flush=True); time.sleep(0.3)
run_units(Job(range(1000), show), 3)
"""


def test_workers_follow_a_killed_parent() -> None:
    """When the whole build is killed, its workers end by themselves after the unit they are at."""
    command = [sys.executable, "-c", ORPHANED, str(ROOT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
        try:
            rest, _ = process.communicate(timeout=15)  # ends when the last worker has closed its output
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert len(rest.splitlines()) < 20


def test_a_job_of_tasks_and_a_function_can_be_sent() -> None:
    """Where workers are spawned they are sent the job, with what was left out, too."""
    assert pickle.loads(pickle.dumps(Job((1, 2), square))) == Job((1, 2), square)  # noqa: S301


def test_something_is_done_meanwhile() -> None:
    """It is done in this process, once and to its end; afterwards processes can be forked again."""
    where: list[int] = []

    def meanwhile() -> None:
        time.sleep(0.05)
        where.append(os.getpid())

    threads = threading.active_count()
    assert run_units(Job(range(4), square), 2, meanwhile=meanwhile) == (0, 1, 4, 9)
    assert where == [os.getpid()]
    assert threading.active_count() == threads


def test_what_fails_meanwhile_is_found_later(capfd: pytest.CaptureFixture[str]) -> None:
    """A failure beside the work is none of the work, and nobody sees its trace."""

    def meanwhile() -> None:
        raise OSError("a broken library")

    assert run_units(Job(range(4), square), 2, meanwhile=meanwhile) == (0, 1, 4, 9)
    assert capfd.readouterr().err == ""
